-- A1 Aim asked: visits with an aim stated, restated, confirmed or read back in the visit or in the 14 days before it.
-- ?1 home, ?2 team, ?3 from, ?4 to. A visit belongs to the team of the professional who held it.
SELECT v.held_ms,
       EXISTS (SELECT 1 FROM aim_versions w
                WHERE w.home_id = v.home_id AND w.person_no = v.person_no
                  AND w.stated_ms BETWEEN v.held_ms - 1209600000 AND v.held_ms + 43200000)
    OR EXISTS (SELECT 1 FROM aim_confirmations c
                WHERE c.home_id = v.home_id AND c.person_no = v.person_no
                  AND c.confirmed_ms BETWEEN v.held_ms - 1209600000 AND v.held_ms + 43200000)
    OR EXISTS (SELECT 1 FROM read_backs r
                WHERE r.home_id = v.home_id AND r.person_no = v.person_no
                  AND r.read_ms BETWEEN v.held_ms - 1209600000 AND v.held_ms + 43200000),
       v.person_no,
       v.visit_no,
       v.held_ms
  FROM visits v
  JOIN team_members m ON m.home_id = v.home_id AND m.professional_no = v.professional_no
 WHERE v.home_id = ?1 AND m.team_no = ?2
   AND v.held_ms >= ?3 AND v.held_ms < ?4 -- of one person instead: AND v.person_no = ?3
 ORDER BY v.held_ms + 0
