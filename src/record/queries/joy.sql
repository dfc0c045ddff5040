-- A13 Joy: of the team's answers of a month, how many are one of the two at the top. Months with five or more answers,
-- once a later month has begun.
-- ?1 home, ?2 team.
SELECT month_no, at_the_top, answers FROM joy_months WHERE home_id = ?1 AND team_no = ?2 ORDER BY month_no
