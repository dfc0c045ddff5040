-- A7 Rater gap: aims where the person and a professional differ by a level or more, of the aims that both rated within
-- 14 days of one another.
-- ?1 home, ?2 team, ?3 from, ?4 to. An aim counts once a month, with its last pair of that month.
SELECT r.rated_ms,
       r.level <> p.level,
       r.person_no,
       r.aim_no,
       r.rated_ms
  FROM ratings r
  JOIN ratings p ON p.home_id = r.home_id AND p.person_no = r.person_no AND p.aim_no = r.aim_no
                AND p.side = 'professional'
                AND p.rated_ms + 0 BETWEEN r.rated_ms - 1209600000 AND r.rated_ms + 1209600000
  JOIN team_serves s ON s.home_id = r.home_id AND s.person_no = r.person_no
 WHERE r.home_id = ?1 AND s.team_no = ?2 AND s.until_ms IS NULL AND r.side = 'person'
   AND r.rated_ms >= ?3 AND r.rated_ms < ?4 -- of one person instead: AND r.person_no = ?3
 ORDER BY r.rated_ms + 0, r.rating_no, p.rated_ms, p.rating_no
