-- What a project found: in which context, by which mechanism, with what outcome. That something did not work, or is not
-- suitable here, is a finding of the first rank.

CREATE TABLE findings (
  home_id bigint NOT NULL,
  project_no bigint NOT NULL,
  finding_no bigint NOT NULL,
  kind text NOT NULL CHECK (kind IN ('worked', 'partly', 'did_not_work', 'not_suitable')),
  context text NOT NULL,
  mechanism text NOT NULL,
  outcome text NOT NULL,
  data_words text NOT NULL,      -- the numbers behind it, in words
  story text NOT NULL,
  measure_no bigint NOT NULL,    -- 0: none
  test_no bigint NOT NULL,       -- 0: none
  action text NOT NULL,          -- the option of this name in the network; empty: none
  written_by bigint NOT NULL,
  written_ms bigint NOT NULL,
  approved_by bigint,            -- of the team: may stand beside the option
  approved_ms bigint,
  ended_ms bigint,
  PRIMARY KEY (home_id, project_no, finding_no),
  FOREIGN KEY (home_id, project_no) REFERENCES projects (home_id, project_no)
);
CREATE INDEX findings_action ON findings (home_id, action);
