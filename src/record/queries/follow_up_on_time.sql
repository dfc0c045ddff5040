-- A5 Follow-up on time: aims that the person rated from day 14 to day 182 after their levels were first said, of the aims
-- whose day 182 falls into the month.
-- ?1 home, ?2 team, ?3 from, ?4 to.
SELECT f.scaled_ms + 15724800000,
       EXISTS (SELECT 1 FROM ratings r
                WHERE r.home_id = f.home_id AND r.person_no = f.person_no AND r.aim_no = f.aim_no
                  AND r.side = 'person'
                  AND r.rated_ms + 0 BETWEEN f.scaled_ms + 1209600000 AND f.scaled_ms + 15724800000),
       f.person_no,
       f.aim_no,
       f.scaled_ms + 15724800000
  FROM (SELECT l.home_id, l.person_no, l.aim_no, min(l.stated_ms) AS scaled_ms
          FROM aim_levels l
          JOIN team_serves s ON s.home_id = l.home_id AND s.person_no = l.person_no
         WHERE l.home_id = ?1 AND s.team_no = ?2 AND s.until_ms IS NULL
         GROUP BY l.home_id, l.person_no, l.aim_no) f
 WHERE f.scaled_ms + 15724800000 >= ?3 AND f.scaled_ms + 15724800000 < ?4 -- of one person instead: WHERE f.person_no = ?3
 ORDER BY f.scaled_ms
