story: in an emergency a record is opened in the open, for an hour, and a colleague looks into it
covers: service/break_glass record/break_glass doors/web/break_glass service/permission
given a clinic with Amina, Bo, Dr Lind and Dr Holm
as Amina
  open /me/aims/new
  write "My aim, in my own words" = "Walk to the market"
  press "Keep"
as Dr Holm
  open /people/emergency
  see "The person sees at once that you opened their record, and why."
  write "Their whole name" = "Amina Berg"
  write "Born on" = "1950-06-01"
  write "Why it cannot wait" = "short"
  write "Your password, once more" = "four words you like"
  press "Open for one hour"
  status 422
  see "at least 15 letters"
  write "Why it cannot wait" = "She fell in the street and cannot say what she takes"
  write "Your password, once more" = "not this one at all"
  press "Open for one hour"
  status 422
  write "Your password, once more" = "four words you like"
  press "Open for one hour"
  see "You opened this record in an emergency."
  see "Walk to the market"
  do not see "We met today"
  do not see "Where you see it"
as Amina
  open /me/sharing
  see "Your record was opened in an emergency"
  see "She fell in the street and cannot say what she takes"
  see "Nobody has looked into it yet."
  see "Dr Holm opened the record in an emergency"
  see "Because they said that it could not wait"
as Dr Lind
  open /people
  press "Amina Berg Walk to the market Wants to be read back"
  see "Opened in an emergency"
  press "I have looked into this"
  do not see "Opened in an emergency"
as Amina
  open /me/sharing
  see "Dr Lind has looked into it."
later 1 days
as Dr Holm
  open /people
  do not see "Amina"
