story: a project counts what is recorded by a definition of its own, and shows how
covers: doors/web/recorded_measure record/own_queries service/measure_project service/read_split
given a clinic with Amina, Bo, Dr Lind and Dr Holm
as Amina
  open /me/aims/new
  write "My aim, in my own words" = "Carry my shopping home"
  press "Keep"
as Dr Lind
  open /projects
  write "What do we call it?" = "Aims first"
  press "Begin"
  press "What we measure"
  press "Count what is recorded"
  press "Keep the definition"
  status 422
  see "Please give it a name."
  see "Please choose one."
  write "What is it called?" = "Said how far they are"
  choose-in counts = "aim_rated"
  write "Within how many days" = "0"
  choose-in kind = "outcome"
  choose-in perspective = "person"
  choose "More is better"
  press "Keep the definition"
  status 422
  see "Write a number of days from 1 to 365."
  write "Within how many days" = "60"
  press "Keep the definition"
  status 422
  see "This counts what is done, so it is an output."
  choose-in kind = "process"
  choose-in without = "aim_agreed"
  write "Leave out: within how many days" = "7"
  press "Keep the definition"
  see "Said how far they are"
  see "the person said how far they are, within 60 days"
  see "an agreement is about it, within 7 days"
  see "FROM ratings r"
  see "counts: aim_rated 60"
  do not see "Enter a number"
  press "how we met"
  see "Said how far they are: how we met"
  see "Nothing is counted yet."
  press "age"
  see "Said how far they are: age"
  open /projects
  press "Aims first Joints team"
  see "Said how far they are"
as Dr Holm
  open /projects
  see "No improvement work yet"
