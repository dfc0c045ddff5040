story: a trial of one's own from an agreement, day by day, with a result or "too early to say", beside what the network says
covers: doors/web/own_trial service/try_for_oneself record/own_trials
given a clinic with Amina, Bo, Dr Lind and Dr Holm
as Amina
  open /me/trials
  see "No trial yet"
  open /me/aims/new
  write "My aim, in my own words" = "Carry my shopping home"
  press "Keep"
  write "How is it now?" = "Only a loaf"
  write "How will it be when you are there?" = "Two full bags"
  press "Keep"
as Dr Lind
  open /teams
  press "What we offer"
  write "What is it called?" = "Rest at noon"
  write "Its name in your network" = "rest"
  press "Add"
  open /teams
  press "What we learn"
  clinics share rest: 0.6 from 800 people
  press "Work it out anew"
  open /people
  press "Amina Berg Carry my shopping home Wants to be read back"
  press "What could help"
  write "What is this aim about?" = "pain"
  tick "Rest at noon"
  press "Show them to the person"
  press "A trial of my own"
  see "There are no two options yet"
  press "Agree on what to do"
  write-in action_0_words = "Rest at noon"
  write-in action_3_words = "Call on Friday"
  choose "We plan it together"
  choose "The usual way"
  choose-in option_1_standing = "chosen"
  press "We both agree"
  see "Kept."
  open /people
  press "Amina Berg Carry my shopping home Wants to be read back"
  press "What could help"
  press "A trial of my own"
  see "The person first needs a number for this aim"
as Amina
  open /me
  press "Carry my shopping home"
  press "Add a number"
  write-in number_words = "How sore are my hands?"
  write-in at_zero = "not at all"
  write-in at_ten = "as sore as can be"
  choose "Lower is better"
  press "Keep"
as Dr Lind
  open /people
  press "Amina Berg Carry my shopping home Wants to be read back"
  press "What could help"
  press "A trial of my own"
  write "Days a turn that count" = "2"
  write "How often is each tried?" = "99"
  press "Let chance draw the order"
  status 422
  see "Please choose one."
  see "Please write a whole number from 5 to 21."
  see "Please write a whole number from 3 to 6."
  see "Please say when the person stops."
  see "A trial suits only what acts and ends within days."
  write "The other" = "1"
  write "Days a turn that count" = "5"
  write "How often is each tried?" = "4"
  write "Days the other still acts after it ends" = "1"
  write "When does the person stop at once?" = "A hand swells. Call 555 0199."
  tick "We both think: both act and end within days, both are safe, and either can be taken back."
  press "Let chance draw the order"
  see "Carry on as now and Rest at noon, turn by turn."
  see "It begins on 2026-11-25."
  see "What it says is shown when it is over."
  do not see "Plan a trial together"
as Amina
  open /me
  see "It begins on 2026-11-25."
later 1 days
as Amina
  open /me/check-in
  see "Today:"
  see "Day 1 of 40."
  see "How sore are my hands?"
  open /me/trials
  see "Answered on 0 of 1 days so far. A day without an answer is no zero."
  see "A hand swells. Call 555 0199."
live the trial: -2 less with Rest at noon
as Amina
  open /me/trials
  keep the page own-trial-result
  see "Carry on as now was better for you than Rest at noon."
  see "With Rest at noon your number is about 1.7 higher than with Carry on as now: probably between 1.4 higher and 2.0 higher."
  see "From 20 days with Carry on as now and 20 days with Rest at noon."
  see "A second opinion without a model: of 16 orders that chance could have drawn, 2 look at least as far apart."
  see "Fewer than 1 of 16 is not possible."
  open /me/help
  keep the page options-own-otherwise
  see "More got there than by carrying on."
  see "Your own trial says otherwise."
  see "your own trial"
  see "Carry on as now was better for you than Rest at noon."
as Dr Lind
  open /people
  press "Amina Berg Carry my shopping home Wants to be read back"
  press "What could help"
  press "A trial of my own"
  see "Carry on as now was better for you than Rest at noon."
  write "The other" = "1"
  write "When does the person stop at once?" = "A hand swells. Call 555 0199."
  tick "We both think: both act and end within days, both are safe, and either can be taken back."
  press "Let chance draw the order"
later 3 days
as Amina
  open /me/trials
  write "Why? You may leave it empty." = "My hand swelled"
  press "Stop the trial"
  see "It was stopped before its end."
  see "It is too early to say. No day was answered."
