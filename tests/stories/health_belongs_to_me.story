story: a person says what is wrong and is answered, takes everything along, and erases their record
covers: service/put_right service/erase_record service/take_along doors/web/corrections doors/web/my_data doors/web/everything doors/exchange/person_aims doors/exchange/person_life doors/exchange/person_plans doors/exchange/person_visits doors/exchange/person_account
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
  write-in action_0_words = "Swim on Mondays"
  write-in action_3_words = "Call on Friday"
  choose "We plan it together"
  choose "The usual way"
  write-in note = "The leaflet of 2025"
  press "We both agree"
as Amina
  open /erased
  do not see "Your record is erased"
  open /me/sharing
  press "Your data"
  press "Something is wrong"
  press "Say it"
  status 422
  see "Choose what it is about."
  see "Say what is wrong."
  choose-in about = "agreement.1"
  write-in words = "I said walk, not swim"
  press "Say it"
  see "Said. It stands beside what it is about now."
  see "Waits for an answer, at the latest Thursday 24 December."
  choose-in about = "identity"
  write-in words = "Amina Bergh, with an h"
  press "Say it"
as Dr Lind
  open /people
  see "Say that something is wrong"
  press "Amina Berg Walk to the market Wants to be read back"
  see "What Amina Berg says is wrong"
  see "I said walk, not swim"
  press "Answer"
  see "Amina Bergh, with an h"
  press "Keep the answer"
  status 422
  see "Choose one of the two."
  choose "It is put right"
  write-in name = "Amina Bergh"
  press "Keep the answer"
  see "Amina Bergh"
  see "Dr Lind put it right, Tuesday 24 November."
  press "Answer"
  choose "I see it differently"
  press "Keep the answer"
  status 422
  see "Say why you see it differently."
  choose "I see it differently"
  write-in reason = "We said both; let us talk about it"
  press "Keep the answer"
  see "Dr Lind sees it differently, Tuesday 24 November. We said both; let us talk about it"
as Amina
  open /me/plan
  see "I said walk, not swim"
  see "We said both; let us talk about it"
  open /me/everything
  see "Amina Bergh"
  see "Walk to the market"
  see "Swim on Mondays"
  see "The leaflet of 2025"
  see "Call on Friday"
  see "I said walk, not swim"
  open /me/everything.json
  see "Swim on Mondays"
  open /me/sharing?own=1
  see "Amina Bergh took everything along"
  open /me/data
  press "Erase my record"
  see "What stays, and why"
  press "Erase everything"
  status 422
  see "Tick that you understand it."
  tick "I understand that this cannot be taken back"
  write-in password = "not it at all"
  press "Erase everything"
  status 422
  tick "I understand that this cannot be taken back"
  write-in password = "four words you like"
  press "Erase everything"
  see "Your record is erased"
  open /me
  see "Sign in"
as Dr Lind
  open /people
  do not see "Amina"
