story: a team and its partner say how they see the value they make, and look again after three months
covers: doors/web/value_passport service/take_value_passport record/passports
given a clinic with Amina, Bo, Dr Lind and Dr Holm
as Dr Lind
  open /teams
  press "Value passport"
  see "No passport yet"
  press "Take the passport"
  press "Save"
  status 422
  see "Please say something about at least one line."
  choose-in communication_professionals = "3"
  choose-in communication_partners = "1"
  choose-in chain_professionals = "2"
  write "Said on" = "2026-11-24"
  press "Save"
  see "Value passport of the Joints team"
  see "Worth a talk, since the two sides see it differently: Talking with each other."
  see "Take it again from 23 February 2027 on."
later 95 days
as Dr Lind
  open /teams
  press "Value passport"
  see "It is three months old. Time to take it again."
  press "Take the passport"
  choose-in communication_professionals = "2"
  choose-in communication_partners = "2"
  press "Save"
  do not see "Worth a talk"
  see "24 November 2026"
  see "27 February 2027"
as Dr Holm
  open /teams
  press "Value passport"
  see "No passport yet"
as Amina
  open /teams
  see "This page is not here"
