story: research and clinics agree, and each number says how sure it is
covers: learning/outcome_sums_text learning/release_text
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
  write "What is it called?" = "Walking group"
  write "Which review is it about?" = "tai-chi-knee-osteoarthritis-hu-2021"
  write "Its name in your network" = "walking"
  press "Add"
  open /teams
  press "What we learn"
  see "No other clinic yet."
  see "No outcome yet: it takes 12 weeks from the first choice."
  press "Work it out anew"
  status 422
  see "There is no outcome to learn from yet"
  write "Sums of another clinic" = "{}"
  press "Take in"
  status 422
  see "This file holds no sums of Alongside."
  press "Make a file to share"
  status 422
  see "Too few people: nothing may leave this clinic yet."
  clinics share walking: 0.6 from 800 people
  see "Clinic 4"
  see "200 people, 200 outcomes"
  press "Work it out anew"
  see "Version 1 of 2026-11-24: 800 people, 800 outcomes at 4 clinics"
  see "walking 400 established"
  open /people
  press "Amina Berg Carry my shopping home Wants to be read back"
  press "What could help"
  write "What is this aim about?" = "pain"
  tick "Walking group"
  press "Show them to the person"
as Amina
  open /me/help
  keep the page options-agreeing
  see "As our clinics counted it, for people who are not there yet. The research adds to this number."
  see "About 45 of 100"                          # 46 is how these clinics were made up
  see "About 68 of 100"                          # 71 is
  see "From 400 people at 4 clinics."
  see "More got there than by carrying on."
  do not see "Research and our clinics do not agree here."
  see "B Walking group: established"
  see "Compared with people who carried on as now. They may differ in ways we cannot see."
  see "What moved the estimate, of 100: research"
as Dr Lind
  open /teams
  press "What we learn"
  press "Take out Clinic 1"
  do not see "Clinic 1"
  press "Work it out anew"
  see "Version 2 of 2026-11-24: 600 people"
