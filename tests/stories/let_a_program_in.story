story: a person lets a program in, sees it, and ends it
covers: doors/web/programs doors/web/known_programs record/known_programs
given a clinic with Amina, Bo, Dr Lind and Dr Holm
as Ada
  open /admin
  press "Programs that people may let in"
  see "No program yet."
  write "Name" = "Walks"
  write "Addresses that it comes back to" = "http://walks.example/back"
  press "Add a program"
  status 422
  see "Each line is one whole address that begins with https://"
  write "Addresses that it comes back to" = "https://walks.example/back"
  tick "It runs on a server of its own and can keep a secret"
  press "Add a program"
  see "Walks can be let in now."
  see "It is shown now and never again:"
  see "https://walks.example/back"
  see "http://clinic.example/fhir"
  open /admin/programs
  do not see "It is shown now and never again:"
as nobody
  a program asks for "openid launch/patient offline_access patient/Goal.cruds patient/Observation.rs"
  see "Sign in, and we ask you about the program that sent you."
  write "Sign-in name" = "amina"
  write "Password" = "four words you like"
  press "Sign in"
  see "Let Walks in?"
  see "It learns who you are."
  see "answers and measurements"
  see "It wants to write, too:"
  press "Not now"
  see "Gone to https://walks.example/back?error"
as Amina
  a program asks for "launch/patient patient/Goal.cruds"
  do not see "It learns who you are."
  press "Let Walks in"
  see "Gone to https://walks.example/back?code"
  open /me/data
  press "Programs you let in"
  see "You have let no program in."
  a program asks for "patient/*.rs system/*.rs"
  see "everything in the record"
  a program asks for "nothing/at.all"
  see "Gone to https://walks.example/back?error"
  open /authorize?client_id=made-up
  status 422
  see "The program that sent you is not known here."
  see "It was given nothing."

story: a professional lets a program in for one person whom they serve
given a clinic with Amina, Bo, Dr Lind and Dr Holm
as Ada
  open /admin/programs
  write "Name" = "Drawings"
  write "Addresses that it comes back to" = "https://draw.example/"
  press "Add a program"
  see "Drawings can be let in now."
  see "Keeps no secret"
as Dr Lind
  a program asks for "launch/patient patient/*.rs offline_access"
  see "About whom?"
  see "Amina Berg"
  do not see "Bo Ek"
  do not see "It may come back without me"
  press "Let Drawings in"
  status 422
  see "Say about whom."
  choose "Amina Berg"
  press "Let Drawings in"
  see "Gone to https://draw.example/?code"
as Ada
  a program asks for "openid"
  status 422
  see "Only somebody with a record of their own, or a professional, can let a program in."
  open /admin/programs
  press "Remove it, and end all that people let it do Drawings"
  see "No program yet."
