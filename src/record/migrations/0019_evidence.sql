-- Evidence cards that a clinic keeps, beside those that the program carries; the newest version holds.
CREATE TABLE evidence_cards (
  home_id bigint NOT NULL,
  card_id text NOT NULL,
  version_no bigint NOT NULL,
  content text NOT NULL,         -- "name: value" lines, as a card is read
  kept_by text NOT NULL,
  kept_ms bigint NOT NULL,
  ended_ms bigint,
  PRIMARY KEY (home_id, card_id, version_no)
);

-- Sums that left the clinic, and whose rows were in them: nobody's go twice, so that no difference of two files
-- is a person.
CREATE TABLE shared_sums (
  home_id bigint NOT NULL,
  share_no bigint NOT NULL,
  shared_by text NOT NULL,
  shared_ms bigint NOT NULL,
  content text NOT NULL,         -- JSON
  PRIMARY KEY (home_id, share_no)
);
CREATE TABLE shared_people (
  home_id bigint NOT NULL,
  person_no bigint NOT NULL,
  share_no bigint NOT NULL,
  PRIMARY KEY (home_id, person_no),
  FOREIGN KEY (home_id, share_no) REFERENCES shared_sums (home_id, share_no)
);
