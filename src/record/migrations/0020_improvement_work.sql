-- What a team makes better: the place, projects, charters, drivers, measures of their own, tests of change. Nothing
-- here is about one person. Whoever wrote something stands by the number of their sign-in, which goes with them.

CREATE TABLE place_profiles (
  home_id bigint NOT NULL,
  team_no bigint NOT NULL,
  version_no bigint NOT NULL,
  as_of_day bigint NOT NULL,
  written_by bigint NOT NULL,
  written_ms bigint NOT NULL,
  PRIMARY KEY (home_id, team_no, version_no),
  FOREIGN KEY (home_id, team_no) REFERENCES teams (home_id, team_no)
);
CREATE TABLE place_facets (
  home_id bigint NOT NULL,
  team_no bigint NOT NULL,
  version_no bigint NOT NULL,
  facet text NOT NULL CHECK (facet IN ('place', 'staffing', 'process', 'technology', 'culture', 'community')),
  words text NOT NULL,
  PRIMARY KEY (home_id, team_no, version_no, facet),
  FOREIGN KEY (home_id, team_no, version_no) REFERENCES place_profiles (home_id, team_no, version_no)
);

CREATE TABLE projects (
  home_id bigint NOT NULL,
  project_no bigint NOT NULL,
  public_id text NOT NULL,
  team_no bigint NOT NULL,
  begun_by bigint NOT NULL,
  begun_ms bigint NOT NULL,
  ended_ms bigint,
  ended_why text NOT NULL,       -- what was decided, and who keeps the measure going
  PRIMARY KEY (home_id, project_no),
  UNIQUE (home_id, public_id),
  FOREIGN KEY (home_id, team_no) REFERENCES teams (home_id, team_no)
);
-- Those whom the team asked, patient partners first of all; the team itself need not be asked.
CREATE TABLE project_members (
  home_id bigint NOT NULL,
  project_no bigint NOT NULL,
  user_no bigint NOT NULL,
  asked_by bigint NOT NULL,
  asked_ms bigint NOT NULL,
  joined_ms bigint,
  ended_ms bigint,
  PRIMARY KEY (home_id, project_no, user_no),
  FOREIGN KEY (home_id, project_no) REFERENCES projects (home_id, project_no),
  FOREIGN KEY (home_id, user_no) REFERENCES users (home_id, user_no)
);
CREATE INDEX project_members_user ON project_members (home_id, user_no);

CREATE TABLE charters (
  home_id bigint NOT NULL,
  project_no bigint NOT NULL,
  version_no bigint NOT NULL,
  written_by bigint NOT NULL,
  written_ms bigint NOT NULL,
  PRIMARY KEY (home_id, project_no, version_no),
  FOREIGN KEY (home_id, project_no) REFERENCES projects (home_id, project_no)
);
CREATE TABLE charter_words (
  home_id bigint NOT NULL,
  project_no bigint NOT NULL,
  version_no bigint NOT NULL,
  field text NOT NULL,           -- "health_gain"; fields without words have no row
  words text NOT NULL,
  PRIMARY KEY (home_id, project_no, version_no, field),
  FOREIGN KEY (home_id, project_no, version_no) REFERENCES charters (home_id, project_no, version_no)
);
-- The plan was held against the place again, after the place changed.
CREATE TABLE place_checks (
  home_id bigint NOT NULL,
  project_no bigint NOT NULL,
  place_version bigint NOT NULL,
  still_fits bigint NOT NULL CHECK (still_fits IN (0, 1)),
  words text NOT NULL,
  checked_by bigint NOT NULL,
  checked_ms bigint NOT NULL,
  PRIMARY KEY (home_id, project_no, place_version),
  FOREIGN KEY (home_id, project_no) REFERENCES projects (home_id, project_no)
);

CREATE TABLE drivers (
  home_id bigint NOT NULL,
  project_no bigint NOT NULL,
  driver_no bigint NOT NULL,
  version_no bigint NOT NULL,
  kind text NOT NULL CHECK (kind IN ('primary', 'secondary', 'change')),
  under_no bigint NOT NULL,      -- 0: the aim
  words text NOT NULL,
  measure_no bigint NOT NULL,    -- 0: none
  written_by bigint NOT NULL,
  written_ms bigint NOT NULL,
  ended_ms bigint,               -- a newer version holds, or it was taken out
  PRIMARY KEY (home_id, project_no, driver_no, version_no),
  FOREIGN KEY (home_id, project_no) REFERENCES projects (home_id, project_no)
);

