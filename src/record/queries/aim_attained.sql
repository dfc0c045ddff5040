-- A6 Aim attained: aims that the person rates 0 or better, of the aims they rated that month.
-- ?1 home, ?2 team, ?3 from, ?4 to. Only the person's own ratings, from day 14 to day 182 after
-- the aim was stated; an aim counts once a month, with its last rating of that month.
SELECT r.rated_ms,
       r.level >= 0,
       r.person_no,
       r.aim_no,
       r.rated_ms
  FROM ratings r
  JOIN aims a ON a.home_id = r.home_id AND a.person_no = r.person_no AND a.aim_no = r.aim_no
  JOIN team_serves s ON s.home_id = a.home_id AND s.person_no = a.person_no
 WHERE r.home_id = ?1 AND s.team_no = ?2 AND s.until_ms IS NULL AND r.side = 'person'
   AND r.rated_ms >= ?3 AND r.rated_ms < ?4 -- of one person instead: AND r.person_no = ?3
   AND r.rated_ms + 0 BETWEEN a.stated_ms + 1209600000 AND a.stated_ms + 15724800000
 ORDER BY r.rated_ms + 0, r.rating_no
