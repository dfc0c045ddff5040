-- By which identifiers a resource that came in can be found: "Organization?identifier=system|value".
CREATE TABLE resource_identifiers (
  home_id bigint NOT NULL,       -- 0, as resources have it
  type text NOT NULL,
  resource_id text NOT NULL,
  system text NOT NULL,          -- empty where none is said
  value text NOT NULL,
  PRIMARY KEY (home_id, type, resource_id, system, value),
  FOREIGN KEY (home_id, type, resource_id) REFERENCES resources (home_id, type, resource_id)
);
CREATE INDEX resource_identifiers_value ON resource_identifiers (home_id, type, value, system);

-- By which identifiers people were known whose record was erased: an import does not bring them back.
CREATE TABLE erased_identifiers (
  home_id bigint NOT NULL,
  digest text NOT NULL,          -- SHA-256 of "Patient?identifier=system|value"
  PRIMARY KEY (home_id, digest)
);
