story: after a visit the person says how working together was, and nobody whom they met can read it
covers: service/say_how_we_worked record/relationship doors/web/how_we_worked
given a clinic with Amina, Bo, Dr Lind and Dr Holm
as Amina
  open /me/aims/new
  write "My aim, in my own words" = "Walk to the market"
  press "Keep"
  open /me
  do not see "How did you work together?"
as Dr Lind
  open /people
  press "Amina Berg Walk to the market Wants to be read back"
  press "We met today"
as Amina
  open /me
  press "Answer six questions"
  see "Nobody can read them one by one."
  choose-in asked = "1"
  press "Save"
  status 422
  see "Only whole answers count."
  choose-in asked = "1"
  choose-in understood = "4"
  choose-in shaped = "0"
  choose-in fits = "3"
  choose-in who_does = "4"
  choose-in could_say = "2"
  press "Save"
  see "Thank you. Your answers are kept without your name."
  do not see "Answer six questions"
as Dr Lind
  open /teams
  see "Answers are shown for 25 or more together"
  open /people
  press "Amina Berg Walk to the market Wants to be read back Last visit Tuesday 24 November"
  do not see "How did you work together?"
