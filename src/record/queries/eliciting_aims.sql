-- Aims, as they were said last within the time, of those whom one professional met in it: for the near future, for the
-- long run, in the person's own writing, and written down for them.
-- ?1 home, ?2 professional, ?3 from, ?4 to.
SELECT coalesce(sum(CASE WHEN w.horizon = 'soon' THEN 1 ELSE 0 END), 0),
       coalesce(sum(CASE WHEN w.horizon = 'long_term' THEN 1 ELSE 0 END), 0),
       coalesce(sum(CASE WHEN w.written_by IS NULL THEN 1 ELSE 0 END), 0),
       coalesce(sum(CASE WHEN w.written_by IS NOT NULL THEN 1 ELSE 0 END), 0)
  FROM aim_versions w
 WHERE w.home_id = ?1 AND w.stated_ms >= ?3 AND w.stated_ms < ?4
   AND w.version_no = (SELECT max(x.version_no) FROM aim_versions x
                        WHERE x.home_id = w.home_id AND x.person_no = w.person_no AND x.aim_no = w.aim_no
                          AND x.stated_ms < ?4)
   AND EXISTS (SELECT 1 FROM visits v
                WHERE v.home_id = w.home_id AND v.person_no = w.person_no AND v.professional_no = ?2
                  AND v.held_ms >= ?3 AND v.held_ms < ?4)
