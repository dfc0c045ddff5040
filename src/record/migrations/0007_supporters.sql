-- Somebody close whom a person asked to help: what they may see and do, and until when.

CREATE TABLE supporters (
  home_id bigint NOT NULL,
  person_no bigint NOT NULL,
  supporter_no bigint NOT NULL,
  called text NOT NULL,          -- as the person calls them
  scope text NOT NULL CHECK (scope IN ('plan', 'check_ins', 'contribute')),
  asked_ms bigint NOT NULL,
  until_ms bigint NOT NULL,
  user_no bigint,                -- NULL until they have used their link
  accepted_ms bigint,
  ended_ms bigint,               -- when the person ended it
  PRIMARY KEY (home_id, person_no, supporter_no),
  FOREIGN KEY (home_id, person_no) REFERENCES persons (home_id, person_no),
  FOREIGN KEY (home_id, user_no) REFERENCES users (home_id, user_no)
);
CREATE INDEX supporters_user ON supporters (home_id, user_no);

-- A link for a supporter; they choose a name and a password with it, or take it on as themselves.
CREATE TABLE support_invitations (
  token_hash text NOT NULL PRIMARY KEY,
  home_id bigint NOT NULL,
  person_no bigint NOT NULL,
  supporter_no bigint NOT NULL,
  expires_ms bigint NOT NULL
);
