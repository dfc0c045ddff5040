story: a team meets for a quarter of an hour: the board is there by itself, decisions come first, nobody is named
covers: doors/web/huddle service/hold_huddle record/huddles
given a clinic with Amina, Bo, Dr Lind and Dr Holm
as Dr Lind
  open /teams
  press "Huddle"
  see "Huddle of the Joints team"
  see "Nothing is open."
  see "No change: no measure shows a new sign."
  see "No test goes on."
  press "Begin the huddle"
  see "It goes on since 10:00."
  press "Write it down"
  status 422
  see "Please write one sentence."
  see "Please say who does it."
  choose "We decide"
  write "In one sentence" = "Ask the clerk about texts"
  write "Who does it?" = "Grace"
  press "Write it down"
  see "Ask the clerk about texts"
  see "Grace, by Tuesday 1 December"
  choose "It went well"
  write "In one sentence" = "A calm morning"
  press "Write it down"
  see "A calm morning"
  write "How many colleagues were there?" = "six"
  press "End it"
  status 422
  see "Please write a whole number from 0 to 200."
  write "How many colleagues were there?" = "6"
  write "How many patient partners?" = "1"
  press "End it"
  see "Last on Tuesday 24 November. Colleagues: 6. Patient partners: 1."
  open /people
  press "Amina Berg · not asked yet"
  write "When do you meet next?" = "2026-11-27"
  press "Plan the visit"
  open /teams
  press "Huddle"
  see "1 person comes within a week and was not asked what matters."
  do not see "Amina"
  see "Ask the clerk about texts"
  press "Done Ask the clerk about texts"
  see "done"
  press "Begin the huddle"
  do not see "A calm morning done"
as Dr Holm
  open /teams
  press "Huddle"
  see "Huddle of the Hearts team"
  do not see "Ask the clerk about texts"
as Amina
  open /teams
  see "This page is not here"
