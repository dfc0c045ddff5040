-- What each measure of a team said when its last huddle ended: what late records changed since is told against it.
CREATE TABLE kept_counts (
  home_id bigint NOT NULL,
  team_no bigint NOT NULL,
  measure text NOT NULL,         -- "aim_asked", "p3m2"
  month_no bigint NOT NULL,      -- months since 1970
  counted bigint NOT NULL,
  out_of bigint NOT NULL,
  value text NOT NULL,           -- of measured values, in digits that give the same number back; else empty
  kept_ms bigint NOT NULL,
  PRIMARY KEY (home_id, team_no, measure, month_no),
  FOREIGN KEY (home_id, team_no) REFERENCES teams (home_id, team_no)
);
