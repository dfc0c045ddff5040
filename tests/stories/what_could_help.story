story: the team puts options side by side, the person sees them, brings what they want to talk about, and both look
covers: service/keep_evidence record/evidence doors/web/evidence doors/web/what_could_help doors/web/options_grid doors/web/option_cells doors/web/learning service/put_options_together service/look_at_options service/learn_from_records record/option_sets
given a clinic with Amina, Bo, Dr Lind and Dr Holm
as Amina
  open /me/help
  see "Say first what matters to you"
  open /me/aims/new
  write "My aim, in my own words" = "Carry my shopping home"
  press "Keep"
  write "How is it now?" = "Only a loaf"
  write "How will it be when you are there?" = "Two full bags"
  press "Keep"
  press "What could help"
  press "Carry my shopping home"
  see "Your team has not picked choices yet"
  press "Ask them before your visit"
  see "Before we meet"
as Dr Lind
  open /people
  press "Amina Berg Carry my shopping home Wants to be read back"
  press "What could help"
  see "Your team offers nothing yet"
  press "Team"
  press "What we offer"
  write "What is it called?" = "Walking group"
  write "What does it ask of the person?" = "Walk with others twice a week."
  write "Minutes a week" = "90"
  write "What does it ask of other people?" = "Somebody to come along at first."
  write "What could go wrong? Say it as counts of 100 if you can." = "Sore legs: about 30 of 100 people."
  write "Which review is it about?" = "tai-chi-knee-osteoarthritis-hu-2021"
  write "Its name in your network" = "Walking!"
  press "Add"
  status 422
  see "Please use small letters a to z"
  write "Its name in your network" = "walking"
  press "Add"
  see "Walking group"
  write "What is it called?" = "Strength training"
  press "Add"
  open /people
  press "Amina Berg Carry my shopping home Wants to be read back"
  press "What could help"
  press "Show them to the person"
  status 422
  see "Please choose what the aim is about."
  see "Please pick one at least."
  write "What is this aim about?" = "pain"
  tick "Walking group"
  tick "Strength training"
  write-in may_not_fit_1.2 = "The gym is far from where she lives."
  press "Show them to the person"
  see "3 fair choices. None is right for everyone. Dr Lind picked them with you in mind on Tuesday 24 November."
  see "The gym is far from where she lives."
as Amina
  open /me/life
  write-in minutes_to_spare = "60"
  press "Save"
  open /me/help                              # one aim, and it is shown at once
  see "What could help with Carry my shopping home"
  see "A Carry on as now"
  see "B Walking group"
  see "C Strength training"
  see "Walk with others twice a week."
  see "More than the 60 minutes you can spare."
  see "Nobody has counted this here yet. We took 33 to start from."
  see "60 of 100 40 of 100 were not Could be 50 to 70."
  see "Too few people to say."
  see "You have not tried this."
  see "Sore legs: about 30 of 100 people."
  see "Somebody to come along at first."
  see "Your team has not written this down. Ask them."
  see "The gym is far from where she lives."
  see "This is not medical advice."
  see "No model of this clinic has been worked out yet."
  see "Nobody at this clinic has reviewed it yet."
  see "How far choosing may mislead, however many choose: 0.2"
  tick "Talk about B"
  write "What matters most to you in this choice?" = "Not being away in the evenings"
  press "Bring this to my visit"
  see "Kept. Your team sees it at your visit."
  see "Brought on Tuesday 24 November."
as Dr Lind
  open /people
  press "Amina Berg Carry my shopping home Wants to be read back"
  see "Amina Berg wants to talk about Carry my shopping home Walking group What matters most to you in this choice? Not being away in the evenings"
  press "Today together"
  see "Amina Berg wants to talk about"
  press "Look at it together"
  see "Wants to talk about it"
  see "What matters most to Amina Berg: Not being away in the evenings"
as Dr Lind
  open /evidence
  see "Not clinical advice: review each before use."
  press "Pain"
  see "Practise Tai Chi"
  see "standardised mean difference -0.69 (-0.95 to -0.44)"
  write "A card or a table of cards" = "id: ours"
  press "Keep these cards"
  status 422
  see "These are no whole cards yet."
  see "aim is missing"
  press "I have read it and answer for it Practise Tai Chi"
  see "Dr Lind answers for it here."
  press "No longer use our version Practise Tai Chi"
  do not see "Dr Lind answers for it here."
as Dr Holm
  open /teams
  do not see "walking"
as Bo
  open /me/help
  do not see "Carry my shopping home"
