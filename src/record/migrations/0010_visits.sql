-- Visits that lie ahead, and what a team offers.

CREATE TABLE planned_visits (
  home_id bigint NOT NULL,
  person_no bigint NOT NULL,
  planned_no bigint NOT NULL,
  professional_no bigint NOT NULL,
  visit_day bigint NOT NULL,
  planned_ms bigint NOT NULL,
  ended_ms bigint,               -- another day was set, or it took place
  PRIMARY KEY (home_id, person_no, planned_no),
  FOREIGN KEY (home_id, person_no) REFERENCES persons (home_id, person_no),
  FOREIGN KEY (home_id, professional_no) REFERENCES professionals (home_id, professional_no)
);

-- A standard of a team: a new version is a new row of the same offer.
CREATE TABLE offers (
  home_id bigint NOT NULL,
  team_no bigint NOT NULL,
  offer_no bigint NOT NULL,
  version_no bigint NOT NULL,
  name text NOT NULL,
  what_it_asks text NOT NULL,
  minutes_a_week bigint,
  set_by text NOT NULL,          -- as they were called then
  set_ms bigint NOT NULL,
  ended_ms bigint,
  PRIMARY KEY (home_id, team_no, offer_no, version_no),
  FOREIGN KEY (home_id, team_no) REFERENCES teams (home_id, team_no)
);
