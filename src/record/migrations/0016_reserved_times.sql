-- Times that a professional keeps free to reach out.

CREATE TABLE reserved_times (
  home_id bigint NOT NULL,
  professional_no bigint NOT NULL,
  time_no bigint NOT NULL,
  reserved_day bigint NOT NULL,
  minute bigint NOT NULL,        -- after midnight, on the clock of the site
  minutes bigint NOT NULL,
  way text NOT NULL CHECK (way IN ('visit', 'phone')),
  person_no bigint,              -- NULL: free
  set_ms bigint NOT NULL,
  ended_ms bigint,               -- no longer kept free
  PRIMARY KEY (home_id, professional_no, time_no),
  FOREIGN KEY (home_id, professional_no) REFERENCES professionals (home_id, professional_no),
  FOREIGN KEY (home_id, person_no) REFERENCES persons (home_id, person_no)
);
CREATE INDEX reserved_times_person ON reserved_times (home_id, person_no);
