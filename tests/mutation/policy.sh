#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Removes or turns round one condition of the policy after another, in a copy of the tree, and runs the unit
# tests: each mutant must be caught. Takes about half a minute a mutant.
#   sh tests/mutation/policy.sh [WORD]     with a word, only mutants that name it
. "$(dirname "$0")/mutants.sh"

policy=src/service/permission.cc
people=src/record/people.cc
supporters=src/record/supporters.cc
openings=src/record/break_glass.cc
support=src/service/support.cc
emergency=src/service/break_glass.cc
door=src/doors/web/door.cc
serves='record::serves(reading, caller.home, *caller.professional, *person, now))'
member='if (!record::is_member(reading, caller.home, *caller.professional, *team, now))'
mutant $policy 'if (whose.id) person = record::person_number' 'if (whose.id && !caller.person) person = record::person_number'
mutant $policy 'if (!person) return not_found();' 'if (!person) person = PersonNo{1};'
mutant $policy 'if (caller.person == person) return' 'if (caller.person != person) return'
mutant $policy 'if (caller.person == person) return' 'if (caller.person) return'
mutant $policy "$serves" "!$serves"
mutant $policy "$serves" "(true || $serves)"
mutant $policy 'if (!team || !caller.professional) return not_found();' 'if (!team) return not_found();
  if (!caller.professional) return TeamAccess(caller.home, *team);'
mutant $policy "$member" 'if (record::is_member(reading, caller.home, *caller.professional, *team, now))'
mutant $policy "$member" 'if (false && record::is_member(reading, caller.home, *caller.professional, *team, now))'
mutant $policy 'if (!caller.professional) return not_found();' 'if (!caller.professional) return OwnPeopleAccess(caller.home, ProfessionalNo{1});'
mutant $policy 'if (!caller.administrator) return not_found();' 'if (caller.administrator) return not_found();'
mutant $policy 'if (!caller.administrator) return not_found();' 'if (false && !caller.administrator) return not_found();'
mutant $policy 'if (access.relation() != Relation::self) return' 'if (false && access.relation() != Relation::self) return'
mutant $policy 'if (access.relation() != Relation::self) return' 'if (access.relation() == Relation::self) return'
mutant $policy 'if (access.relation() != Relation::team_member) return' 'if (false && access.relation() != Relation::team_member) return'
mutant $policy 'if (access.relation() != Relation::team_member) return' 'if (access.relation() == Relation::team_member) return'
mutant $policy 'if (whose.as_supporter) {' 'if (whose.as_supporter || true) {'
mutant $policy 'if (whose.as_supporter) {' 'if (false && whose.as_supporter) {'
mutant $policy 'if (!scope || (doing' 'if ((doing'
mutant $policy 'doing == Doing::change && !holds_changes(*scope)' 'false && !holds_changes(*scope)'
mutant $policy 'doing == Doing::change && !holds_changes(*scope)' 'doing == Doing::change && holds_changes(*scope)'
mutant $policy 'doing == Doing::change && !holds_changes(*scope)' '!holds_changes(*scope)'
mutant $policy 'if (access.relation() != Relation::supporter) return' 'if (access.relation() == Relation::supporter) return'
mutant $policy 'if (doing == Doing::look && caller.professional &&' 'if (caller.professional &&'
mutant $policy 'record::is_on_a_team(reading, caller.home, *caller.professional, now) &&' 'true &&'
mutant $policy 'record::has_open(reading, caller.home, *caller.professional, *person, now))' 'true)'
mutant $policy 'record::has_open(reading, caller.home, *caller.professional, *person, now))' '!record::has_open(reading, caller.home, *caller.professional, *person, now))'
mutant $supporters '"ended_ms IS NULL AND until_ms > "' '"until_ms > "'
mutant $supporters '"ended_ms IS NULL AND until_ms > "' '"ended_ms IS NULL AND 0 < "'
mutant $supporters '"AND user_no = ?3 AND " +' '"AND ?3 > 0 AND " +'
mutant $supporters '"SELECT scope FROM supporters WHERE home_id = ?1 AND person_no = ?2 "' '"SELECT scope FROM supporters WHERE home_id = ?1 AND ?2 > 0 "'
mutant $support 'if (!invitation || invitation->expires <= service.now()) return' 'if (!invitation) return'
mutant $support 'if (invitation->supporter.accepted || !invitation' 'if (!invitation'
mutant $support 'if (invitation->person.home != caller.home) return' 'if (false && invitation->person.home != caller.home) return'
mutant $support 'if (invitation->person.person == caller.person) return' 'if (false && invitation->person.person == caller.person) return'
mutant $openings '"AND professional_no = ?3 AND until_ms > ?4",' '"AND professional_no = ?3 AND ?4 > 0",'
mutant $openings '"AND professional_no = ?3 AND until_ms > ?4",' '"AND ?3 > 0 AND until_ms > ?4",'
mutant $openings 'SELECT count(*) FROM break_glass WHERE home_id = ?1 AND person_no = ?2 "' 'SELECT count(*) FROM break_glass WHERE home_id = ?1 AND ?2 > 0 "'
mutant $emergency 'if (known.by == *caller.professional)' 'if (false && known.by == *caller.professional)'
mutant $emergency 'if (!record::is_on_a_team(writing, caller.home, *caller.professional, now))' 'if (false && !record::is_on_a_team(writing, caller.home, *caller.professional, now))'
mutant $people '"AND (m.until_ms IS NULL OR m.until_ms > ?4) AND' '"AND'
mutant $people 'AND (s.until_ms IS NULL OR s.until_ms > "' 'AND (1 = 1 OR s.until_ms > "'
mutant $people '"WHERE m.home_id = ?1 AND m.professional_no = ?2 AND s.person_no = ?3 "' '"WHERE m.home_id = ?1 AND ?2 > 0 AND s.person_no = ?3 "'
mutant $people '"WHERE m.home_id = ?1 AND m.professional_no = ?2 AND s.person_no = ?3 "' '"WHERE m.home_id = ?1 AND m.professional_no = ?2 AND ?3 > 0 "'
mutant $people '"AND professional_no = ?3 AND (until_ms IS NULL OR until_ms > ?4)"' '"AND professional_no = ?3 AND ?4 > 0"'
mutant $people '"WHERE m.home_id = ?1 AND m.professional_no = ?2 AND s.person_no = ?3 "' '"WHERE ?1 > 0 AND m.professional_no = ?2 AND s.person_no = ?3 "'
mutant $door 'if (request.method == Method::post && forged(asking))' 'if (false && forged(asking))'
mutant $door 'if (request.method == Method::post && out_of_session(asking, found.route->who))' 'if (false && out_of_session(asking, found.route->who))'
mutant $door 'if (!admits(found.route->who, signed_in))' 'if (false && !admits(found.route->who, signed_in))'
mutant $door 'if (request.method == Method::post && !only_known_members(asking, found.route->form))' 'if (false && !only_known_members(asking, found.route->form))'
mutant $door 'if (audience == who::person) return caller.person.has_value();' 'if (audience == who::person) return true;'
mutant $door 'if (audience == who::professional) return caller.professional.has_value();' 'if (audience == who::professional) return true;'
# The door's check of administrators is left out: the policy behind it answers alike without it.
sum_up
