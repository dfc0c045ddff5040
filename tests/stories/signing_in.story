story: signing in with a name and a password, in English and in Swedish
covers: service/sign_in doors/web/sign_in doors/web/door doors/web/html
given a clinic with Amina, Bo, Dr Lind and Dr Holm
as nobody
  open /
  write "Sign-in name" = "amina"
  write "Password" = "a wrong word"
  press "Sign in"
  status 422
  see "The name and the password do not go together"
  write "Sign-in name" = "Amina"
  write "Password" = "four words you like"
  press "Sign in"
  see "What matters to you?"
  press "Svenska"
  see "Vad är viktigt för dig?"
  see "Mina mål"
  press "English"
  open /account
  press "Sign out"
  see "No sign-in yet? Ask your clinic for a link"
  do not see "example-"
  open /nothing
  status 404
  see "This page is not here"
