-- Who asked for something, who was not asked, whose visit or follow-up is near: one row for each person and reason.
-- In this order (CROSS JOIN): agreements of the last half year first, by their time.
-- `+ 0`: one person's ratings are few; an index over everybody's by time would be read for each agreement.
-- ?1 home, ?2 professional, ?3 now, ?4 today as a day. Only people whom one of the professional's teams serves now.
SELECT w.reason, p.person_no, p.public_id, p.name, p.born_day, w.moment,
       (SELECT x.choice FROM wishes x
         WHERE x.home_id = p.home_id AND x.person_no = p.person_no AND x.kind = 'reach_by'
           AND x.wish_no = (SELECT max(y.wish_no) FROM wishes y
             WHERE y.home_id = x.home_id AND y.person_no = x.person_no AND y.kind = 'reach_by'))
  FROM persons p
  JOIN (
    SELECT 'stuck' AS reason, b.home_id, b.person_no, max(b.said_ms) AS moment
      FROM barriers b WHERE b.home_id = ?1 AND b.over_ms IS NULL GROUP BY b.home_id, b.person_no
    UNION ALL
    SELECT 'wrong', k.home_id, k.person_no, min(k.said_ms)
      FROM corrections k WHERE k.home_id = ?1 AND k.answer = 'waiting' GROUP BY k.home_id, k.person_no
    UNION ALL
    SELECT 'alert', z.home_id, z.person_no, max(z.answered_ms)
      FROM instrument_answers z WHERE z.home_id = ?1 AND z.alerted = 1 AND z.seen_ms IS NULL
     GROUP BY z.home_id, z.person_no
    UNION ALL
    SELECT 'sent', q.home_id, q.person_no, max(q.sent_ms)
      FROM preparations q WHERE q.home_id = ?1 AND q.sent_ms IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM visits v
         WHERE v.home_id = q.home_id AND v.person_no = q.person_no AND v.held_ms + 0 >= q.sent_ms)
     GROUP BY q.home_id, q.person_no
    UNION ALL
    SELECT 'visit', n.home_id, n.person_no, min(n.visit_day)
      FROM planned_visits n WHERE n.home_id = ?1 AND n.ended_ms IS NULL
       AND n.visit_day BETWEEN ?4 AND ?4 + 7 GROUP BY n.home_id, n.person_no
    UNION ALL
    SELECT 'not_asked', n.home_id, n.person_no, min(n.visit_day)
      FROM planned_visits n WHERE n.home_id = ?1 AND n.ended_ms IS NULL
       AND n.visit_day BETWEEN ?4 AND ?4 + 14
       AND NOT EXISTS (SELECT 1 FROM visit_invitations i
         WHERE i.home_id = n.home_id AND i.person_no = n.person_no AND i.ended_ms IS NULL
           AND i.expires_ms > ?3)
       AND NOT EXISTS (SELECT 1 FROM preparations q
         WHERE q.home_id = n.home_id AND q.person_no = n.person_no AND q.sent_ms > ?3 - 1209600000)
     GROUP BY n.home_id, n.person_no
    UNION ALL
    SELECT 'promise', c.home_id, c.person_no, min(c.due_day)
      FROM actions c WHERE c.home_id = ?1 AND c.side = 'professional' AND c.due_day IS NOT NULL
       AND c.due_day <= ?4 + 7 AND c.due_day >= ?4 - 90
       AND NOT EXISTS (SELECT 1 FROM contributions d
         WHERE d.home_id = c.home_id AND d.person_no = c.person_no
           AND d.agreement_no = c.agreement_no AND d.action_no = c.action_no)
     GROUP BY c.home_id, c.person_no
    UNION ALL
    SELECT 'follow_up', g.home_id, g.person_no, min(g.agreed_ms)
      FROM agreements g CROSS JOIN agreement_aims ga CROSS JOIN aims a
     WHERE g.home_id = ?1 AND g.agreed_ms BETWEEN ?3 - 15724800000 AND ?3 - 1209600000
       AND ga.home_id = g.home_id AND ga.person_no = g.person_no AND ga.agreement_no = g.agreement_no
       AND a.home_id = ga.home_id AND a.person_no = ga.person_no AND a.aim_no = ga.aim_no
       AND a.state = 'held'
       AND EXISTS (SELECT 1 FROM aim_levels l
         WHERE l.home_id = a.home_id AND l.person_no = a.person_no AND l.aim_no = a.aim_no)
       AND NOT EXISTS (SELECT 1 FROM agreement_aims gb
         JOIN agreements h ON h.home_id = gb.home_id AND h.person_no = gb.person_no
          AND h.agreement_no = gb.agreement_no
        WHERE gb.home_id = ga.home_id AND gb.person_no = ga.person_no AND gb.aim_no = ga.aim_no
          AND h.agreed_ms + 0 > g.agreed_ms)
       AND NOT EXISTS (SELECT 1 FROM ratings r
         WHERE r.home_id = a.home_id AND r.person_no = a.person_no AND r.aim_no = a.aim_no
           AND r.side = 'person' AND r.rated_ms + 0 >= g.agreed_ms + 1209600000)
     GROUP BY g.home_id, g.person_no
    UNION ALL
    SELECT 'reach_out', v.home_id, v.person_no, max(v.held_ms)
      FROM visits v WHERE v.home_id = ?1
       AND NOT EXISTS (SELECT 1 FROM planned_visits n
         WHERE n.home_id = v.home_id AND n.person_no = v.person_no AND n.ended_ms IS NULL
           AND n.visit_day >= ?4)
     GROUP BY v.home_id, v.person_no HAVING max(v.held_ms) < ?3 - 15724800000
  ) w ON w.home_id = p.home_id AND w.person_no = p.person_no
 WHERE p.home_id = ?1 AND p.gone = 0
   AND p.person_no IN (SELECT s.person_no FROM team_members m
     JOIN team_serves s ON s.home_id = m.home_id AND s.team_no = m.team_no AND s.until_ms IS NULL
     WHERE m.home_id = ?1 AND m.professional_no = ?2 AND m.until_ms IS NULL)
 ORDER BY w.reason, p.family_name, p.name, p.person_no
