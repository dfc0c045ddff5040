story: a team splits a measure by age and by what was agreed, and few people are not told
covers: doors/web/split
given a clinic with Amina, Bo, Dr Lind and Dr Holm
as Dr Lind
  open /people
  press "Amina Berg · not asked yet"
  open /teams
  press "Where these numbers come from"
  press "age"
  see "People were asked what matters: age"
  see "Nothing is counted yet."
  press "degree of shared work"
  see "By what the person had agreed last, on the day that counts."
as Amina
  open /teams
  see "This page is not here"
