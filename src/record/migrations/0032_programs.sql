-- Programs that people may let in, named by an administrator.
CREATE TABLE known_programs (
  home_id bigint NOT NULL,         -- 0: for the whole clinic
  program_id text NOT NULL,        -- its client_id
  name text NOT NULL,              -- as people here call it
  returns text NOT NULL,           -- where it comes back to: whole addresses, one a line
  secret_digest text NOT NULL,     -- SHA-256; empty: it can keep no secret
  seed text NOT NULL,              -- from which it learns a name for each user that no other program knows
  named_ms bigint NOT NULL,
  PRIMARY KEY (home_id, program_id)
);

-- What somebody lets a program do, about one person at most.
CREATE TABLE program_grants (
  home_id bigint NOT NULL,
  grant_id text NOT NULL,
  user_no bigint NOT NULL,         -- who let it in
  program_id text NOT NULL,
  person_no bigint,                -- about whom; none: only who is signed in
  scope text NOT NULL,             -- SMART App Launch 2, as agreed to
  returns_to text NOT NULL,
  challenge text NOT NULL,         -- PKCE, S256
  nonce text NOT NULL,
  code_digest text NOT NULL,
  key_digest text NOT NULL,        -- empty: none yet
  refresh_digest text NOT NULL,    -- empty: it may not come back
  family_digest text NOT NULL,     -- of what all its refresh tokens share: an older one ends the grant
  given_ms bigint NOT NULL,
  code_until_ms bigint NOT NULL,   -- 0: used
  key_until_ms bigint NOT NULL,
  refresh_until_ms bigint NOT NULL,
  PRIMARY KEY (home_id, grant_id)
);
CREATE INDEX program_grants_by_user ON program_grants (home_id, user_no);
