story: a person gets ready with a code, takes a line out, and sends; the visit shows what was sent and nothing else
covers: service/prepare service/invite_to_prepare service/ask_number record/preparations record/visit_invitations record/numbers doors/web/prepare doors/web/prepared doors/web/invitation doors/web/numbers coproduction/preparation coproduction/wishes aim/number
given a clinic with Amina, Bo, Dr Lind and Dr Holm
as Amina
  open /me/aims/new
  write "My aim, in my own words" = "Walk to the market"
  press "Keep"
  open /me
  press "Walk to the market"
  press "Add a number"
  write "What do you ask yourself?" = "How stiff are my hands?"
  press "Keep"
  status 422
  see "Please say what this end means."
  write "What do you ask yourself?" = "How stiff are my hands?"
  write "0 means" = "not at all"
  write "10 means" = "like wood"
  choose "Lower is better"
  press "Keep"
  see "No answer yet."
as Dr Lind
  open /people
  press "Amina Berg Walk to the market Wants to be read back"
  see "Not asked before this visit."
  press "Ask before the visit"
  see "Dear Amina Berg"
  see "It works until Tuesday 8 December"
  keep the link
as Bo
  open the kept link
  see "Which year were you born?"
  do not see "Amina"
  write "Which year were you born?" = "1951"
  press "Begin"
  status 422
  see "That is not the year we have."
as nobody
  open the kept link
  write "Which year were you born?" = "1950"
  press "Begin"
  see "Nobody sees this until you send it. Then Dr Lind can see it."
  write "What matters to you right now?" = "Mornings frighten me"
  choose "Yes, it is"
  choose "7"
  write "To talk about first" = "The stairs"
  write "To talk about then" = "My new tablets"
  press "Keep it for later"
  see "Kept. You can go on later"
as Dr Lind
  open /people
  press "Amina Berg Walk to the market Wants to be read back"
  see "Not asked before this visit."             # nothing is seen before it is sent
  do not see "Mornings frighten me"
as nobody
  open the kept link
  press "See what they will see"
  see "This is what they will see"
  see "Mornings frighten me"
  see "7 of 10"
  see "Asked, no answer"
  press "Take out To talk about then"
  see "Nobody else sees these."
  do not see "My new tablets"
  press "Send it to my team"
  see "Sent."
as Dr Lind
  open /people
  press "Amina Berg Walk to the market Wants to be read back"
  see "Amina Berg said before the visit"
  see "Mornings frighten me"
  see "Still right"
  see "The stairs"
  see "How much work is all the care for you now?"
  do not see "My new tablets"
  do not see "Taken out"
  do not see "Nobody else sees these."
as Dr Holm
  open /people
  do not see "Amina"
as Amina
  open /me/prepare/preview
  see "What you sent"
  press "Take out How stiff are my hands?"
  do not see "7 of 10"
  open /me
  see "You sent it"
  press "Walk to the market"
  see "No answer yet."
as Dr Lind
  open /people
  press "Amina Berg Walk to the market Wants to be read back"
  do not see "7 of 10"
