-- Keys with which programs are let in for a while.
CREATE TABLE access_tokens (
  home_id bigint NOT NULL,       -- 0: for the whole clinic
  digest text NOT NULL,          -- SHA-256 of the key, which nobody keeps
  name text NOT NULL,            -- who the program is, for the history
  scope text NOT NULL,           -- SMART App Launch 2: "system/*.rs"
  patient text NOT NULL,         -- "Patient/<id>"; empty: not bound to one person
  issued_ms bigint NOT NULL,
  expires_ms bigint NOT NULL,
  PRIMARY KEY (home_id, digest)
);
