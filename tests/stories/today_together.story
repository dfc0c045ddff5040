story: together they agree, both do their part, and the person judges
covers: service/judge_attainment service/read_record service/read_chart doors/web/team
given a clinic with Amina, Bo, Dr Lind and Dr Holm
as Amina
  open /me/aims/new
  write "My aim, in my own words" = "Walk to the market"
  press "Keep"
  write "How is it now?" = "Three stops"
  write "How will it be when you are there?" = "No stop"
  press "Keep"
as Dr Lind
  open /people
  press "Amina Berg Walk to the market Wants to be read back"
  press "Agree on what to do"
  write-in action_0_words = "Walk after lunch"
  write-in action_0_minutes = "50"
  write-in action_3_words = "Call the physio"
  write-in action_3_due = "2026-12-01"
  choose "We plan it together"
  choose "The usual way"
  write-in note = "The leaflet of 2025"
  press "We both agree"
  see "Kept."
  see "Walk after lunch"
  see "Dr Lind: Call the physio"
  see "By Tuesday 1 December"
  open /people
  press "Amina Berg Walk to the market Wants to be read back"
  press "Done today"
  see "Done once"
  press "We met today"
as Amina
  open /me/plan
  see "This asks 50 minutes a week."
  open /me/check-in
  see "Nobody is watching this"
  press "Save"
  status 422
  see "One is enough"
  choose "There No stop"
  tick "Walk after lunch"
  press "Save"
  see "Saved. Thank you, Amina Berg."
  see "Only you can say whether you are there"
  open /me
  see "You said on Tuesday 24 November: There No stop"
  open /me/plan
  see "Done once"
as Dr Lind
  open /people
  press "Amina Berg Walk to the market Wants to be read back Last visit Tuesday 24 November"
  press "Keep"
  status 422                               # nothing is chosen in advance
  see "Please choose one of the five levels"
  write "Where do you see it?" = "-1"
  press "Keep"
  see "As it was at the start"
as Amina
  open /me
  see "There"
  press "Walk to the market"
  see "Dr Lind As it was at the start Three stops"
  choose "Better than hoped"
  press "Keep"
  see "Amina Berg Better than hoped"
later 40 days
as Amina
  open /me/check-in
  choose "There No stop"
  press "Save"
as Dr Lind
  open /teams
  see "Joints team"
  see "People were asked what matters"
  see "It is too early to say."
  see "Aims became a plan"
  press "Where these numbers come from"
  see "Visits with an aim said"
  see "Measure A1, version 1."
  see "FROM visits v"
