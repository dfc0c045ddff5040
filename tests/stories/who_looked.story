story: the person sees who looked and who changed, and others see nothing
covers: doors/web/page service/permission
given a clinic with Amina, Bo, Dr Lind and Dr Holm
as Amina
  open /me/aims/new
  write "My aim, in my own words" = "Walk to the market"
  press "Keep"
  open /me/sharing
  see "Alongside brought in records from another system"
  do not see "Dr Lind"
  do not see "Amina Berg said what matters"
  press "Show what I did too"
  see "Amina Berg said what matters"
as Dr Lind
  open /people
  press "Amina Berg Walk to the market Wants to be read back"
  press "We met today"
as Amina
  open /me/sharing
  see "Dr Lind looked at the page"
  see "Dr Lind noted a visit"
  see "Dr Lind saw the first aim in a list"
  see "physician. Because their team cares for you. Seen: aims, plan, check-ins and life."
  see "Seen: name and first aim."
  do not see "Walk to the market"
as Dr Holm
  open /people
  do not see "Amina"
  open /me
  status 404
as Bo
  open /people
  status 404
  open /me
  do not see "market"
as nobody
  open /me
  see "Sign in"
  do not see "market"
