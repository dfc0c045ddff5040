-- A3 Aim addressed: aims that an agreement cites within 30 days of being stated.
-- ?1 home, ?2 team, ?3 from, ?4 to. Aims younger than 30 days are not counted yet.
-- CROSS JOIN and + 0 keep to one person's agreements: 2.7 s to 30 ms among 10,000 people.
SELECT a.stated_ms,
       EXISTS (SELECT 1 FROM agreement_aims c CROSS JOIN agreements g
                WHERE c.home_id = a.home_id AND c.person_no = a.person_no AND c.aim_no = a.aim_no
                  AND g.home_id = c.home_id AND g.person_no = c.person_no
                  AND g.agreement_no = c.agreement_no
                  AND g.agreed_ms + 0 <= a.stated_ms + 2592000000),
       a.person_no,
       a.aim_no,
       a.stated_ms + 2592000000
  FROM aims a
  JOIN team_serves s ON s.home_id = a.home_id AND s.person_no = a.person_no
 WHERE a.home_id = ?1 AND s.team_no = ?2 AND s.until_ms IS NULL
   AND a.stated_ms >= ?3 AND a.stated_ms < ?4 -- of one person instead: AND a.person_no = ?3
 ORDER BY a.stated_ms + 0
