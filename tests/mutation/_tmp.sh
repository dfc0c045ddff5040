#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Removes one rule of the product's invariants after another, in a copy of the tree, and runs the unit tests: each
# mutant must be caught.    sh tests/mutation/invariants.sh [WORD]     with a word, only mutants that name it
. "$(dirname "$0")/mutants.sh"

mutant src/change/test_of_change.cc 'if (!test.locked_at || now < *test.locked_at)' 'if (test.locked_at && now < *test.locked_at)'
mutant src/change/test_of_change.cc 'else if (*day < zone.day_of(*test.locked_at))' 'else if (false)'
mutant src/record/migrations/0020_improvement_work.sql 'CHECK (noted_ms >= locked_ms)' 'CHECK (noted_ms >= 0)'
mutant src/coproduction/preparation.cc 'if (found == nullptr) return PrepState::not_asked;' 'if (found == nullptr) return PrepState::no_answer;'
mutant src/improvement/instrument_score.cc 'answers.size() - answered > instrument.missing_max' 'false'
mutant src/improvement/attainment.cc 'if (goals.empty()) return std::nullopt;' 'if (goals.empty()) return 50;'
mutant src/change/measure_numbers.cc 'while (step.kind != Step::Kind::none &&' 'while (false &&'
mutant src/improvement/chart_settings.cc 'if (setting.reason.empty()) faults.push_back({"setting.reason_missing", "reason"});' ''
mutant src/improvement/chart.cc 'ChartPlaces places{first_of(settings.phases, series)' 'ChartPlaces places{first_of(proposals_for(observations, series, asked), series)'
mutant src/record/migrations/0023_reflection.sql 'HAVING count(*) >= 5' 'HAVING count(*) >= 1'
mutant src/record/migrations/0023_reflection.sql 'WHERE a.month_no < (SELECT max(b.month_no)' 'WHERE a.month_no <= (SELECT max(b.month_no)'
mutant src/record/journal.cc 'FROM journal_entries WHERE home_id = ?1 AND user_no = ?2 ";' 'FROM journal_entries WHERE home_id = ?1 AND user_no > ?2 - ?2 ";'
mutant src/doors/web/slide.cc '{"mark", sha256(chart.query).substr(0, fingerprint_characters)}' '{"mark", sha256(measure.query).substr(0, fingerprint_characters)}'
mutant src/doors/web/slide.cc 'if (chart.versions > 0)' 'if (false)'
mutant src/doors/web/slide.cc '{"version", std::to_string(measure.version)}' '{"version", "0"}'
mutant src/record/history.cc 'mark_stale(writing, actor.home, *about.person);' ''
mutant src/record/rollups.cc '  mark_ripe(writing, at);' ''
mutant src/record/rollups.cc 'key.value, is - was});' 'key.value, is});'
mutant src/record/erasure.cc '  forget_in_rollups(writing, home, access.person().person);' ''

sum_up
