-- Sites, people, professionals, teams, and who may sign in.
-- home_id comes first in every key of people's tables: one storage home a site.

-- One row: whether these data are an example or a clinic's own. The program refuses to mix the two.
CREATE TABLE clinic (
  clinic_no bigint NOT NULL PRIMARY KEY CHECK (clinic_no = 1),
  kind text NOT NULL CHECK (kind IN ('example', 'own')),
  begun_ms bigint NOT NULL
);

CREATE TABLE homes (
  home_id bigint NOT NULL PRIMARY KEY,
  site_name text NOT NULL,
  zone text NOT NULL,
  source_reference text NOT NULL -- FHIR Organization that the site came from; empty for the clinic's own
);

CREATE TABLE persons (
  home_id bigint NOT NULL REFERENCES homes (home_id),
  person_no bigint NOT NULL,
  public_id text NOT NULL,
  source_reference text NOT NULL, -- "Patient/<id>" as imported
  name text NOT NULL,
  family_name text NOT NULL,      -- for sorting and search
  born_day bigint,
  gone bigint NOT NULL CHECK (gone IN (0, 1)), -- died or no longer active at the source
  seal text NOT NULL,             -- chance: no fingerprint of theirs can be guessed once it is erased
  PRIMARY KEY (home_id, person_no),
  UNIQUE (home_id, public_id),
  UNIQUE (home_id, source_reference)
);

CREATE TABLE professionals (
  home_id bigint NOT NULL REFERENCES homes (home_id),
  professional_no bigint NOT NULL,
  public_id text NOT NULL,
  source_reference text NOT NULL,
  name text NOT NULL,
  role text NOT NULL,
  PRIMARY KEY (home_id, professional_no),
  UNIQUE (home_id, public_id),
  UNIQUE (home_id, source_reference)
);

CREATE TABLE teams (
  home_id bigint NOT NULL REFERENCES homes (home_id),
  team_no bigint NOT NULL,
  public_id text NOT NULL,
  source_reference text NOT NULL,
  name text NOT NULL,
  PRIMARY KEY (home_id, team_no),
  UNIQUE (home_id, public_id),
  UNIQUE (home_id, source_reference)
);

CREATE TABLE team_members (
  home_id bigint NOT NULL,
  team_no bigint NOT NULL,
  professional_no bigint NOT NULL,
  since_ms bigint NOT NULL,
  until_ms bigint,
  PRIMARY KEY (home_id, team_no, professional_no),
  FOREIGN KEY (home_id, team_no) REFERENCES teams (home_id, team_no),
  FOREIGN KEY (home_id, professional_no) REFERENCES professionals (home_id, professional_no)
);

CREATE TABLE team_serves (
  home_id bigint NOT NULL,
  team_no bigint NOT NULL,
  person_no bigint NOT NULL,
  named_by text NOT NULL, -- the CareTeam that says so; when it no longer does, this ends
  since_ms bigint NOT NULL,
  until_ms bigint,
  PRIMARY KEY (home_id, team_no, person_no),
  FOREIGN KEY (home_id, team_no) REFERENCES teams (home_id, team_no),
  FOREIGN KEY (home_id, person_no) REFERENCES persons (home_id, person_no)
);
CREATE INDEX team_serves_person ON team_serves (home_id, person_no);

CREATE TABLE visits (
  home_id bigint NOT NULL,
  person_no bigint NOT NULL,
  visit_no bigint NOT NULL,
  professional_no bigint,
  held_ms bigint NOT NULL,
  source_reference text NOT NULL, -- "Encounter/<id>", or empty when it was noted here
  PRIMARY KEY (home_id, person_no, visit_no),
  FOREIGN KEY (home_id, person_no) REFERENCES persons (home_id, person_no),
  FOREIGN KEY (home_id, professional_no) REFERENCES professionals (home_id, professional_no)
);
CREATE INDEX visits_time ON visits (home_id, held_ms);

-- Somebody who can sign in: a person, a professional, or an administrator who is neither.
CREATE TABLE users (
  home_id bigint NOT NULL REFERENCES homes (home_id),
  user_no bigint NOT NULL,
  name text NOT NULL,
  person_no bigint,
  professional_no bigint,
  administrator bigint NOT NULL CHECK (administrator IN (0, 1)),
  language text NOT NULL, -- empty: as the browser asks
  PRIMARY KEY (home_id, user_no),
  FOREIGN KEY (home_id, person_no) REFERENCES persons (home_id, person_no),
  FOREIGN KEY (home_id, professional_no) REFERENCES professionals (home_id, professional_no)
);

-- The directory: found by text, before a home is known.
CREATE TABLE logins (
  login_name text NOT NULL PRIMARY KEY,
  home_id bigint NOT NULL,
  user_no bigint NOT NULL,
  password_hash text NOT NULL,
  example bigint NOT NULL CHECK (example IN (0, 1)) -- refused in a clinic of one's own
);

-- Wrong words in a row, for names that exist and names that do not: waiting tells nobody which.
CREATE TABLE sign_in_failures (
  name_hash text NOT NULL PRIMARY KEY,
  failures bigint NOT NULL,
  locked_until_ms bigint NOT NULL
);

CREATE TABLE sessions (
  session_hash text NOT NULL PRIMARY KEY, -- SHA-256 of the cookie, which itself is nowhere kept
  home_id bigint NOT NULL,
  user_no bigint NOT NULL,
  form_token text NOT NULL,
  begun_ms bigint NOT NULL,
  last_used_ms bigint NOT NULL
);

-- A link with which one user chooses a password, once.
CREATE TABLE invitations (
  token_hash text NOT NULL PRIMARY KEY,
  home_id bigint NOT NULL,
  user_no bigint NOT NULL,      -- 0: the first administrator, who does not exist yet
  expires_ms bigint NOT NULL,
  used_ms bigint
);
