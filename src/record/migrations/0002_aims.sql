-- Aims with their versions, levels and readings-back. Words are kept for ever: rows are added.

CREATE TABLE aims (
  home_id bigint NOT NULL,
  person_no bigint NOT NULL,
  aim_no bigint NOT NULL,
  public_id text NOT NULL,
  state text NOT NULL CHECK (state IN ('held', 'let_go')),
  rank bigint NOT NULL,
  stated_ms bigint NOT NULL,
  let_go_ms bigint,
  source_reference text, -- "Goal/<id>" when the person said it to another system
  source_standing text,  -- whether it holds there or is over
  source_hash text,      -- the content that was taken in last; the same again changes nothing
  PRIMARY KEY (home_id, person_no, aim_no),
  UNIQUE (home_id, public_id),
  UNIQUE (home_id, person_no, source_reference),
  FOREIGN KEY (home_id, person_no) REFERENCES persons (home_id, person_no)
);
CREATE INDEX aims_time ON aims (home_id, stated_ms);

CREATE TABLE aim_versions (
  home_id bigint NOT NULL,
  person_no bigint NOT NULL,
  aim_no bigint NOT NULL,
  version_no bigint NOT NULL,
  words text NOT NULL,
  horizon text NOT NULL,
  situation text,
  importance bigint CHECK (importance BETWEEN 0 AND 10),
  confidence bigint CHECK (confidence BETWEEN 0 AND 10),
  stated_ms bigint NOT NULL,
  written_by bigint, -- who wrote it down in a visit, in the person's words
  PRIMARY KEY (home_id, person_no, aim_no, version_no),
  FOREIGN KEY (home_id, person_no, aim_no) REFERENCES aims (home_id, person_no, aim_no)
);

-- A new set of levels is a new scale_no; the latest holds.
CREATE TABLE aim_levels (
  home_id bigint NOT NULL,
  person_no bigint NOT NULL,
  aim_no bigint NOT NULL,
  scale_no bigint NOT NULL,
  level bigint NOT NULL CHECK (level BETWEEN -2 AND 2),
  baseline bigint NOT NULL CHECK (baseline IN (-2, -1)), -- where the person began, the same in the whole set
  words text NOT NULL, -- empty: this level was not described
  stated_ms bigint NOT NULL,
  PRIMARY KEY (home_id, person_no, aim_no, scale_no, level),
  FOREIGN KEY (home_id, person_no, aim_no) REFERENCES aims (home_id, person_no, aim_no)
);

CREATE TABLE read_backs (
  home_id bigint NOT NULL,
  person_no bigint NOT NULL,
  aim_no bigint NOT NULL,
  read_back_no bigint NOT NULL,
  professional_no bigint NOT NULL,
  as_understood text NOT NULL,
  read_ms bigint NOT NULL,
  answer text NOT NULL CHECK (answer IN ('not_answered', 'yes', 'not_quite')),
  correction text NOT NULL,
  answered_ms bigint,
  PRIMARY KEY (home_id, person_no, aim_no, read_back_no),
  FOREIGN KEY (home_id, person_no, aim_no) REFERENCES aims (home_id, person_no, aim_no),
  FOREIGN KEY (home_id, professional_no) REFERENCES professionals (home_id, professional_no)
);
