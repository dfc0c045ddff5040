-- Answers about the relationship. A row belongs to a team and a month and to nobody; the program may add rows and
-- never reads them. What may be read is the view: whole blocks of months with 25 or more complete answers, and
-- only once a later block has begun, so that no difference between two readings is a smaller group.

CREATE TABLE relationship_answers (
  home_id bigint NOT NULL,
  team_no bigint NOT NULL,
  month_no bigint NOT NULL,      -- months since 1970
  answer_key text NOT NULL,      -- chance: rows have no order in time
  asked bigint NOT NULL CHECK (asked BETWEEN 0 AND 4),
  understood bigint NOT NULL CHECK (understood BETWEEN 0 AND 4),
  shaped bigint NOT NULL CHECK (shaped BETWEEN 0 AND 4),
  fits bigint NOT NULL CHECK (fits BETWEEN 0 AND 4),
  who_does bigint NOT NULL CHECK (who_does BETWEEN 0 AND 4),
  could_say bigint NOT NULL CHECK (could_say BETWEEN 0 AND 4),
  PRIMARY KEY (home_id, team_no, month_no, answer_key),
  FOREIGN KEY (home_id, team_no) REFERENCES teams (home_id, team_no)
);

CREATE VIEW relationship_blocks AS
SELECT c.home_id, c.team_no, min(c.month_no) AS first_month, max(c.month_no) AS last_month,
       CAST(sum(c.answers) AS bigint) AS answers,
       CAST(sum(c.asked) AS bigint) AS asked,
       CAST(sum(c.understood) AS bigint) AS understood,
       CAST(sum(c.shaped) AS bigint) AS shaped,
       CAST(sum(c.fits) AS bigint) AS fits,
       CAST(sum(c.who_does) AS bigint) AS who_does,
       CAST(sum(c.could_say) AS bigint) AS could_say
  FROM (SELECT b.home_id, b.team_no, b.month_no, b.answers, b.block_no,
               b.asked, b.understood, b.shaped, b.fits, b.who_does, b.could_say,
               max(b.block_no) OVER (PARTITION BY b.home_id, b.team_no) AS last_block
          FROM (SELECT m.home_id, m.team_no, m.month_no, m.answers,
                       m.asked, m.understood, m.shaped, m.fits, m.who_does, m.could_say,
                       (CAST(sum(m.answers) OVER (PARTITION BY m.home_id, m.team_no ORDER BY m.month_no) AS bigint)
                        - m.answers) / 35 AS block_no
                  FROM (SELECT home_id, team_no, month_no, count(*) AS answers,
                               sum(CASE WHEN asked = 4 THEN 1 ELSE 0 END) AS asked,
                               sum(CASE WHEN understood = 4 THEN 1 ELSE 0 END) AS understood,
                               sum(CASE WHEN shaped = 4 THEN 1 ELSE 0 END) AS shaped,
                               sum(CASE WHEN fits = 4 THEN 1 ELSE 0 END) AS fits,
                               sum(CASE WHEN who_does = 4 THEN 1 ELSE 0 END) AS who_does,
                               sum(CASE WHEN could_say = 4 THEN 1 ELSE 0 END) AS could_say
                          FROM relationship_answers GROUP BY home_id, team_no, month_no) m) b) c
 WHERE c.block_no < c.last_block
 GROUP BY c.home_id, c.team_no, c.block_no
HAVING sum(c.answers) >= 25;

-- That somebody answered about a visit, so that they are asked once; not what.
CREATE TABLE relationship_asked (
  home_id bigint NOT NULL,
  person_no bigint NOT NULL,
  visit_no bigint NOT NULL,
  PRIMARY KEY (home_id, person_no, visit_no),
  FOREIGN KEY (home_id, person_no, visit_no) REFERENCES visits (home_id, person_no, visit_no)
);
