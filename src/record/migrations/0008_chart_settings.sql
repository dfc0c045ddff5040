-- What a team decided about the chart of a measure, each decision with its reason.

CREATE TABLE chart_settings (
  home_id bigint NOT NULL,
  team_no bigint NOT NULL,
  measure text NOT NULL,         -- "aim_asked"
  setting_no bigint NOT NULL,
  kind text NOT NULL CHECK (kind IN ('phase', 'left_out', 'chart')),
  month_no bigint NOT NULL,      -- months since 1970; 0 where the decision is about the kind of chart
  chart text NOT NULL,           -- p, pp, run; empty where it is about a month
  reason text NOT NULL,
  set_by text NOT NULL,          -- as they were called then
  set_ms bigint NOT NULL,
  withdrawn_ms bigint,
  PRIMARY KEY (home_id, team_no, measure, setting_no),
  FOREIGN KEY (home_id, team_no) REFERENCES teams (home_id, team_no)
);
