story: too few people have tried it, and the page refuses to conclude
given a clinic with Amina, Bo, Dr Lind and Dr Holm
as Amina
  open /me/aims/new
  write "My aim, in my own words" = "Carry my shopping home"
  press "Keep"
as Dr Lind
  open /teams
  press "What we offer"
  write "What is it called?" = "Walking group"
  write "Its name in your network" = "walking"
  press "Add"
  write "What is it called?" = "Juggling"
  press "Add"
  open /teams
  press "What we learn"
  clinics share walking: 0.6 from 120 people
  press "Work it out anew"
  open /people
  press "Amina Berg Carry my shopping home Wants to be read back"
  press "What could help"
  write "What is this aim about?" = "pain"
  tick "Walking group"
  tick "Juggling"
  press "Show them to the person"
as Amina
  open /me/help
  keep the page options-too-few
  see "Your team has not linked a review to this."
  see "C Juggling Too few people to say."
  see "C Juggling: not yet Nothing is claimed."
