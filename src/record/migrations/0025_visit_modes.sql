-- How they met, where somebody said so. A table of its own: fingerprints of visits of before stay what they were.
CREATE TABLE visit_modes (
  home_id bigint NOT NULL,
  person_no bigint NOT NULL,
  visit_no bigint NOT NULL,
  mode text NOT NULL CHECK (mode IN ('in_the_room', 'at_home', 'at_a_distance', 'in_hospital', 'emergency')),
  PRIMARY KEY (home_id, person_no, visit_no),
  FOREIGN KEY (home_id, person_no, visit_no) REFERENCES visits (home_id, person_no, visit_no)
);
