story: the product says what it costs, and anyone may switch the counting off
covers: service/measure_effort record/effort doors/web/effort
given a clinic with Amina, Bo, Dr Lind and Dr Holm
as Amina
  open /account
  press "What Alongside costs you"
  see "Never who, never what was written."
  see "It should take 20 seconds at most."
  see "Counting is on"
  press "Do not count me"
  see "What Alongside costs you"
as nobody
  open /effort
  see "Sign in"
