story: an agreement has two sides, fits a life, and warns when it asks too much
covers: service/agree service/describe_life service/contribute doors/web/agree doors/web/my_plan doors/web/plan_parts
given a clinic with Amina, Bo, Dr Lind and Dr Holm
as Amina
  open /me/aims/new
  write "My aim, in my own words" = "Walk to the market"
  press "Keep"
  open /me/plan
  see "Nothing is agreed yet"
  press "Say something about it"
  write "How many minutes a week can you spare?" = "an hour"
  press "Save"
  status 422
  see "Please give whole minutes a week"
  write "How many minutes a week can you spare?" = "40"
  write "What must not be disturbed?" = "Choir on Fridays"
  press "Save"
  see "40 minutes a week to spare"
as Dr Lind
  open /people
  press "Amina Berg Walk to the market Wants to be read back"
  see "Choir on Fridays"
  press "Agree on what to do"
  write "Will do" = "Walk after lunch"
  press "We both agree"
  status 422
  see "Please add what the team will do. An agreement has two sides."
  see "Please choose how you work on this"
  see "Walk after lunch"
  write "Minutes a week" = "50"
  write "Will do" = "Walk after lunch"
  choose "We plan it together"
  choose "The usual way"
  write-in note = "The leaflet of 2025"
  press "We both agree"
  status 422
  see "Please add what the team will do"
  do not see "Please choose how you work on this"
