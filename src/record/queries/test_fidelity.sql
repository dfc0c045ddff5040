-- A14 Test fidelity: features that a team's tests of change kept, of those of which it can be said: predicted before the
-- first datum and why it should work (when it was locked), data on three days or more (when it was studied), more than one
-- cycle and small first (when the first cycle was decided).
-- ?1 home, ?2 team.
SELECT l.locked_ms,
       CASE WHEN EXISTS (SELECT 1 FROM test_data d
                          WHERE d.home_id = l.home_id AND d.project_no = l.project_no AND d.test_no = l.test_no
                            AND d.noted_ms < l.locked_ms) THEN 0 ELSE 1 END,
       1
  FROM test_locks l
  JOIN projects p ON p.home_id = l.home_id AND p.project_no = l.project_no
 WHERE l.home_id = ?1 AND p.team_no = ?2
UNION ALL
SELECT l.locked_ms, CASE WHEN t.hypothesis <> '' THEN 1 ELSE 0 END, 1
  FROM test_locks l
  JOIN projects p ON p.home_id = l.home_id AND p.project_no = l.project_no
  JOIN tests_of_change t ON t.home_id = l.home_id AND t.project_no = l.project_no AND t.test_no = l.test_no
 WHERE l.home_id = ?1 AND p.team_no = ?2
UNION ALL
SELECT t.studied_ms,
       CASE WHEN (SELECT count(DISTINCT d.datum_day) FROM test_data d
                   WHERE d.home_id = t.home_id AND d.project_no = t.project_no AND d.test_no = t.test_no
                     AND d.taken_back_ms IS NULL) >= 3 THEN 1 ELSE 0 END,
       1
  FROM test_locks l
  JOIN projects p ON p.home_id = l.home_id AND p.project_no = l.project_no
  JOIN tests_of_change t ON t.home_id = l.home_id AND t.project_no = l.project_no AND t.test_no = l.test_no
 WHERE l.home_id = ?1 AND p.team_no = ?2 AND t.studied_ms IS NOT NULL
UNION ALL
SELECT t.decided_ms,
       CASE WHEN EXISTS (SELECT 1 FROM tests_of_change f
                           JOIN test_locks k ON k.home_id = f.home_id AND k.project_no = f.project_no AND k.test_no = f.test_no
                          WHERE f.home_id = t.home_id AND f.project_no = t.project_no AND f.follows_no = t.test_no)
            THEN 1 ELSE 0 END,
       1
  FROM test_locks l
  JOIN projects p ON p.home_id = l.home_id AND p.project_no = l.project_no
  JOIN tests_of_change t ON t.home_id = l.home_id AND t.project_no = l.project_no AND t.test_no = l.test_no
 WHERE l.home_id = ?1 AND p.team_no = ?2 AND t.decided_ms IS NOT NULL AND t.follows_no = 0
   AND (t.decision <> 'abandon'
        OR EXISTS (SELECT 1 FROM tests_of_change f
                     JOIN test_locks k ON k.home_id = f.home_id AND k.project_no = f.project_no AND k.test_no = f.test_no
                    WHERE f.home_id = t.home_id AND f.project_no = t.project_no AND f.follows_no = t.test_no))
UNION ALL
SELECT t.decided_ms,
       CASE WHEN t.size_no <= 20
             AND NOT EXISTS (SELECT 1 FROM tests_of_change f
                               JOIN test_locks k ON k.home_id = f.home_id AND k.project_no = f.project_no AND k.test_no = f.test_no
                              WHERE f.home_id = t.home_id AND f.project_no = t.project_no AND f.follows_no = t.test_no
                                AND f.size_no < t.size_no)
            THEN 1 ELSE 0 END,
       1
  FROM test_locks l
  JOIN projects p ON p.home_id = l.home_id AND p.project_no = l.project_no
  JOIN tests_of_change t ON t.home_id = l.home_id AND t.project_no = l.project_no AND t.test_no = l.test_no
 WHERE l.home_id = ?1 AND p.team_no = ?2 AND t.decided_ms IS NOT NULL AND t.follows_no = 0
