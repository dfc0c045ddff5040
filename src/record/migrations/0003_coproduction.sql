-- A person's circumstances, agreements with their actions, and what each side did.

CREATE TABLE circumstances (
  home_id bigint NOT NULL,
  person_no bigint NOT NULL,
  version_no bigint NOT NULL,
  minutes_to_spare bigint, -- a week; NULL: not said
  commitments text NOT NULL,
  strengths text NOT NULL,
  helpers text NOT NULL,
  stated_ms bigint NOT NULL,
  PRIMARY KEY (home_id, person_no, version_no),
  FOREIGN KEY (home_id, person_no) REFERENCES persons (home_id, person_no)
);

CREATE TABLE agreements (
  home_id bigint NOT NULL,
  person_no bigint NOT NULL,
  agreement_no bigint NOT NULL,
  shared_work text NOT NULL,
  response_kind text NOT NULL,
  note text NOT NULL,
  standard text NOT NULL,        -- of a standard response: its name and version
  disturbs bigint CHECK (disturbs IN (0, 1)), -- what must not be; NULL: nobody asked
  disturbs_how text NOT NULL,
  persons_view text NOT NULL,    -- where the two sides see it differently
  professionals_view text NOT NULL,
  look_again_day bigint,
  recorded_by bigint NOT NULL, -- professional_no
  agreed_ms bigint NOT NULL,
  PRIMARY KEY (home_id, person_no, agreement_no),
  FOREIGN KEY (home_id, person_no) REFERENCES persons (home_id, person_no),
  FOREIGN KEY (home_id, recorded_by) REFERENCES professionals (home_id, professional_no)
);

CREATE INDEX agreements_time ON agreements (home_id, agreed_ms);

CREATE TABLE agreement_aims (
  home_id bigint NOT NULL,
  person_no bigint NOT NULL,
  agreement_no bigint NOT NULL,
  aim_no bigint NOT NULL,
  PRIMARY KEY (home_id, person_no, agreement_no, aim_no),
  FOREIGN KEY (home_id, person_no, agreement_no)
    REFERENCES agreements (home_id, person_no, agreement_no),
  FOREIGN KEY (home_id, person_no, aim_no) REFERENCES aims (home_id, person_no, aim_no)
);

-- What was talked about before they agreed.
CREATE TABLE agreement_options (
  home_id bigint NOT NULL,
  person_no bigint NOT NULL,
  agreement_no bigint NOT NULL,
  option_no bigint NOT NULL,
  source text NOT NULL CHECK (source IN ('carry_on', 'own_history', 'offered', 'other')),
  standing text NOT NULL CHECK (standing IN ('considered', 'chosen', 'refused')),
  words text NOT NULL,
  version text NOT NULL,         -- of an offer
  persons_reason text NOT NULL,
  professionals_reason text NOT NULL,
  PRIMARY KEY (home_id, person_no, agreement_no, option_no),
  FOREIGN KEY (home_id, person_no, agreement_no)
    REFERENCES agreements (home_id, person_no, agreement_no)
);

-- They looked at it again and said: the same as before.
CREATE TABLE agreement_reviews (
  home_id bigint NOT NULL,
  person_no bigint NOT NULL,
  agreement_no bigint NOT NULL,
  review_no bigint NOT NULL,
  professional_no bigint NOT NULL,
  reviewed_ms bigint NOT NULL,
  PRIMARY KEY (home_id, person_no, agreement_no, review_no),
  FOREIGN KEY (home_id, person_no, agreement_no)
    REFERENCES agreements (home_id, person_no, agreement_no),
  FOREIGN KEY (home_id, professional_no) REFERENCES professionals (home_id, professional_no)
);

CREATE TABLE actions (
  home_id bigint NOT NULL,
  person_no bigint NOT NULL,
  agreement_no bigint NOT NULL,
  action_no bigint NOT NULL,
  side text NOT NULL CHECK (side IN ('person', 'professional')),
  professional_no bigint,
  words text NOT NULL,
  due_day bigint,
  minutes_a_week bigint,
  PRIMARY KEY (home_id, person_no, agreement_no, action_no),
  FOREIGN KEY (home_id, person_no, agreement_no)
    REFERENCES agreements (home_id, person_no, agreement_no),
  FOREIGN KEY (home_id, professional_no) REFERENCES professionals (home_id, professional_no)
);

-- A deed: one side's part of an action, done on a day.
CREATE TABLE contributions (
  home_id bigint NOT NULL,
  person_no bigint NOT NULL,
  agreement_no bigint NOT NULL,
  action_no bigint NOT NULL,
  done_day bigint NOT NULL,
  noted_ms bigint NOT NULL,
  PRIMARY KEY (home_id, person_no, agreement_no, action_no, done_day),
  FOREIGN KEY (home_id, person_no, agreement_no, action_no)
    REFERENCES actions (home_id, person_no, agreement_no, action_no)
);

CREATE TABLE check_ins (
  home_id bigint NOT NULL,
  person_no bigint NOT NULL,
  check_in_no bigint NOT NULL,
  line text NOT NULL, -- anything the person wanted to say; may be empty
  made_ms bigint NOT NULL,
  PRIMARY KEY (home_id, person_no, check_in_no),
  FOREIGN KEY (home_id, person_no) REFERENCES persons (home_id, person_no)
);
