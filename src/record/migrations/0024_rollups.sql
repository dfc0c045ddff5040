-- What each person adds to each month of each measure, and the sums over a team's people: a chart reads sums, and only
-- people whose record changed are counted again.

-- Whose record changed since they were counted last.
CREATE TABLE rollup_stale (
  home_id bigint NOT NULL,
  person_no bigint NOT NULL,
  PRIMARY KEY (home_id, person_no),
  FOREIGN KEY (home_id, person_no) REFERENCES persons (home_id, person_no)
);
-- When time alone changes what they add; NULL: never.
CREATE TABLE rollup_persons (
  home_id bigint NOT NULL,
  person_no bigint NOT NULL,
  next_ms bigint,
  PRIMARY KEY (home_id, person_no),
  FOREIGN KEY (home_id, person_no) REFERENCES persons (home_id, person_no)
);
CREATE INDEX rollup_persons_next ON rollup_persons (home_id, next_ms);
CREATE TABLE rollup_shares (
  home_id bigint NOT NULL,
  person_no bigint NOT NULL,
  team_no bigint NOT NULL,
  measure_no bigint NOT NULL,    -- 6 of A6
  month_no bigint NOT NULL,      -- months since 1970
  value bigint NOT NULL,         -- 0 or 1 of a share, thousandths of a value
  units bigint NOT NULL,
  PRIMARY KEY (home_id, person_no, team_no, measure_no, month_no, value),
  FOREIGN KEY (home_id, person_no) REFERENCES persons (home_id, person_no)
);
CREATE TABLE rollup_sums (
  home_id bigint NOT NULL,
  team_no bigint NOT NULL,
  measure_no bigint NOT NULL,
  month_no bigint NOT NULL,
  value bigint NOT NULL,         -- as above; -1: how many people
  units bigint NOT NULL,
  PRIMARY KEY (home_id, team_no, measure_no, month_no, value)
);
-- Who was on which team when it was counted: whom somebody new, or somebody who left, ever met is counted again.
CREATE TABLE rollup_members (
  home_id bigint NOT NULL,
  team_no bigint NOT NULL,
  professional_no bigint NOT NULL,
  PRIMARY KEY (home_id, team_no, professional_no)
);
-- By which queries and in which time zone it was counted: another basis counts all anew.
CREATE TABLE rollup_basis (
  home_id bigint NOT NULL PRIMARY KEY REFERENCES homes (home_id),
  basis text NOT NULL
);
