-- Records opened in an emergency by a professional of the site whose team does not serve the person.

CREATE TABLE break_glass (
  home_id bigint NOT NULL,
  person_no bigint NOT NULL,
  opening_no bigint NOT NULL,
  professional_no bigint NOT NULL,
  reason text NOT NULL,
  opened_ms bigint NOT NULL,
  until_ms bigint NOT NULL,
  reviewed_by bigint,            -- professional_no of the one who looked into it, never the opener
  reviewed_ms bigint,
  PRIMARY KEY (home_id, person_no, opening_no),
  FOREIGN KEY (home_id, person_no) REFERENCES persons (home_id, person_no),
  FOREIGN KEY (home_id, professional_no) REFERENCES professionals (home_id, professional_no)
);
