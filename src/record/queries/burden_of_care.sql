-- A10 Burden of care: what people say that care asks of them, 0 to 4, in thousandths.
-- ?1 home, ?2 team, ?3 from, ?4 to. A person counts once a month, with their last answer of that month.
SELECT b.said_ms,
       b.answer * 1000,
       b.person_no,
       0,
       b.said_ms
  FROM burdens b
  JOIN team_serves s ON s.home_id = b.home_id AND s.person_no = b.person_no
 WHERE b.home_id = ?1 AND s.team_no = ?2 AND s.until_ms IS NULL AND b.kind = 'care'
   AND b.said_ms >= ?3 AND b.said_ms < ?4 -- of one person instead: AND b.person_no = ?3
 ORDER BY b.said_ms, b.burden_no
