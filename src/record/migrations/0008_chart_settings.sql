-- What a team decided about the chart of a measure, each decision with its reason.

CREATE TABLE chart_settings (
  home_id bigint NOT NULL,
  team_no bigint NOT NULL,
  measure text NOT NULL,         -- "aim_asked"
  setting_no bigint NOT NULL,
  kind text NOT NULL CHECK (kind IN ('phase', 'baseline', 'left_out', 'note', 'target', 'chart', 'rules')),
  month_no bigint NOT NULL,      -- months since 1970; 0 where the decision is about none
  choice text NOT NULL,          -- of chart and rules: their code; else empty
  target_permille bigint NOT NULL,
  reason text NOT NULL,
  set_by text NOT NULL,          -- as they were called then
  set_ms bigint NOT NULL,
  withdrawn_ms bigint,
  PRIMARY KEY (home_id, team_no, measure, setting_no),
  FOREIGN KEY (home_id, team_no) REFERENCES teams (home_id, team_no)
);
