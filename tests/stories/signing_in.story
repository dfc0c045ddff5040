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

story: somebody changes their password and signs out everywhere else
covers: doors/web/account service/change_password
given a clinic with Amina, Bo, Dr Lind and Dr Holm
as nobody
  open /sign-in
  write "Sign-in name" = "amina"
  write "Password" = "four words you like"
  press "Sign in"
as Amina
  open /account
  see "You are signed in at 2 places."
  press "Sign out everywhere else"
  see "You are signed out everywhere else."
  see "You are signed in only here."
  write "Your password now" = "four words you like"
  write "Choose a password" = "five words you like"
  write "The password once more" = "five words you lake"
  press "Save the new password"
  status 422
  see "The two passwords are not the same."
  write "Your password now" = "four words you like"
  write "Choose a password" = "five words you like"
  write "The password once more" = "five words you like"
  press "Save the new password"
  see "Your new password holds from now on."
as nobody
  open /me
  see "Sign in"
  write "Sign-in name" = "amina"
  write "Password" = "five words you like"
  press "Sign in"
  see "What matters"
