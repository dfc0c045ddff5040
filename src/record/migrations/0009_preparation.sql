-- Before they meet: invitations, what the person says, numbers that belong to an aim, burdens, wishes.

-- A code for one person, found by its digest before a home is known.
CREATE TABLE visit_invitations (
  code_hash text NOT NULL PRIMARY KEY,
  home_id bigint NOT NULL,
  person_no bigint NOT NULL,
  made_ms bigint NOT NULL,
  expires_ms bigint NOT NULL,
  tries bigint NOT NULL,         -- wrong years of birth; at the limit the code is over
  ended_ms bigint                -- another one was made
);
CREATE INDEX visit_invitations_person ON visit_invitations (home_id, person_no);

-- A device that used a code.
CREATE TABLE guest_sessions (
  session_hash text NOT NULL PRIMARY KEY,
  code_hash text NOT NULL,
  begun_ms bigint NOT NULL
);

CREATE TABLE preparations (
  home_id bigint NOT NULL,
  person_no bigint NOT NULL,
  preparation_no bigint NOT NULL,
  writer text NOT NULL CHECK (writer IN ('person', 'supporter', 'professional')),
  writer_user bigint NOT NULL,   -- 0: the person, signed in or by an invitation
  writer_name text NOT NULL,     -- of a supporter or a professional, as it was then
  begun_ms bigint NOT NULL,
  sent_ms bigint,                -- NULL: nobody but the writer sees it
  PRIMARY KEY (home_id, person_no, preparation_no),
  FOREIGN KEY (home_id, person_no) REFERENCES persons (home_id, person_no)
);

-- A row for each question that was put; without an answer where there was none.
CREATE TABLE preparation_lines (
  home_id bigint NOT NULL,
  person_no bigint NOT NULL,
  preparation_no bigint NOT NULL,
  line_no bigint NOT NULL,
  question text NOT NULL,
  aim_no bigint NOT NULL,        -- 0 where the question is about none
  place bigint NOT NULL,         -- of a concern: 1 to 3; of a number: which; else 0
  answer text,
  taken_out bigint NOT NULL CHECK (taken_out IN (0, 1)),
  PRIMARY KEY (home_id, person_no, preparation_no, line_no),
  FOREIGN KEY (home_id, person_no, preparation_no)
    REFERENCES preparations (home_id, person_no, preparation_no)
);

-- A question of the person's own that belongs to an aim, answered from 0 to 10.
CREATE TABLE numbers (
  home_id bigint NOT NULL,
  person_no bigint NOT NULL,
  number_no bigint NOT NULL,
  aim_no bigint NOT NULL,
  words text NOT NULL,
  at_zero text NOT NULL,
  at_ten text NOT NULL,
  heading text NOT NULL CHECK (heading IN ('down', 'up')),
  stated_ms bigint NOT NULL,
  stopped_ms bigint,             -- the person no longer asks it
  PRIMARY KEY (home_id, person_no, number_no),
  FOREIGN KEY (home_id, person_no, aim_no) REFERENCES aims (home_id, person_no, aim_no)
);

CREATE TABLE number_answers (
  home_id bigint NOT NULL,
  person_no bigint NOT NULL,
  number_no bigint NOT NULL,
  answer_no bigint NOT NULL,
  answer bigint NOT NULL CHECK (answer BETWEEN 0 AND 10),
  said_ms bigint NOT NULL,
  preparation_no bigint,         -- where it was said; goes when its line is taken out
  PRIMARY KEY (home_id, person_no, number_no, answer_no),
  FOREIGN KEY (home_id, person_no, number_no) REFERENCES numbers (home_id, person_no, number_no)
);

-- 0 none to 4 very much.
CREATE TABLE burdens (
  home_id bigint NOT NULL,
  person_no bigint NOT NULL,
  burden_no bigint NOT NULL,
  kind text NOT NULL CHECK (kind IN ('illness', 'care')),
  answer bigint NOT NULL CHECK (answer BETWEEN 0 AND 4),
  said_ms bigint NOT NULL,
  preparation_no bigint,
  PRIMARY KEY (home_id, person_no, burden_no),
  FOREIGN KEY (home_id, person_no) REFERENCES persons (home_id, person_no)
);

-- The aim is still right: who was asked, where.
CREATE TABLE aim_confirmations (
  home_id bigint NOT NULL,
  person_no bigint NOT NULL,
  aim_no bigint NOT NULL,
  confirmation_no bigint NOT NULL,
  occasion text NOT NULL CHECK (occasion IN ('before_visit', 'in_visit')),
  professional_no bigint,        -- who asked, in a visit
  confirmed_ms bigint NOT NULL,
  PRIMARY KEY (home_id, person_no, aim_no, confirmation_no),
  FOREIGN KEY (home_id, person_no, aim_no) REFERENCES aims (home_id, person_no, aim_no),
  FOREIGN KEY (home_id, professional_no) REFERENCES professionals (home_id, professional_no)
);

-- How the person wants to work together; the latest of each kind holds.
CREATE TABLE wishes (
  home_id bigint NOT NULL,
  person_no bigint NOT NULL,
  wish_no bigint NOT NULL,
  kind text NOT NULL,
  choice text NOT NULL,
  said_ms bigint NOT NULL,
  PRIMARY KEY (home_id, person_no, wish_no),
  FOREIGN KEY (home_id, person_no) REFERENCES persons (home_id, person_no)
);
