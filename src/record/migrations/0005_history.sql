-- Who did and who looked, in an unbroken chain; answers to repeated acts; resources as they came in.

-- Append only: no statement of the program changes or removes a row.
CREATE TABLE history (
  home_id bigint NOT NULL,
  entry_no bigint NOT NULL,
  at_ms bigint NOT NULL,
  user_no bigint NOT NULL,       -- 0: the program itself
  actor_name text NOT NULL,      -- a professional's or administrator's, as it was then; else empty
  actor_side text NOT NULL,      -- person, professional or other
  actor_role text NOT NULL,      -- a professional's, as it was then
  relation text NOT NULL,        -- by which the record was reached: self, team_member; empty: by none
  person_no bigint,              -- whose record it was; NULL when nobody's
  act text NOT NULL,             -- the act's own word, such as state_aim
  what text NOT NULL,            -- which part: "aim 2"; never anybody's words
  content text NOT NULL,         -- a line for each part that changed: its name and its fingerprint
  hash text NOT NULL,            -- SHA-256 over all of the above and the entry before
  PRIMARY KEY (home_id, entry_no)
);
CREATE INDEX history_person ON history (home_id, person_no, entry_no);

-- Where each home's chain ends: whoever appends takes it first, so that two never append at once.
CREATE TABLE history_heads (
  home_id bigint NOT NULL PRIMARY KEY,
  entry_no bigint NOT NULL,
  hash text NOT NULL
);

-- A form that is sent twice is carried out once and gets the first answer again.
CREATE TABLE answered (
  home_id bigint NOT NULL,
  once_key text NOT NULL,
  user_no bigint NOT NULL,
  person_no bigint NOT NULL,
  act text NOT NULL,
  answer text NOT NULL,
  answered_ms bigint NOT NULL,
  PRIMARY KEY (home_id, user_no, once_key)
);

-- The original bytes of every imported resource, beside what we index.
CREATE TABLE resources (
  home_id bigint NOT NULL,       -- 0 until a resource is placed: see docs/decisions/0005
  type text NOT NULL,
  resource_id text NOT NULL,
  content_hash text NOT NULL,    -- SHA-256 of the canonical content, without version and time
  last_updated_ms bigint,        -- as the resource says
  imported_ms bigint NOT NULL,
  content bytes NOT NULL,
  bytes_hash text NOT NULL,      -- SHA-256 of `content`
  PRIMARY KEY (home_id, type, resource_id)
);

-- Resources that speak of somebody or something that has not come in yet.
CREATE TABLE waiting_resources (
  home_id bigint NOT NULL,       -- 0, as above
  type text NOT NULL,
  resource_id text NOT NULL,
  waits_for text NOT NULL,       -- "Patient/<id>"
  PRIMARY KEY (home_id, type, resource_id),
  FOREIGN KEY (home_id, type, resource_id) REFERENCES resources (home_id, type, resource_id)
);
