-- A2 Aim understood: of complete answers, how many say "completely". Blocks of 25 or more, each at its last month.
-- ?1 home, ?2 team.
SELECT last_month, understood, answers FROM relationship_blocks WHERE home_id = ?1 AND team_no = ?2 ORDER BY last_month
