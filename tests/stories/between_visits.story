story: between visits a person checks in as they like, says when they are stuck, and chooses what comes next
covers: service/choose_next_step service/say_stuck service/work_together service/contribute record/barriers doors/web/together doors/web/follow_up doors/web/check_in
given a clinic with Amina, Bo, Dr Lind and Dr Holm
as Amina
  open /me/aims/new
  write "My aim, in my own words" = "Walk to the market"
  press "Keep"
  write "How is it now?" = "I stop three times"
  write "How will it be when you are there?" = "The whole way"
  press "Keep"
  press "Add a number"
  write "What do you ask yourself?" = "How tired are my legs?"
  write "0 means" = "fresh"
  write "10 means" = "lead"
  choose "Lower is better"
  press "Keep"
  open /me/check-in
  see "Walk to the market"
  do not see "How tired are my legs?"            # one question by default
  press "Choose what you are asked, and how often"
  tick "How tired are my legs?"
  choose "Every week"
  choose "By phone"
  press "Save"
  see "Kept."
  open /me/check-in
  see "How tired are my legs?"
  see "Nobody is watching this"
  choose "6"
  press "Save"
  see "Saved. Thank you"
as Dr Lind
  open /people
  press "Amina Berg Walk to the market Wants to be read back"
  press "Agree on what to do"
  write-in action_0_words = "Walk after lunch"
  write-in action_3_words = "Call the physio"
  choose "We plan it together"
  choose "The usual way"
  write-in note = "The leaflet of 2025"
  press "We both agree"
as Amina
  open /me/plan
  press "I am stuck: Walk after lunch"
  press "Save"
  status 422
  see "Please choose what stands in the way."
  choose "My body, pain or tiredness"
  write "In your words" = "My hip"
  press "Save"
  see "What stands in the way"
as Dr Lind
  open /people
  press "Amina Berg Walk to the market Wants to be read back"
  see "My body, pain or tiredness"
  see "My hip"
  press "Today together"
  see "My hip"
  see "Too early to say. 6 of 10 last time."
  press "Close the visit"
as Amina
  open /me/plan
  do not see "My hip"
later 20 days
as Amina
  open /me
  see "It is a week since the last one."
  see "Does this aim feel met?"
  press "Say where it is"
  choose "As it was at the start I stop three times"
  press "Save"
  see "Not there yet. What now?"
  press "Keep it, but do something else for it"
  see "You chose: Keep it, but do something else for it"
  open /me
  do not see "Does this aim feel met?"
  open /me/together
  choose "Not at all"
  press "Save"
later 8 days
as Amina
  open /me
  do not see "It is a week since the last one."
