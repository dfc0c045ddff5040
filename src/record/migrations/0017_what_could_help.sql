-- What could help: options side by side, what an offer asks and risks, what was predicted, and what
-- the clinic had learnt when it was.

-- Beside a version of an offer: what the option page says of it.
CREATE TABLE offer_facts (
  home_id bigint NOT NULL,
  team_no bigint NOT NULL,
  offer_no bigint NOT NULL,
  version_no bigint NOT NULL,
  asks_of_others text NOT NULL,
  could_go_wrong text NOT NULL,
  evidence text NOT NULL,        -- the id of an evidence card, or empty
  action text NOT NULL,          -- what a network calls it, or empty
  PRIMARY KEY (home_id, team_no, offer_no, version_no),
  FOREIGN KEY (home_id, team_no, offer_no, version_no)
    REFERENCES offers (home_id, team_no, offer_no, version_no)
);

-- Which offer an option of an agreement was.
CREATE TABLE agreement_offers (
  home_id bigint NOT NULL,
  person_no bigint NOT NULL,
  agreement_no bigint NOT NULL,
  option_no bigint NOT NULL,
  team_no bigint NOT NULL,
  offer_no bigint NOT NULL,
  PRIMARY KEY (home_id, person_no, agreement_no, option_no),
  FOREIGN KEY (home_id, person_no, agreement_no, option_no)
    REFERENCES agreement_options (home_id, person_no, agreement_no, option_no)
);

-- The newest set of an aim holds.
CREATE TABLE option_sets (
  home_id bigint NOT NULL,
  person_no bigint NOT NULL,
  set_no bigint NOT NULL,
  aim_no bigint NOT NULL,
  theme text NOT NULL,
  picked_by bigint NOT NULL,     -- professional_no
  picked_ms bigint NOT NULL,
  talk text NOT NULL,            -- keys of options, one a line
  matters_most text NOT NULL,
  brought_ms bigint,
  PRIMARY KEY (home_id, person_no, set_no),
  FOREIGN KEY (home_id, person_no, aim_no) REFERENCES aims (home_id, person_no, aim_no),
  FOREIGN KEY (home_id, picked_by) REFERENCES professionals (home_id, professional_no)
);

CREATE TABLE option_set_offers (
  home_id bigint NOT NULL,
  person_no bigint NOT NULL,
  set_no bigint NOT NULL,
  place bigint NOT NULL,
  team_no bigint NOT NULL,
  offer_no bigint NOT NULL,
  version_no bigint NOT NULL,
  may_not_fit text NOT NULL,
  PRIMARY KEY (home_id, person_no, set_no, place),
  FOREIGN KEY (home_id, person_no, set_no) REFERENCES option_sets (home_id, person_no, set_no)
);

-- What the model said when they chose, before anybody knew how it would go.
CREATE TABLE predictions (
  home_id bigint NOT NULL,
  person_no bigint NOT NULL,
  prediction_no bigint NOT NULL,
  aim_no bigint NOT NULL,
  agreement_no bigint NOT NULL,
  release_no bigint NOT NULL,
  action text NOT NULL,
  attained_millionths bigint NOT NULL,
  mean_thousandths bigint NOT NULL,  -- of a level
  sd_thousandths bigint NOT NULL,
  seen bigint NOT NULL CHECK (seen IN (0, 1)),
  made_ms bigint NOT NULL,
  PRIMARY KEY (home_id, person_no, prediction_no),
  FOREIGN KEY (home_id, person_no, agreement_no)
    REFERENCES agreements (home_id, person_no, agreement_no)
);
CREATE INDEX predictions_release ON predictions (home_id, release_no, made_ms);

-- A model as it was fitted; it is about actions and aims, and about nobody.
CREATE TABLE releases (
  home_id bigint NOT NULL,
  release_no bigint NOT NULL,
  made_by text NOT NULL,
  made_ms bigint NOT NULL,
  content text NOT NULL,         -- JSON
  PRIMARY KEY (home_id, release_no)
);

-- What other clinics shared: sums over their rows, and never a row.
CREATE TABLE network_sums (
  home_id bigint NOT NULL,
  sums_no bigint NOT NULL,
  added_by text NOT NULL,
  added_ms bigint NOT NULL,
  ended_ms bigint,               -- taken out, or newer ones of the same site came
  content text NOT NULL,         -- JSON
  PRIMARY KEY (home_id, sums_no)
);
