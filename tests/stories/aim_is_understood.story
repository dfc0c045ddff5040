story: a professional reads an aim back, and only the person says that it is understood
covers: service/understand_aim service/hold_visit service/my_people doors/web/people
given a clinic with Amina, Bo, Dr Lind and Dr Holm
as Amina
  open /me/aims/new
  write "My aim, in my own words" = "Walk to the market"
  press "Keep"
as Dr Lind
  open /people
  see "Amina Berg"
  see "Wants to be read back"
  do not see "Bo Ek"                       # another team's person
  press "Amina Berg Walk to the market Wants to be read back"
  write "Read it back in your own words" = ""
  press "This is how I understood it"
  status 422
  see "Please write how you understood it"
  write "Read it back in your own words" = "You want to shop on foot"
  press "This is how I understood it"
  see "Amina Berg has not answered yet"
  press "We met today"
  see "Last visit Tuesday 24 November"
as Amina
  open /me
  press "Did Dr Lind understand? Please answer"
  see "You want to shop on foot"
  choose "Not quite"
  write "Anything to add?" = "It is about being outdoors"
  press "Answer"
  see "You said: not quite."
as Dr Lind
  open /people
  do not see "Wants to be read back"
  write "Find by name" = "nobody"
  press "Find"
  see "Nobody of that name"
  write "Find by name" = "BERG"
  press "Find"
  press "Amina Berg Walk to the market Last visit Tuesday 24 November"
  see "Amina Berg says: not quite."
  see "It is about being outdoors"
