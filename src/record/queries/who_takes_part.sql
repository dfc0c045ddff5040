-- A12 Who takes part: people who were asked to get ready and sent something within 30 days, of those who were asked.
-- ?1 home, ?2 team, ?3 from, ?4 to. A person counts once a month, 30 days after they were asked,
-- and as taking part where they sent something after any of that month's letters.
SELECT i.made_ms,
       EXISTS (SELECT 1 FROM preparations p
                WHERE p.home_id = i.home_id AND p.person_no = i.person_no
                  AND p.sent_ms BETWEEN i.made_ms AND i.made_ms + 2592000000),
       i.person_no,
       0,
       i.made_ms + 2592000000
  FROM visit_invitations i
  JOIN team_serves s ON s.home_id = i.home_id AND s.person_no = i.person_no
 WHERE i.home_id = ?1 AND s.team_no = ?2 AND s.until_ms IS NULL
   AND i.made_ms >= ?3 AND i.made_ms < ?4 -- of one person instead: AND i.person_no = ?3
 ORDER BY 2, i.made_ms
