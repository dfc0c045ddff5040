-- A11 Cost of using us: active seconds of a visit's screen, in thousandths, and how often it took so long.
-- ?1 home, ?2 team: the clinic's, since nobody and no team is written down with them. Weeks of five uses or more, each at
-- its Thursday.
SELECT e.week_day * 86400000 + 302400000, e.seconds * 1000, e.times
  FROM effort e
 WHERE e.home_id = ?1 AND ?2 > 0 AND e.screen = 'visit'
   AND (SELECT sum(x.times) FROM effort x
         WHERE x.home_id = e.home_id AND x.week_day = e.week_day AND x.screen = e.screen) >= 5
 ORDER BY e.week_day, e.seconds
