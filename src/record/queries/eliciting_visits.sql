-- Visits that one professional held, and in how many what matters was asked: as A1 counts it.
-- ?1 home, ?2 professional, ?3 from, ?4 to.
SELECT count(*), coalesce(sum(CASE WHEN q.asked THEN 1 ELSE 0 END), 0)
  FROM (SELECT (EXISTS (SELECT 1 FROM aim_versions w
                         WHERE w.home_id = v.home_id AND w.person_no = v.person_no
                           AND w.stated_ms BETWEEN v.held_ms - 1209600000 AND v.held_ms + 43200000)
             OR EXISTS (SELECT 1 FROM aim_confirmations c
                         WHERE c.home_id = v.home_id AND c.person_no = v.person_no
                           AND c.confirmed_ms BETWEEN v.held_ms - 1209600000 AND v.held_ms + 43200000)
             OR EXISTS (SELECT 1 FROM read_backs r
                         WHERE r.home_id = v.home_id AND r.person_no = v.person_no
                           AND r.read_ms BETWEEN v.held_ms - 1209600000 AND v.held_ms + 43200000)) AS asked
          FROM visits v
         WHERE v.home_id = ?1 AND v.professional_no = ?2 AND v.held_ms >= ?3 AND v.held_ms < ?4) q
