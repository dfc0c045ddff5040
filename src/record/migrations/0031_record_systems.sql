-- Other record systems that may open this one, and from which groups of people are fetched.
CREATE TABLE record_systems (
  home_id bigint NOT NULL,         -- 0: for the whole clinic
  system_id text NOT NULL,
  name text NOT NULL,              -- as people here call it
  address text NOT NULL,           -- where its FHIR begins: the "iss" of a launch
  client_id text NOT NULL,         -- what it calls us
  also text NOT NULL,              -- other addresses that belong to it, one a line
  signs bigint NOT NULL CHECK (signs IN (0, 1)), -- it knows our key; else it lets anybody ask who has its code
  private_network bigint NOT NULL CHECK (private_network IN (0, 1)),
  named_ms bigint NOT NULL,
  PRIMARY KEY (home_id, system_id)
);

-- Who signs in there and is a user here, too.
CREATE TABLE outside_identities (
  identity text NOT NULL PRIMARY KEY, -- SHA-256 of who says so and of whom
  home_id bigint NOT NULL,
  user_no bigint NOT NULL,
  linked_ms bigint NOT NULL
);

-- Up to when a group was fetched.
CREATE TABLE fetched_groups (
  home_id bigint NOT NULL,         -- 0: for the whole clinic
  system_id text NOT NULL,
  group_id text NOT NULL,          -- the other system's
  until_text text NOT NULL,        -- its transactionTime, as it wrote it
  fetched_ms bigint NOT NULL,
  PRIMARY KEY (home_id, system_id, group_id)
);
