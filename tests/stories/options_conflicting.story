story: research and clinics do not agree, and the page says so instead of one number
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
  write "What is it called?" = "Tai chi"
  write "Which review is it about?" = "tai-chi-knee-osteoarthritis-hu-2021"
  write "Its name in your network" = "tai chi"
  press "Add"
  open /teams
  press "What we learn"
  clinics share tai chi: -0.3 from 2000 people
  press "Work it out anew"
  open /people
  press "Amina Berg Carry my shopping home Wants to be read back"
  press "What could help"
  write "What is this aim about?" = "pain"
  tick "Tai chi"
  press "Show them to the person"
as Amina
  open /me/help
  keep the page options-conflicting
  see "Research and our clinics do not agree here."
  see "Research and clinics do not agree."
  see "71 of 100"                              # both stand apart: research
  see "About 35 of 100"                         # and the clinics
