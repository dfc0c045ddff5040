story: a record system opens Alongside with the right person, and the plan goes back
covers: doors/web/launched doors/web/record_systems doors/web/routes_of_record_systems record/record_systems
given a clinic with Amina, Bo, Dr Lind and Dr Holm
as Ada
  open /admin
  press "Record systems"
  see "None yet."
  write "Its name" = "North Hospital"
  write "Its FHIR address" = "http://north.example/fhir"
  press "Add a system"
  status 422
  see "Write an address that begins with https://"
  see "Write the client id that the other side gave you"
  write "Its FHIR address" = "https://north.example/fhir"
  write "Our client id there" = "alongside-1"
  press "Add a system"
  see "The system is added."
  see "https://north.example/fhir"
  see "/launch/back"
as Dr Lind
  open /launched
  status 422
  see "This was opened too long ago, or in another browser."
  another system opens Patient/a, Amina Berg, born 1950-06-01
  open /launched
  see "Open in North Hospital."
  see "HbA1c below 53"
  see "and 2 more"
  see "It does not let us read:"
  press "Send the plan to North Hospital"
  see "The plan is in the other system, as a text to read."
  write "Your password here, once more" = "four words you do not know"
  press "Sign me in from there"
  status 422
  see "Skip the password next time"
  write "Your password here, once more" = "four words you like"
  press "Sign me in from there"
  see "From now on you are signed in when you open from there."
  do not see "Skip the password next time"
  press "Open Amina Berg's page"
  see "Amina Berg"
  another system opens Patient/w, Wilma Lund, born 1961-03-04
  open /launched
  see "Wilma Lund is new here"
  do not see "Which of your teams?"
  press "Keep"
  see "Kept."
  press "Open Wilma Lund's page"
  see "Wilma Lund"
  another system opens Patient/b, Bo Ek, born 1999-01-01
  open /launched
  see "Somebody else here has the same number"
  do not see "Keep"
  another system opens Patient/w, Wilma Lund, born 1961-03-04
as Dr Holm
  open /launched
  see "Another team here looks after Wilma Lund."
  do not see "Open Wilma Lund's page"
  press "Close"
  open /launched
  see "This was opened too long ago"
as Amina
  open /launched
  status 404
as Ada
  open /admin/systems
  press "Remove North Hospital"
  see "None yet."
