-- Resources of FHIR keep their versions, can be deleted, and are found by whom they speak of.
ALTER TABLE resources ADD COLUMN version_no bigint NOT NULL DEFAULT 1;
-- 1: only for the person themselves (meta.security R)
ALTER TABLE resources ADD COLUMN restricted bigint NOT NULL DEFAULT 0;
-- 0: came in before there was an index of people; put in at the next start
ALTER TABLE resources ADD COLUMN indexed bigint NOT NULL DEFAULT 0;

CREATE INDEX resources_not_indexed ON resources (home_id, type, resource_id) WHERE indexed = 0;

-- Versions that are no longer the latest, and where one was deleted.
CREATE TABLE resource_versions (
  home_id bigint NOT NULL,       -- 0, as resources have it
  type text NOT NULL,
  resource_id text NOT NULL,
  version_no bigint NOT NULL,
  at_ms bigint NOT NULL,         -- since when it was the latest
  deleted bigint NOT NULL,       -- 1: from then on there was none
  restricted bigint NOT NULL,
  content bytes NOT NULL,        -- empty where it was deleted
  bytes_hash text NOT NULL,
  PRIMARY KEY (home_id, type, resource_id, version_no)
);

-- Which resources speak of which person.
CREATE TABLE resource_people (
  home_id bigint NOT NULL,       -- 0, as resources have it
  reference text NOT NULL,       -- "Patient/<id>", or by an identifier
  type text NOT NULL,
  resource_id text NOT NULL,
  about bigint NOT NULL,         -- 1: it is about them, 0: it names them
  codes text NOT NULL,           -- of its `code`, a space before and after each; "*": look into it
  PRIMARY KEY (home_id, reference, type, resource_id)
);
