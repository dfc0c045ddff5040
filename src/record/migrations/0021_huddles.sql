-- A team's huddles: what was decided, what was in the way, what went well. No names of patients, and of those who were
-- there only how many.

CREATE TABLE huddles (
  home_id bigint NOT NULL,
  team_no bigint NOT NULL,
  huddle_no bigint NOT NULL,
  begun_by bigint NOT NULL,
  begun_ms bigint NOT NULL,
  closed_ms bigint,
  colleagues bigint NOT NULL,
  partners bigint NOT NULL,
  PRIMARY KEY (home_id, team_no, huddle_no),
  FOREIGN KEY (home_id, team_no) REFERENCES teams (home_id, team_no)
);
CREATE TABLE huddle_notes (
  home_id bigint NOT NULL,
  team_no bigint NOT NULL,
  note_no bigint NOT NULL,
  kind text NOT NULL CHECK (kind IN ('decision', 'friction', 'good')),
  words text NOT NULL,
  owner text NOT NULL,           -- of a decision
  due_day bigint,                -- of a decision
  written_by bigint NOT NULL,
  written_ms bigint NOT NULL,
  ended_ms bigint,               -- done, or no longer to be talked about
  PRIMARY KEY (home_id, team_no, note_no),
  FOREIGN KEY (home_id, team_no) REFERENCES teams (home_id, team_no)
);