CREATE TABLE project_measures (
  home_id bigint NOT NULL,
  project_no bigint NOT NULL,
  measure_no bigint NOT NULL,
  version_no bigint NOT NULL,
  standard text NOT NULL,        -- "aim_attained"; empty: the project's own
  content text NOT NULL,         -- of its own: the lines of the definition
  written_by bigint NOT NULL,
  written_ms bigint NOT NULL,
  ended_ms bigint,
  PRIMARY KEY (home_id, project_no, measure_no, version_no),
  FOREIGN KEY (home_id, project_no) REFERENCES projects (home_id, project_no)
);
-- Added and never overwritten: of two for one day the later entry holds.
CREATE TABLE measure_numbers (
  home_id bigint NOT NULL,
  project_no bigint NOT NULL,
  measure_no bigint NOT NULL,
  entry_no bigint NOT NULL,
  number_day bigint NOT NULL,
  counted bigint NOT NULL,
  out_of bigint NOT NULL,
  value_milli bigint NOT NULL,
  taken_out bigint NOT NULL CHECK (taken_out IN (0, 1)),
  entered_by bigint NOT NULL,
  entered_ms bigint NOT NULL,
  PRIMARY KEY (home_id, project_no, measure_no, entry_no),
  FOREIGN KEY (home_id, project_no) REFERENCES projects (home_id, project_no)
);

CREATE TABLE tests_of_change (
  home_id bigint NOT NULL,
  project_no bigint NOT NULL,
  test_no bigint NOT NULL,
  version_no bigint NOT NULL,    -- of the plan, until it is locked
  title text NOT NULL,
  hypothesis text NOT NULL,
  idea_no bigint NOT NULL,
  measure_no bigint NOT NULL,
  what text NOT NULL,
  seen_as text NOT NULL CHECK (seen_as IN ('share', 'number')),
  before_milli bigint,           -- how it is before the test
  predicted text NOT NULL CHECK (predicted IN ('more', 'less', 'same', 'between')),
  low_milli bigint NOT NULL,
  high_milli bigint NOT NULL,
  confidence bigint NOT NULL CHECK (confidence BETWEEN 0 AND 100),
  size_no bigint NOT NULL,
  begins_day bigint NOT NULL,
  ends_day bigint NOT NULL,
  stop_rule text NOT NULL,
  people_minutes bigint NOT NULL,
  sponsor text NOT NULL,
  who text NOT NULL,
  supplies text NOT NULL,
  permission text NOT NULL,
  follows_no bigint NOT NULL,    -- 0: the first of its ramp
  written_by bigint NOT NULL,
  written_ms bigint NOT NULL,
  learnt text NOT NULL,
  studied_ms bigint,
  decision text NOT NULL CHECK (decision IN ('', 'adopt', 'adapt', 'abandon')),
  reason text NOT NULL,
  decided_ms bigint,
  PRIMARY KEY (home_id, project_no, test_no),
  FOREIGN KEY (home_id, project_no) REFERENCES projects (home_id, project_no)
);
-- The prediction stands from here on; no statement changes or removes a row.
CREATE TABLE test_locks (
  home_id bigint NOT NULL,
  project_no bigint NOT NULL,
  test_no bigint NOT NULL,
  locked_ms bigint NOT NULL,
  locked_by bigint NOT NULL,
  PRIMARY KEY (home_id, project_no, test_no),
  UNIQUE (home_id, project_no, test_no, locked_ms),
  FOREIGN KEY (home_id, project_no, test_no) REFERENCES tests_of_change (home_id, project_no, test_no)
);
-- A datum names the lock before it: without one, or from an earlier time, there is no row.
CREATE TABLE test_data (
  home_id bigint NOT NULL,
  project_no bigint NOT NULL,
  test_no bigint NOT NULL,
  datum_no bigint NOT NULL,
  locked_ms bigint NOT NULL,
  datum_day bigint NOT NULL,
  counted bigint NOT NULL,
  out_of bigint NOT NULL,
  value_milli bigint NOT NULL,
  note text NOT NULL,
  noted_by bigint NOT NULL,
  noted_ms bigint NOT NULL,
  taken_back_ms bigint,
  PRIMARY KEY (home_id, project_no, test_no, datum_no),
  FOREIGN KEY (home_id, project_no, test_no, locked_ms)
    REFERENCES test_locks (home_id, project_no, test_no, locked_ms),
  CHECK (noted_ms >= locked_ms)
);
