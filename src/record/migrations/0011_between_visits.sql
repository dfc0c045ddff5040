-- Between visits: what stands in the way, and what was chosen when an aim was not attained.

CREATE TABLE barriers (
  home_id bigint NOT NULL,
  person_no bigint NOT NULL,
  barrier_no bigint NOT NULL,
  agreement_no bigint NOT NULL,
  action_no bigint NOT NULL,
  kind text NOT NULL,
  words text NOT NULL,
  said_ms bigint NOT NULL,
  over_ms bigint,                -- talked about in a visit, or no longer so
  PRIMARY KEY (home_id, person_no, barrier_no),
  FOREIGN KEY (home_id, person_no, agreement_no, action_no)
    REFERENCES actions (home_id, person_no, agreement_no, action_no)
);

CREATE TABLE next_steps (
  home_id bigint NOT NULL,
  person_no bigint NOT NULL,
  aim_no bigint NOT NULL,
  step_no bigint NOT NULL,
  step text NOT NULL,
  chosen_ms bigint NOT NULL,
  PRIMARY KEY (home_id, person_no, aim_no, step_no),
  FOREIGN KEY (home_id, person_no, aim_no) REFERENCES aims (home_id, person_no, aim_no)
);
