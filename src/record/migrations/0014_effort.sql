-- What using the product costs, by week and screen: of nobody, and without content.
CREATE TABLE effort (
  home_id bigint NOT NULL REFERENCES homes (home_id),
  week_day bigint NOT NULL,      -- its Monday
  screen text NOT NULL,
  seconds bigint NOT NULL,
  taps bigint NOT NULL,
  times bigint NOT NULL,
  PRIMARY KEY (home_id, week_day, screen, seconds, taps)
);
