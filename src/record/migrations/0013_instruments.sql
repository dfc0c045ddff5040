-- Which questionnaires a site switched on, with what permission; and what people answered.

CREATE TABLE instruments_on (
  home_id bigint NOT NULL REFERENCES homes (home_id),
  instrument text NOT NULL,      -- "phq-9"
  switch_no bigint NOT NULL,
  version bigint NOT NULL,
  permission text NOT NULL,      -- a reference to it; empty where none is needed
  who_answers text NOT NULL,     -- a named person, where somebody must
  hours text NOT NULL,
  set_by text NOT NULL,          -- as they were called then
  set_ms bigint NOT NULL,
  ended_ms bigint,
  PRIMARY KEY (home_id, instrument, switch_no)
);

CREATE TABLE instrument_answers (
  home_id bigint NOT NULL,
  person_no bigint NOT NULL,
  answer_no bigint NOT NULL,
  instrument text NOT NULL,
  version bigint NOT NULL,
  answers text NOT NULL,         -- "1 2 - 0": - where there was no answer
  score_milli bigint,            -- thousandths; NULL: no score
  alerted bigint NOT NULL CHECK (alerted IN (0, 1)),
  answered_ms bigint NOT NULL,
  seen_by bigint,                -- professional_no of who looked into what asked for help
  seen_ms bigint,
  PRIMARY KEY (home_id, person_no, answer_no),
  FOREIGN KEY (home_id, person_no) REFERENCES persons (home_id, person_no),
  FOREIGN KEY (home_id, seen_by) REFERENCES professionals (home_id, professional_no)
);
