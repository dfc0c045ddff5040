story: a questionnaire is switched on with what its licence asks for, answered, scored, and somebody named answers
covers: service/use_instruments record/instruments doors/web/instruments improvement/instrument improvement/instrument_score
given a clinic with Amina, Bo, Dr Lind and Dr Holm
as Amina
  open /me/questions
  see "No questions now."
  open /me/questions/phq-9
  status 404
as Ada
  open /admin
  press "Questionnaires"
  see "because its licence does not allow it."
  press "Switch on Patient Health Questionnaire, 9 questions"
  status 422
  see "Please name a person."
  write-in who_answers = "Dr Lind"
  write-in hours = "weekdays 8 to 16"
  press "Switch on Patient Health Questionnaire, 9 questions"
  see "On · Dr Lind, weekdays 8 to 16"
as Amina
  open /me/questions
  press "Patient Health Questionnaire, 9 questions"
  see "Dr Lind reads this: weekdays 8 to 16. At other times nobody does."
  see "No permission required to reproduce"
  press "Save"
  status 422
  see "Please answer one question"
  choose-in item_0 = "2"
  choose-in item_8 = "1"
  press "Save"
  see "It cannot be added up: some answers are not there."
  see "If it is urgent, call now."
as Dr Lind
  open /people
  see "An answer asks for help"
  press "Amina Berg · not asked yet"
  see "An answer asks for help. Look at it now."
  press "We met today"
  open /people
  see "An answer asks for help"                # a visit alone does not end it
  press "Amina Berg · not asked yet Last visit Tuesday 24 November"
  press "We have looked into it"
  do not see "Look at it now."
  open /people
  do not see "An answer asks for help"
as Ada
  open /admin/instruments
  press "Switch off Patient Health Questionnaire, 9 questions"
  do not see "On · Dr Lind"
as Amina
  open /me/questions/phq-9
  status 404
