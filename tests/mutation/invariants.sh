#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Removes one rule of the product's invariants after another, in a copy of the tree, and runs the unit tests: each
# mutant must be caught.    sh tests/mutation/invariants.sh [WORD]     with a word, only mutants that name it
. "$(dirname "$0")/mutants.sh"

# 1: only the person, or whom they let write for them, judges an aim attained
mutant src/service/hold_visit.cc 'CHECK(may_write_down(writing, access, "level_" + said.aim));' ''
mutant src/service/judge_attainment.cc 'self ? Side::person : Side::professional' 'Side::person'
mutant src/improvement/attainment.cc 'latest_of(Side::person, ratings);' 'latest_of(Side::professional, ratings);'
# 2: an agreement has both sides; disagreement is kept
mutant src/coproduction/agreement.cc 'if (!has(Side::person))' 'if (false)'
mutant src/coproduction/agreement.cc 'if (!has(Side::professional))' 'if (false)'
mutant src/coproduction/agreement.cc 'agreement.persons_view = text(draft.persons_view, "persons_view");' ''
# 3: original words stay
mutant src/record/aims.cc 'coalesce(max(version_no), 0) + 1, ?4, ?5, ?6, ?7, ?8, ?9, ?10 FROM aim_versions' 'coalesce(max(version_no), 1), ?4, ?5, ?6, ?7, ?8, ?9, ?10 FROM aim_versions'
mutant src/aim/aim.h 'return versions.front().statement.words.disclose();' 'return words();'
# 4: a prediction is locked before the first datum
mutant src/change/test_of_change.cc 'if (!test.locked_at || now < *test.locked_at)' 'if (test.locked_at && now < *test.locked_at)'
mutant src/change/test_of_change.cc 'else if (*day < zone.day_of(*test.locked_at))' 'else if (false)'
mutant src/record/migrations/0020_improvement_work.sql 'CHECK (noted_ms >= locked_ms)' 'CHECK (noted_ms >= 0)'
# 5: the relationship below 25
mutant src/record/migrations/0012_relationship.sql 'HAVING sum(c.answers) >= 25' 'HAVING sum(c.answers) >= 1'
mutant src/record/migrations/0012_relationship.sql 'WHERE c.block_no < c.last_block' 'WHERE c.block_no <= c.last_block'
# 7: missing is missing
mutant src/coproduction/preparation.cc 'if (found == nullptr) return PrepState::not_asked;' 'if (found == nullptr) return PrepState::no_answer;'
mutant src/improvement/instrument_score.cc 'answers.size() - answered > instrument.missing_max' 'false'
mutant src/improvement/attainment.cc 'if (goals.empty()) return std::nullopt;' 'if (goals.empty()) return 50;'
mutant src/change/measure_numbers.cc 'while (step.kind != Step::Kind::none &&' 'while (false &&'
# 8: new limits only by a person, with a reason
mutant src/improvement/chart_settings.cc 'if (setting.reason.empty()) faults.push_back({"setting.reason_missing", "reason"});' ''
mutant src/improvement/chart.cc 'ChartPlaces places{first_of(settings.phases, series)' 'ChartPlaces places{first_of(proposals_for(observations, series, asked), series)'
# 9: nothing is told about one colleague's joy, or beside another's
mutant src/record/migrations/0023_reflection.sql 'HAVING count(*) >= 5' 'HAVING count(*) >= 1'
mutant src/record/migrations/0023_reflection.sql 'WHERE a.month_no < (SELECT max(b.month_no)' 'WHERE a.month_no <= (SELECT max(b.month_no)'
mutant src/record/journal.cc 'FROM journal_entries WHERE home_id = ?1 AND user_no = ?2 ";' 'FROM journal_entries WHERE home_id = ?1 AND user_no > ?2 - ?2 ";'
# 10: nobody is watching, unless somebody named does
mutant src/improvement/instrument.cc 'if (instrument.alert_item && one_line(brought.who_answers).empty())' 'if (false)'
# 11: an erased person leaves no row and no byte, and does not come back
mutant src/record/erasure.cc '    "DELETE FROM burdens WHERE home_id = ?1 AND person_no = ?2",' ''
mutant src/record/erasure.cc 'erase_resources(writing, home, source);' 'if (false) erase_resources(writing, home, source);'
mutant src/record/erasure.cc 'if (supports_nobody_else(writing, home, helper)) erase_user(writing, home, helper, now);' 'if (false && supports_nobody_else(writing, home, helper)) erase_user(writing, home, helper, now);'
mutant src/record/erasure.cc 'if (is_about(type, id, reference, all)) return true;' ''
mutant src/service/act.h 'named ? caller.name : std::string()' 'named || true ? caller.name : std::string()'
mutant src/foundation/sql/sqlite.cc 'PRAGMA wal_checkpoint(TRUNCATE)' 'PRAGMA wal_checkpoint(PASSIVE)'
mutant src/record/content.cc 'at.person ? seal_of(reading, home, *at.person)' 'at.person && false ? seal_of(reading, home, *at.person)'
mutant src/record/verify.cc 'if (entry.act == erase_act) {' 'if (false) {'
mutant src/service/erase_record.cc 'CHECK(step_up(service, caller, draft.password));' ''
# 12: every number leads back
mutant src/doors/web/slide.cc '{"mark", sha256(chart.query).substr(0, fingerprint_characters)}' '{"mark", sha256(measure.query).substr(0, fingerprint_characters)}'
mutant src/doors/web/slide.cc 'if (chart.versions > 0)' 'if (false)'
mutant src/doors/web/slide.cc '{"version", std::to_string(measure.version)}' '{"version", "0"}'
mutant src/record/history.cc 'if (about.person && !about.touched.empty())' 'if (false)'
mutant src/record/rollups.cc '  mark_ripe(writing, at);' '  if (false) mark_ripe(writing, at);'
mutant src/record/rollups.cc 'key.value, is - was});' 'key.value, is});'
mutant src/record/erasure.cc '  forget_in_rollups(writing, home, access.person().person);' ''
# 13: no gated questionnaire without a permission
mutant src/improvement/instrument.cc 'if (instrument.permission_needed && one_line(brought.permission).empty())' 'if (false)'

sum_up
