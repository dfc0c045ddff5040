story: a used or unknown link says so, and patterns show every part
covers: service/manage_people service/act service/take_in doors/web/patterns
given a clinic with Amina, Bo, Dr Lind and Dr Holm
as nobody
  open /join/unknown
  status 404
  see "This link has been used or is too old"
  open /patterns
  see "Every part of the interface"
  see "A person’s own words"
  open /assets/old/alongside.css
  status 404
  open /health
  see "ok"
