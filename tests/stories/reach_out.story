story: a professional keeps times free, gives one to somebody who waits, and the person sees when and how
covers: service/reserve_time record/reserved_times doors/web/reserve
given a clinic with Amina, Bo, Dr Lind and Dr Holm
as Dr Lind
  open /people
  see "None yet. Keep a time free, and give it to somebody who waits."
  press "Keep a time free"
  press "Keep it free"
  status 422
  see "Choose a day from today on"
  see "Say the time like 15:00."
  see "Choose one of the two."
  write-in day = "2026-11-26"
  write-in time = "15:00"
  write-in minutes = "20"
  choose "by phone"
  press "Keep it free"
  see "Thursday 26 November at 15:00, by phone 20 minutes Free."
  press "Keep a time free"
  write-in day = "2026-11-25"
  write-in time = "08:30"
  write-in minutes = "45"
  choose "in the same room"
  press "Keep it free"
  press "Do not keep it Wednesday 25 November at 08:30, in the same room"
  do not see "08:30"
  press "Amina Berg · not asked yet"
  choose-in time = "1"
  press "Give this time"
  see "Thursday 26 November at 15:00, by phone"
  open /people
  see "Thursday 26 November at 15:00, by phone 20 minutes Amina Berg"
  do not see "Free."
as Amina
  open /me/sheet
  see "Thursday 26 November at 15:00, by phone"
  open /me/sharing
  see "Dr Lind planned a visit"
as Dr Holm
  open /people
  do not see "Amina"
