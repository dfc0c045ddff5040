story: a professional sees who waits for what, and nobody is ranked
covers: service/my_people record/waiting coproduction/waiting doors/web/waiting
given a clinic with Amina, Bo, Dr Lind and Dr Holm
as Dr Lind
  open /people
  see "Nobody is waiting for you."
  press "Amina Berg · not asked yet"
  write "When do you meet next?" = "2026-11-30"
  press "Plan the visit"
  see "Kept."
  open /people
  see "You meet soon"
  see "Monday 30 November"
  see "Not asked before a visit"
as Amina
  open /me/prepare
  write "What matters to you right now?" = "Walk to the market"
  press "See what they will see"
  press "Send it to my team"
  open /me/together
  choose "By phone"
  press "Save"
as Dr Lind
  open /people
  see "Got ready for a visit"
  see "By phone"
  do not see "Not asked before a visit"
as Dr Holm
  open /people
  see "Nobody is waiting for you."
later 240 days
as Dr Lind
  open /people
  do not see "You meet soon"
