story: a professional writes for themself, is asked again after four weeks, and takes a log to the appraisal
covers: doors/web/routes_of_reflection doors/web/journal doors/web/journal_log service/reflect record/journal
given a clinic with Amina, Bo, Dr Lind and Dr Holm
as Dr Lind
  open /teams
  press "Journal"
  see "Only you can read what you write here."
  see "Nothing yet."
  see "There is something to say from 10 visits on."
  press "Write about a case"
  write "When was it?" = "2026-12-24"
  press "Save"
  status 422
  see "Please write a few words."
  see "Please give a day that is not in the future."
  write "What happened?" = "I spoke of numbers.\nThey wanted to walk."
  write "What do you learn from it?" = "Ask first"
  write "When was it?" = "2026-11-20"
  write "Minutes you spent on learning from it" = "20"
  tick "Take it along to my appraisal"
  press "Save"
  see "Kept."
  see "I spoke of numbers. They wanted to walk."
  see "goes along"
  do not see "Two questions about what you wrote"
  press "Note what you noticed"
  write "What did you notice?" = "We count visits"
  press "Save"
  status 422
  see "Please choose one of the two."
  see "Please choose one of the four."
  choose "Care as something made and handed over"
  choose "How work is measured"
  press "Save"
  see "What you noticed in a year"
  press "We count visits"
  press "Take it out of the journal"
  see "You took it out of the journal."
  press "Bring it back"
  press "Put it on the board"
  see "Huddle of the Joints team"
  see "We count visits"
as Dr Holm
  open /journal
  see "Nothing yet."
  open /journal/1
  see "This page is not here"
as Amina
  open /journal
  see "This page is not here"
later 26 days
as Dr Lind
  open /journal
  see "Two questions about what you wrote"
  press "Save"
  status 422
  see "Please answer one of the two questions."
  write "What came of it?" = "They walk each day"
  press "Save"
  see "When you looked again"
  press "Journal"
  do not see "Two questions about what you wrote"
  press "What you take along to an appraisal"
  see "Learning log of Dr Lind"
  see "You take along 1 of 2 entries. Minutes of learning: 20."
  see "They walk each day"
  do not see "We count visits"
  open /journal/log?from=2026-12-01&to=2026-11-01
  status 422
  see "Please give two days, the earlier one first."
  open /journal/log/file
  see "# Learning log of Dr Lind"
