story: a person says what matters, orders, says anew and lets go
covers: service/state_aim doors/web/my_aims doors/web/my_page doors/web/asking doors/web/parts doors/web/phrases
given a clinic with Amina, Bo, Dr Lind and Dr Holm
as Amina
  open /me
  see "What matters to you?"
  see "There is no wrong answer"
  press "Say what matters"
  press "Keep"
  status 422
  see "Please write what matters to you"
  write "My aim, in my own words" = "Walk to the market without stopping"
  choose "This year"
  write "How much does it matter?" = "9"
  press "Keep"
  see "How will you know?"
  write "How is it now?" = "I stop three times"
  press "Keep"
  status 422
  see "Please say how you will know that you are there"
  write "How is it now?" = "I stop three times"
  write "How will it be when you are there?" = "I walk the whole way"
  press "Keep"
  see "Kept."
  see "How much it matters: 9 of 10"
  press "Change the steps"
  tick "It cannot get worse than it is now"
  write "Worse than now" = "In bed"
  press "Keep"
  status 422
  see "Then please leave this empty."
  write "Worse than now" = ""
  tick "It cannot get worse than it is now"
  press "Keep"
  see "On the way"
  open /me/aims/new
  write "My aim, in my own words" = "Sing in the choir again"
  press "Keep"
  open /me
  see "Aim 1: Walk to the market without stopping"
  see "Aim 2: Sing in the choir again"
  press "Move up: Sing in the choir again"
  see "Aim 1: Sing in the choir again"
  press "Sing in the choir again"
  press "Say it in new words"
  write "My aim, in my own words" = "Sing <b>loud</b> with my friends"
  press "Keep the new words"
  see "“Sing <b>loud</b> with my friends”"
  see "Your words over time"
  see "Sing in the choir again"
  press "Let this aim go"
  see "You let this one go"
  press "Take it up again"
  see "What matters to you"
