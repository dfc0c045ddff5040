-- A person tries two options turn by turn; the days' answers stand in number_answers.

CREATE TABLE own_trials (
  home_id bigint NOT NULL,
  person_no bigint NOT NULL,
  trial_no bigint NOT NULL,
  aim_no bigint NOT NULL,
  agreement_no bigint NOT NULL,
  a_option bigint NOT NULL,      -- of the agreement; 0: carrying on as now
  a_offer text NOT NULL,
  a_words text NOT NULL,
  a_washout_days bigint NOT NULL,
  b_option bigint NOT NULL,
  b_offer text NOT NULL,
  b_words text NOT NULL,
  b_washout_days bigint NOT NULL,
  number_no bigint NOT NULL,
  block_days bigint NOT NULL,
  drawn text NOT NULL,           -- a letter a pair of blocks: which came first
  stop_rule text NOT NULL,
  begins_day bigint NOT NULL,
  made_with bigint NOT NULL,     -- professional_no
  made_ms bigint NOT NULL,
  stopped_ms bigint,
  stopped_why text NOT NULL,
  PRIMARY KEY (home_id, person_no, trial_no),
  FOREIGN KEY (home_id, person_no, agreement_no)
    REFERENCES agreements (home_id, person_no, agreement_no),
  FOREIGN KEY (home_id, person_no, number_no) REFERENCES numbers (home_id, person_no, number_no),
  FOREIGN KEY (home_id, made_with) REFERENCES professionals (home_id, professional_no)
);
