-- A8 Our promises kept: actions of the professional side done by their day, of those that were due that month.
-- ?1 home, ?2 team, ?3 from, ?4 to. A day is taken at noon, so that it is the same day in most zones.
SELECT a.due_day * 86400000 + 43200000,
       EXISTS (SELECT 1 FROM contributions c
                WHERE c.home_id = a.home_id AND c.person_no = a.person_no
                  AND c.agreement_no = a.agreement_no AND c.action_no = a.action_no
                  AND c.done_day <= a.due_day),
       a.person_no,
       a.agreement_no * 100 + a.action_no,
       a.due_day * 86400000 + 86400000
  FROM actions a
  JOIN team_serves s ON s.home_id = a.home_id AND s.person_no = a.person_no
 WHERE a.home_id = ?1 AND s.team_no = ?2 AND s.until_ms IS NULL AND a.side = 'professional' AND a.due_day IS NOT NULL
   AND a.due_day * 86400000 + 43200000 >= ?3 AND a.due_day * 86400000 + 43200000 < ?4 -- of one person instead: AND a.person_no = ?3
 ORDER BY a.due_day
