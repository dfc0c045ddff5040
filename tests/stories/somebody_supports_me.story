story: a person asks somebody close to help, says what they may see and until when, and ends it in one press
covers: service/support record/supporters doors/web/supporters doors/web/supporting doors/web/sharing service/permission
given a clinic with Amina, Bo, Dr Lind and Dr Holm
as Amina
  open /me/aims/new
  write "My aim, in my own words" = "Walk to the market"
  press "Keep"
as Dr Lind
  open /people
  press "Amina Berg Walk to the market Wants to be read back"
  press "Agree on what to do"
  tick "Walk to the market"
  write-in action_0_words = "Walk to the corner"
  write-in action_3_words = "Call on Friday"
  choose "We plan it together"
  choose "The usual way"
  write-in note = "The leaflet of 2025"
  press "We both agree"
as Amina
  open /me/sharing
  see "You have not asked anybody here yet."
  press "Ask somebody to support me"
  press "Make the link"
  status 422
  see "say what you call them."
  write "What you call them" = "Karin, my daughter"
  choose "They see my aims and our plan"
  choose "90 days"
  press "Make the link"
  see "Give this link to Karin, my daughter"
  keep the link
  open /me/sharing
  see "Karin, my daughter"
  see "They have not used the link yet"
as nobody
  open the kept link
  see "This link is for Karin, my daughter."
  write "Your name" = "Karin Berg"
  write "Choose a sign-in name" = "karin"
  write "Choose a password" = "four words I like"
  write "The password once more" = "four words I like"
  press "Keep and sign in"
  see "People you support"
  press "Amina Berg"
  see "Walk to the market"
  see "Walk to the corner"
  see "Call on Friday"
  do not see "Done today"
  do not see "Where she sees it"
as Amina
  open /me/sharing
  see "Karin Berg looked at the page"
  see "Because you asked them to support you"
  press "Stop Karin, my daughter"
  see "They can no longer see anything here."
as nobody
  open /supporting
  see "Nobody has asked you to support them, or it has ended."
as Amina
  open /me/supporters/new
  write "What you call them" = "Bo from next door"
  choose "They also tick what I have done"
  choose "30 days"
  press "Make the link"
  keep the link
as Bo
  open the kept link
  see "You are signed in as Bo Ek."
  press "I will support them as Bo Ek"
  press "Amina Berg"
  press "Done today"
  see "Kept. You can change it at any time."
as Amina
  open /me/plan
  see "Done once"
later 31 days
as Bo
  open /supporting
  do not see "Amina"
