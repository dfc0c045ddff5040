-- Professional development, joy and reflection; how a team and its partners see the value they make; what only people
-- can say of a project in a report.

-- Private to its writer.
CREATE TABLE journal_entries (
  home_id bigint NOT NULL,
  user_no bigint NOT NULL,
  entry_no bigint NOT NULL,
  version_no bigint NOT NULL,    -- counts up with each change
  kind text NOT NULL CHECK (kind IN ('reflection', 'noticing')),
  day_no bigint NOT NULL,
  happened text NOT NULL,
  learnt text NOT NULL,
  thinking text NOT NULL CHECK (thinking IN ('', 'product', 'service')),
  noticed_in text NOT NULL CHECK (noticed_in IN ('', 'organising', 'assessing', 'improving', 'educating')),
  minutes bigint NOT NULL,
  in_log bigint NOT NULL CHECK (in_log IN (0, 1)),
  again_days bigint NOT NULL,    -- 0: never
  came_of_it text NOT NULL,
  differently text NOT NULL,
  again_ms bigint,
  written_ms bigint NOT NULL,
  out_ms bigint,
  PRIMARY KEY (home_id, user_no, entry_no),
  FOREIGN KEY (home_id, user_no) REFERENCES users (home_id, user_no)
);

-- A row belongs to a team and a month and to nobody; the program adds rows and never reads them. What may be read is
-- the view: months with five or more answers, once a later month has begun.
CREATE TABLE joy_answers (
  home_id bigint NOT NULL,
  team_no bigint NOT NULL,
  month_no bigint NOT NULL,      -- months since 1970
  answer_key text NOT NULL,      -- chance: rows have no order in time
  joy bigint NOT NULL CHECK (joy BETWEEN 0 AND 4),
  PRIMARY KEY (home_id, team_no, month_no, answer_key),
  FOREIGN KEY (home_id, team_no) REFERENCES teams (home_id, team_no)
);
CREATE VIEW joy_months AS
SELECT a.home_id, a.team_no, a.month_no, count(*) AS answers,
       CAST(sum(CASE WHEN a.joy >= 3 THEN 1 ELSE 0 END) AS bigint) AS at_the_top
  FROM joy_answers a
 WHERE a.month_no < (SELECT max(b.month_no) FROM joy_answers b
                      WHERE b.home_id = a.home_id AND b.team_no = a.team_no)
 GROUP BY a.home_id, a.team_no, a.month_no
HAVING count(*) >= 5;

-- That somebody answered for a month, so that they are asked once; not what.
CREATE TABLE joy_asked (
  home_id bigint NOT NULL,
  user_no bigint NOT NULL,
  team_no bigint NOT NULL,
  month_no bigint NOT NULL,
  PRIMARY KEY (home_id, user_no, team_no, month_no),
  FOREIGN KEY (home_id, user_no) REFERENCES users (home_id, user_no),
  FOREIGN KEY (home_id, team_no) REFERENCES teams (home_id, team_no)
);

-- A passport is added and never rewritten: taken again, it shows the way.
CREATE TABLE passports (
  home_id bigint NOT NULL,
  team_no bigint NOT NULL,
  passport_no bigint NOT NULL,
  as_of_day bigint NOT NULL,
  written_by bigint NOT NULL,
  written_ms bigint NOT NULL,
  PRIMARY KEY (home_id, team_no, passport_no),
  FOREIGN KEY (home_id, team_no) REFERENCES teams (home_id, team_no)
);
CREATE TABLE passport_lines (
  home_id bigint NOT NULL,
  team_no bigint NOT NULL,
  passport_no bigint NOT NULL,
  line text NOT NULL,
  professionals bigint CHECK (professionals BETWEEN 0 AND 3),
  partners bigint CHECK (partners BETWEEN 0 AND 3),
  seen text NOT NULL,
  next_step text NOT NULL,
  PRIMARY KEY (home_id, team_no, passport_no, line),
  FOREIGN KEY (home_id, team_no, passport_no) REFERENCES passports (home_id, team_no, passport_no)
);

CREATE TABLE report_words (
  home_id bigint NOT NULL,
  project_no bigint NOT NULL,
  version_no bigint NOT NULL,
  field text NOT NULL,
  words text NOT NULL,
  written_by bigint NOT NULL,
  written_ms bigint NOT NULL,
  PRIMARY KEY (home_id, project_no, version_no, field),
  FOREIGN KEY (home_id, project_no) REFERENCES projects (home_id, project_no)
);
