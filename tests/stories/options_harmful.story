story: fewer people got there with it than by carrying on, and the page says so
given a clinic with Amina, Bo, Dr Lind and Dr Holm
as Amina
  open /me/aims/new
  write "My aim, in my own words" = "Carry my shopping home"
  press "Keep"
  write "How is it now?" = "Only a loaf"
  write "How will it be when you are there?" = "Two full bags"
  press "Keep"
as Dr Lind
  open /teams
  press "What we offer"
  write "What is it called?" = "Rest more"
  write "Its name in your network" = "rest"
  press "Add"
  open /teams
  press "What we learn"
  clinics share rest: -0.7 from 800 people
  press "Work it out anew"
  open /people
  press "Amina Berg Carry my shopping home Wants to be read back"
  press "What could help"
  write "What is this aim about?" = "pain"
  tick "Rest more"
  press "Show them to the person"
as Amina
  open /me/help
  keep the page options-harmful
  see "Fewer got there than by carrying on."
  see "were further away than before."
  do not see "More got there than by carrying on."
