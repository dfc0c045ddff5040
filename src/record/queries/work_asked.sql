-- A9 Work asked of people: minutes a week that each agreement of the month asks of the person, in thousandths.
-- ?1 home, ?2 team, ?3 from, ?4 to. Only agreements that say minutes.
SELECT g.agreed_ms,
       CAST(sum(a.minutes_a_week) AS bigint) * 1000,
       a.person_no,
       a.agreement_no,
       g.agreed_ms
  FROM actions a
  JOIN agreements g ON g.home_id = a.home_id AND g.person_no = a.person_no
                   AND g.agreement_no = a.agreement_no
  JOIN team_serves s ON s.home_id = a.home_id AND s.person_no = a.person_no
 WHERE a.home_id = ?1 AND s.team_no = ?2 AND s.until_ms IS NULL AND a.side = 'person'
   AND a.minutes_a_week IS NOT NULL
   AND g.agreed_ms >= ?3 AND g.agreed_ms < ?4 -- of one person instead: AND a.person_no = ?3
 GROUP BY g.agreed_ms, a.person_no, a.agreement_no
 ORDER BY g.agreed_ms
