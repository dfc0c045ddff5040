-- Ratings of aims, from both sides.

CREATE TABLE ratings (
  home_id bigint NOT NULL,
  person_no bigint NOT NULL,
  aim_no bigint NOT NULL,
  rating_no bigint NOT NULL,
  side text NOT NULL CHECK (side IN ('person', 'professional')),
  professional_no bigint, -- who, on the professional side
  written_by bigint,      -- who wrote the person's word down in a visit, because they may
  level bigint NOT NULL CHECK (level BETWEEN -2 AND 2),
  scale_no bigint, -- the words of the levels as they were when it was said
  rated_ms bigint NOT NULL,
  source_reference text, -- "Observation/<id>" when it was said to another system
  PRIMARY KEY (home_id, person_no, aim_no, rating_no),
  UNIQUE (home_id, person_no, source_reference),
  FOREIGN KEY (home_id, person_no, aim_no) REFERENCES aims (home_id, person_no, aim_no),
  FOREIGN KEY (home_id, professional_no) REFERENCES professionals (home_id, professional_no)
);
CREATE INDEX ratings_time ON ratings (home_id, rated_ms);
