-- What people said and agreed here, as resources of FHIR beside those that came in: which ones, and how they were
-- written last, so that only what changed here is written anew.
CREATE TABLE own_resources (
  home_id bigint NOT NULL,
  person_no bigint NOT NULL,
  type text NOT NULL,
  resource_id text NOT NULL,
  content_hash text NOT NULL,
  PRIMARY KEY (home_id, person_no, type, resource_id),
  FOREIGN KEY (home_id, person_no) REFERENCES persons (home_id, person_no)
);

-- Up to which entry of a home's history they show what is.
CREATE TABLE shown_until (
  home_id bigint NOT NULL PRIMARY KEY,
  entry_no bigint NOT NULL
);
