SELECT p.person_no, p.public_id, p.name, p.born_day,
       (SELECT v.words FROM aims a
          JOIN aim_versions v ON v.home_id = a.home_id AND v.person_no = a.person_no AND v.aim_no = a.aim_no
         WHERE a.home_id = p.home_id AND a.person_no = p.person_no AND a.state = 'held'
         ORDER BY a.rank, v.version_no DESC LIMIT 1),
       EXISTS (SELECT 1 FROM aims a
         WHERE a.home_id = p.home_id AND a.person_no = p.person_no AND a.state = 'held'
           AND NOT EXISTS (SELECT 1 FROM read_backs r
             WHERE r.home_id = a.home_id AND r.person_no = a.person_no AND r.aim_no = a.aim_no
               AND r.read_ms >= (SELECT max(v.stated_ms) FROM aim_versions v
                 WHERE v.home_id = a.home_id AND v.person_no = a.person_no AND v.aim_no = a.aim_no))),
       (SELECT max(v.held_ms) FROM visits v WHERE v.home_id = p.home_id AND v.person_no = p.person_no)
  FROM persons p
 WHERE p.home_id = ?1 AND p.gone = 0 AND lower(p.name) LIKE ?3 ESCAPE '\'
   AND p.person_no IN (SELECT s.person_no FROM team_members m
     JOIN team_serves s ON s.home_id = m.home_id AND s.team_no = m.team_no AND s.until_ms IS NULL
     WHERE m.home_id = ?1 AND m.professional_no = ?2 AND m.until_ms IS NULL)
 ORDER BY p.family_name, p.name, p.person_no
 LIMIT ?4 OFFSET ?5
