story: a team says that something changed, with a reason, and can take it back
covers: service/set_chart record/chart_settings doors/web/chart_settings
given a clinic with Amina, Bo, Dr Lind and Dr Holm
as Dr Lind
  open /teams
  press "People were asked what matters"
  see "Nothing yet. The limits come from all months."
  press "Save this decision"
  status 422
  see "Please choose what you want to do."
  see "Please say why."
  choose "Something changed: begin new limits"
  choose-in month = "2026-05"
  write "Why?" = "We began to ask at the door"
  press "Save this decision"
  see "New limits from May 2026"
  see "We began to ask at the door"
  see "Dr Lind, Tuesday 24 November"
  choose "Use another kind of chart"
  choose-in chart = "pp"
  write "Why?" = "Large months vary more"
  press "Save this decision"
  see "A P′ chart: limits as wide as is usual here"
  press "Take back New limits from May 2026"
  do not see "We began to ask at the door"
  see "Large months vary more"
as Dr Holm
  open /teams
  do not see "Large months vary more"
