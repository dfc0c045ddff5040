-- Who was erased, without a name; and what a person says is wrong in their record.

CREATE TABLE erased (
  home_id bigint NOT NULL,
  kind text NOT NULL CHECK (kind IN ('person', 'user')),
  number bigint NOT NULL,        -- never given again
  source_hash text NOT NULL,     -- SHA-256 of a person's source reference; empty of a user
  erased_ms bigint NOT NULL,
  PRIMARY KEY (home_id, kind, number)
);
CREATE INDEX erased_source ON erased (home_id, source_hash);

CREATE TABLE corrections (
  home_id bigint NOT NULL,
  person_no bigint NOT NULL,
  correction_no bigint NOT NULL,
  about text NOT NULL,           -- "identity", "agreement", ...
  number bigint NOT NULL,        -- which agreement; 0 where there is only one
  words text NOT NULL,
  said_ms bigint NOT NULL,
  answer text NOT NULL CHECK (answer IN ('waiting', 'put_right', 'seen_differently')),
  reason text NOT NULL,
  answered_by bigint,            -- professional_no
  answered_ms bigint,
  PRIMARY KEY (home_id, person_no, correction_no),
  FOREIGN KEY (home_id, person_no) REFERENCES persons (home_id, person_no),
  FOREIGN KEY (home_id, answered_by) REFERENCES professionals (home_id, professional_no)
);
