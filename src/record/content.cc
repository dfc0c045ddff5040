// SPDX-License-Identifier: Apache-2.0
// The rows behind each part. What may change without an act (a language, who signed in last) and
// what is forgotten by itself (sessions, answers) is in none.
#include "record/content.h"

#include <span>

#include "foundation/base/secret.h"

namespace alongside::record {
namespace {

using sql::Reading;
using sql::Row;

/// A statement over ?1 home, ?2 person, ?3 and ?4 the part's numbers, and how many columns it has.
struct Rows {
  PartKind kind;
  std::string_view statement;
  int columns;
  /// Came after the part was first vouched for: without rows the content is what it was then.
  bool later = false;
};

constexpr Rows of_a_person[] = {
    {PartKind::person,
     "SELECT public_id, source_reference, name, family_name, born_day, gone FROM persons "
     "WHERE home_id = ?1 AND person_no = ?2",
     6},
    {PartKind::visits,
     "SELECT visit_no, professional_no, held_ms, source_reference FROM visits "
     "WHERE home_id = ?1 AND person_no = ?2 ORDER BY visit_no",
     4},
    {PartKind::visits,
     "SELECT visit_no, mode FROM visit_modes WHERE home_id = ?1 AND person_no = ?2 "
     "ORDER BY visit_no",
     2, true},
    {PartKind::aim,
     "SELECT public_id, state, stated_ms, let_go_ms, source_reference, source_hash, "
     "source_standing FROM aims "
     "WHERE home_id = ?1 AND person_no = ?2 AND aim_no = ?3",
     7},
    {PartKind::aim,
     "SELECT version_no, words, horizon, situation, importance, confidence, stated_ms, "
     "written_by FROM aim_versions WHERE home_id = ?1 AND person_no = ?2 AND aim_no = ?3 "
     "ORDER BY version_no",
     8},
    {PartKind::aim,
     "SELECT scale_no, level, words, stated_ms, baseline FROM aim_levels "
     "WHERE home_id = ?1 AND person_no = ?2 AND aim_no = ?3 ORDER BY scale_no, level",
     5},
    {PartKind::aim,
     "SELECT read_back_no, professional_no, as_understood, read_ms, answer, correction, "
     "answered_ms FROM read_backs WHERE home_id = ?1 AND person_no = ?2 AND aim_no = ?3 "
     "ORDER BY read_back_no",
     7},
    {PartKind::order,
     "SELECT aim_no, rank FROM aims WHERE home_id = ?1 AND person_no = ?2 ORDER BY aim_no", 2},
    {PartKind::aim,
     "SELECT confirmation_no, occasion, professional_no, confirmed_ms FROM aim_confirmations "
     "WHERE home_id = ?1 AND person_no = ?2 AND aim_no = ?3 ORDER BY confirmation_no",
     4},
    {PartKind::aim,
     "SELECT step_no, step, chosen_ms FROM next_steps "
     "WHERE home_id = ?1 AND person_no = ?2 AND aim_no = ?3 ORDER BY step_no",
     3},
    {PartKind::rating,
     "SELECT side, professional_no, level, scale_no, rated_ms, source_reference, written_by "
     "FROM ratings WHERE home_id = ?1 AND person_no = ?2 AND aim_no = ?3 AND rating_no = ?4",
     7},
    {PartKind::life,
     "SELECT version_no, minutes_to_spare, commitments, helpers, stated_ms, strengths "
     "FROM circumstances WHERE home_id = ?1 AND person_no = ?2 ORDER BY version_no",
     6},
    {PartKind::agreement,
     "SELECT shared_work, response_kind, note, recorded_by, agreed_ms, standard, disturbs, "
     "disturbs_how, persons_view, professionals_view, look_again_day FROM agreements "
     "WHERE home_id = ?1 AND person_no = ?2 AND agreement_no = ?3",
     11},
    {PartKind::agreement,
     "SELECT option_no, source, standing, words, version, persons_reason, professionals_reason "
     "FROM agreement_options WHERE home_id = ?1 AND person_no = ?2 AND agreement_no = ?3 "
     "ORDER BY option_no",
     7},
    {PartKind::agreement,
     "SELECT option_no, team_no, offer_no FROM agreement_offers WHERE home_id = ?1 "
     "AND person_no = ?2 AND agreement_no = ?3 ORDER BY option_no",
     3, true},
    {PartKind::option_set,
     "SELECT aim_no, theme, picked_by, picked_ms, talk, matters_most, brought_ms "
     "FROM option_sets WHERE home_id = ?1 AND person_no = ?2 AND set_no = ?3",
     7},
    {PartKind::option_set,
     "SELECT place, team_no, offer_no, version_no, may_not_fit FROM option_set_offers "
     "WHERE home_id = ?1 AND person_no = ?2 AND set_no = ?3 ORDER BY place",
     5},
    {PartKind::own_trial,
     "SELECT aim_no, agreement_no, a_option, a_offer, a_words, a_washout_days, b_option, b_offer, "
     "b_words, b_washout_days, number_no, block_days, drawn, stop_rule, begins_day, made_with, "
     "made_ms, stopped_ms, stopped_why FROM own_trials WHERE home_id = ?1 AND person_no = ?2 "
     "AND trial_no = ?3",
     19},
    {PartKind::prediction,
     "SELECT aim_no, agreement_no, release_no, action, attained_millionths, mean_thousandths, "
     "sd_thousandths, seen, made_ms FROM predictions WHERE home_id = ?1 AND person_no = ?2 "
     "AND prediction_no = ?3",
     9},
    {PartKind::agreement,
     "SELECT review_no, professional_no, reviewed_ms FROM agreement_reviews "
     "WHERE home_id = ?1 AND person_no = ?2 AND agreement_no = ?3 ORDER BY review_no",
     3},
    {PartKind::agreement,
     "SELECT aim_no FROM agreement_aims WHERE home_id = ?1 AND person_no = ?2 "
     "AND agreement_no = ?3 ORDER BY aim_no",
     1},
    {PartKind::agreement,
     "SELECT action_no, side, professional_no, words, due_day, minutes_a_week FROM actions "
     "WHERE home_id = ?1 AND person_no = ?2 AND agreement_no = ?3 ORDER BY action_no",
     6},
    {PartKind::deeds,
     "SELECT action_no, noted_ms FROM contributions WHERE home_id = ?1 AND person_no = ?2 "
     "AND agreement_no = ?3 AND done_day = ?4 ORDER BY action_no",
     2},
    {PartKind::check_in,
     "SELECT line, made_ms FROM check_ins WHERE home_id = ?1 AND person_no = ?2 "
     "AND check_in_no = ?3",
     2},
    {PartKind::opening,
     "SELECT professional_no, reason, opened_ms, until_ms, reviewed_by, reviewed_ms "
     "FROM break_glass WHERE home_id = ?1 AND person_no = ?2 AND opening_no = ?3",
     6},
    {PartKind::supporter,
     "SELECT called, scope, asked_ms, until_ms, user_no, accepted_ms, ended_ms "
     "FROM supporters WHERE home_id = ?1 AND person_no = ?2 AND supporter_no = ?3",
     7},
    {PartKind::preparation,
     "SELECT writer, writer_user, writer_name, begun_ms, sent_ms FROM preparations "
     "WHERE home_id = ?1 AND person_no = ?2 AND preparation_no = ?3",
     5},
    {PartKind::preparation,
     "SELECT line_no, question, aim_no, place, answer, taken_out FROM preparation_lines "
     "WHERE home_id = ?1 AND person_no = ?2 AND preparation_no = ?3 ORDER BY line_no",
     6},
    {PartKind::number,
     "SELECT aim_no, words, at_zero, at_ten, heading, stated_ms, stopped_ms FROM numbers "
     "WHERE home_id = ?1 AND person_no = ?2 AND number_no = ?3",
     7},
    {PartKind::number_answer,
     "SELECT answer, said_ms, preparation_no FROM number_answers "
     "WHERE home_id = ?1 AND person_no = ?2 AND number_no = ?3 AND answer_no = ?4",
     3},
    {PartKind::burden,
     "SELECT kind, answer, said_ms, preparation_no FROM burdens "
     "WHERE home_id = ?1 AND person_no = ?2 AND burden_no = ?3",
     4},
    {PartKind::wishes,
     "SELECT wish_no, kind, choice, said_ms FROM wishes WHERE home_id = ?1 AND person_no = ?2 "
     "ORDER BY wish_no",
     4},
    {PartKind::planned_visits,
     "SELECT planned_no, professional_no, visit_day, planned_ms, ended_ms FROM planned_visits "
     "WHERE home_id = ?1 AND person_no = ?2 ORDER BY planned_no",
     5},
    {PartKind::instrument_answer,
     "SELECT instrument, version, answers, score_milli, alerted, answered_ms, seen_by, seen_ms "
     "FROM instrument_answers WHERE home_id = ?1 AND person_no = ?2 AND answer_no = ?3",
     8},
    {PartKind::correction,
     "SELECT about, number, words, said_ms, answer, reason, answered_by, answered_ms "
     "FROM corrections WHERE home_id = ?1 AND person_no = ?2 AND correction_no = ?3",
     8},
    {PartKind::barrier,
     "SELECT agreement_no, action_no, kind, words, said_ms, over_ms FROM barriers "
     "WHERE home_id = ?1 AND person_no = ?2 AND barrier_no = ?3",
     6},
};

/// ?1 home, ?2 and ?3 the part's first and second number, where it has them.
constexpr Rows of_a_home[] = {
    {PartKind::site, "SELECT site_name, zone, source_reference FROM homes WHERE home_id = ?1", 3},
    {PartKind::professionals,
     "SELECT professional_no, public_id, source_reference, name, role FROM professionals "
     "WHERE home_id = ?1 ORDER BY professional_no",
     5},
    {PartKind::teams,
     "SELECT team_no, public_id, source_reference, name FROM teams WHERE home_id = ?1 "
     "ORDER BY team_no",
     4},
    {PartKind::teams,
     "SELECT team_no, professional_no, since_ms, until_ms FROM team_members WHERE home_id = ?1 "
     "ORDER BY team_no, professional_no",
     4},
    {PartKind::teams,
     "SELECT team_no, person_no, named_by, since_ms, until_ms FROM team_serves "
     "WHERE home_id = ?1 ORDER BY team_no, person_no",
     5},
    {PartKind::users,
     "SELECT user_no, name, person_no, professional_no, administrator FROM users "
     "WHERE home_id = ?1 ORDER BY user_no",
     5},
    {PartKind::users,
     "SELECT login_name, user_no, password_hash, example FROM logins WHERE home_id = ?1 "
     "ORDER BY login_name",
     4},
    {PartKind::chart_settings,
     "SELECT team_no, measure, setting_no, kind, month_no, choice, target_permille, reason, "
     "set_by, set_ms, withdrawn_ms FROM chart_settings WHERE home_id = ?1 "
     "ORDER BY team_no, measure, setting_no",
     11},
    {PartKind::instruments,
     "SELECT instrument, switch_no, version, permission, who_answers, hours, set_by, set_ms, "
     "ended_ms FROM instruments_on WHERE home_id = ?1 ORDER BY instrument, switch_no",
     9},
    {PartKind::offers,
     "SELECT team_no, offer_no, version_no, name, what_it_asks, minutes_a_week, set_by, set_ms, "
     "ended_ms FROM offers WHERE home_id = ?1 ORDER BY team_no, offer_no, version_no",
     9},
    {PartKind::offers,
     "SELECT team_no, offer_no, version_no, asks_of_others, could_go_wrong, evidence, action "
     "FROM offer_facts WHERE home_id = ?1 ORDER BY team_no, offer_no, version_no",
     7, true},
    {PartKind::releases,
     "SELECT release_no, made_by, made_ms, content FROM releases WHERE home_id = ?1 "
     "ORDER BY release_no",
     4},
    {PartKind::evidence,
     "SELECT card_id, version_no, content, kept_by, kept_ms, ended_ms FROM evidence_cards "
     "WHERE home_id = ?1 ORDER BY card_id, version_no",
     6},
    {PartKind::releases,
     "SELECT share_no, shared_by, shared_ms, content FROM shared_sums WHERE home_id = ?1 "
     "ORDER BY share_no",
     4},
    {PartKind::releases,
     "SELECT sums_no, added_by, added_ms, ended_ms, content FROM network_sums WHERE home_id = ?1 "
     "ORDER BY sums_no",
     5},
    {PartKind::huddles,
     "SELECT team_no, huddle_no, begun_by, begun_ms, closed_ms, colleagues, partners FROM huddles "
     "WHERE home_id = ?1 ORDER BY team_no, huddle_no",
     7},
    {PartKind::huddles,
     "SELECT team_no, note_no, kind, words, owner, due_day, written_by, written_ms, ended_ms "
     "FROM huddle_notes WHERE home_id = ?1 ORDER BY team_no, note_no",
     9},
    {PartKind::huddles,
     "SELECT team_no, measure, month_no, counted, out_of, value, kept_ms FROM kept_counts "
     "WHERE home_id = ?1 ORDER BY team_no, measure, month_no",
     7, true},
    {PartKind::journal,
     "SELECT entry_no, version_no, kind, day_no, happened, learnt, thinking, noticed_in, minutes, "
     "in_log, again_days, came_of_it, differently, again_ms, written_ms, out_ms "
     "FROM journal_entries WHERE home_id = ?1 AND user_no = ?2 ORDER BY entry_no",
     16},
    {PartKind::journal,
     "SELECT team_no, month_no FROM joy_asked WHERE home_id = ?1 AND user_no = ?2 "
     "ORDER BY team_no, month_no",
     2},
    {PartKind::passports,
     "SELECT team_no, passport_no, as_of_day, written_by, written_ms FROM passports "
     "WHERE home_id = ?1 ORDER BY team_no, passport_no",
     5},
    {PartKind::passports,
     "SELECT team_no, passport_no, line, professionals, partners, seen, next_step "
     "FROM passport_lines WHERE home_id = ?1 ORDER BY team_no, passport_no, line",
     7},
    {PartKind::places,
     "SELECT team_no, version_no, as_of_day, written_by, written_ms FROM place_profiles "
     "WHERE home_id = ?1 ORDER BY team_no, version_no",
     5},
    {PartKind::places,
     "SELECT team_no, version_no, facet, words FROM place_facets WHERE home_id = ?1 "
     "ORDER BY team_no, version_no, facet",
     4},
    {PartKind::project_members,
     "SELECT project_no, user_no, asked_by, asked_ms, joined_ms, ended_ms FROM project_members "
     "WHERE home_id = ?1 ORDER BY project_no, user_no",
     6},
    {PartKind::project,
     "SELECT public_id, team_no, begun_by, begun_ms, ended_ms, ended_why FROM projects "
     "WHERE home_id = ?1 AND project_no = ?2",
     6},
    {PartKind::project,
     "SELECT version_no, written_by, written_ms FROM charters WHERE home_id = ?1 "
     "AND project_no = ?2 ORDER BY version_no",
     3},
    {PartKind::project,
     "SELECT version_no, field, words FROM charter_words WHERE home_id = ?1 AND project_no = ?2 "
     "ORDER BY version_no, field",
     3},
    {PartKind::project,
     "SELECT place_version, still_fits, words, checked_by, checked_ms FROM place_checks "
     "WHERE home_id = ?1 AND project_no = ?2 ORDER BY place_version",
     5},
    {PartKind::project,
     "SELECT driver_no, version_no, kind, under_no, words, measure_no, written_by, written_ms, "
     "ended_ms FROM drivers WHERE home_id = ?1 AND project_no = ?2 ORDER BY driver_no, version_no",
     9},
    {PartKind::project,
     "SELECT measure_no, version_no, standard, content, written_by, written_ms, ended_ms "
     "FROM project_measures WHERE home_id = ?1 AND project_no = ?2 "
     "ORDER BY measure_no, version_no",
     7},
    {PartKind::project,
     "SELECT test_no, version_no, title, hypothesis, idea_no, measure_no, what, seen_as, "
     "before_milli, predicted, low_milli, high_milli, confidence, size_no, begins_day, ends_day, "
     "stop_rule, people_minutes, sponsor, who, supplies, permission, follows_no, written_by, "
     "written_ms, learnt, studied_ms, decision, reason, decided_ms FROM tests_of_change "
     "WHERE home_id = ?1 AND project_no = ?2 ORDER BY test_no",
     30},
    {PartKind::project,
     "SELECT test_no, locked_ms, locked_by FROM test_locks WHERE home_id = ?1 "
     "AND project_no = ?2 ORDER BY test_no",
     3},
    {PartKind::project,
     "SELECT test_no, datum_no, locked_ms, datum_day, counted, out_of, value_milli, note, "
     "noted_by, noted_ms, taken_back_ms FROM test_data WHERE home_id = ?1 AND project_no = ?2 "
     "ORDER BY test_no, datum_no",
     11},
    {PartKind::project,
     "SELECT finding_no, kind, context, mechanism, outcome, data_words, story, measure_no, "
     "test_no, action, written_by, written_ms, approved_by, approved_ms, ended_ms FROM findings "
     "WHERE home_id = ?1 AND project_no = ?2 ORDER BY finding_no",
     15, true},
    {PartKind::project,
     "SELECT version_no, field, words, written_by, written_ms FROM report_words "
     "WHERE home_id = ?1 AND project_no = ?2 ORDER BY version_no, field",
     5, true},
    {PartKind::project_numbers,
     "SELECT entry_no, number_day, counted, out_of, value_milli, taken_out, entered_by, "
     "entered_ms FROM measure_numbers WHERE home_id = ?1 AND project_no = ?2 "
     "AND measure_no = ?3 ORDER BY entry_no",
     8},
    {PartKind::erased,
     "SELECT kind, number, source_hash, erased_ms FROM erased WHERE home_id = ?1 "
     "ORDER BY kind, number",
     4},
    {PartKind::erased, "SELECT digest FROM erased_identifiers WHERE home_id = ?1 ORDER BY digest",
     1, true},
    {PartKind::reserved_times,
     "SELECT professional_no, time_no, reserved_day, minute, minutes, way, person_no, set_ms, "
     "ended_ms FROM reserved_times WHERE home_id = ?1 ORDER BY professional_no, time_no",
     9},
};

/// Which parts have rows, as person, first and second number; 0 where a part has none.
constexpr Rows there[] = {
    {PartKind::person, "SELECT person_no, 0, 0 FROM persons WHERE home_id = ?1", 3},
    {PartKind::visits, "SELECT DISTINCT person_no, 0, 0 FROM visits WHERE home_id = ?1", 3},
    {PartKind::aim, "SELECT person_no, aim_no, 0 FROM aims WHERE home_id = ?1", 3},
    {PartKind::order, "SELECT DISTINCT person_no, 0, 0 FROM aims WHERE home_id = ?1", 3},
    {PartKind::rating, "SELECT person_no, aim_no, rating_no FROM ratings WHERE home_id = ?1", 3},
    {PartKind::life, "SELECT DISTINCT person_no, 0, 0 FROM circumstances WHERE home_id = ?1", 3},
    {PartKind::agreement, "SELECT person_no, agreement_no, 0 FROM agreements WHERE home_id = ?1",
     3},
    {PartKind::deeds,
     "SELECT DISTINCT person_no, agreement_no, done_day FROM contributions WHERE home_id = ?1", 3},
    {PartKind::check_in, "SELECT person_no, check_in_no, 0 FROM check_ins WHERE home_id = ?1", 3},
    {PartKind::opening, "SELECT person_no, opening_no, 0 FROM break_glass WHERE home_id = ?1", 3},
    {PartKind::supporter, "SELECT person_no, supporter_no, 0 FROM supporters WHERE home_id = ?1",
     3},
    {PartKind::preparation,
     "SELECT person_no, preparation_no, 0 FROM preparations WHERE home_id = ?1", 3},
    {PartKind::number, "SELECT person_no, number_no, 0 FROM numbers WHERE home_id = ?1", 3},
    {PartKind::number_answer,
     "SELECT person_no, number_no, answer_no FROM number_answers WHERE home_id = ?1", 3},
    {PartKind::burden, "SELECT person_no, burden_no, 0 FROM burdens WHERE home_id = ?1", 3},
    {PartKind::instrument_answer,
     "SELECT person_no, answer_no, 0 FROM instrument_answers WHERE home_id = ?1", 3},
    {PartKind::correction, "SELECT person_no, correction_no, 0 FROM corrections WHERE home_id = ?1",
     3},
    {PartKind::option_set, "SELECT person_no, set_no, 0 FROM option_sets WHERE home_id = ?1", 3},
    {PartKind::own_trial, "SELECT person_no, trial_no, 0 FROM own_trials WHERE home_id = ?1", 3},
    {PartKind::prediction, "SELECT person_no, prediction_no, 0 FROM predictions WHERE home_id = ?1",
     3},
    {PartKind::barrier, "SELECT person_no, barrier_no, 0 FROM barriers WHERE home_id = ?1", 3},
    {PartKind::wishes, "SELECT DISTINCT person_no, 0, 0 FROM wishes WHERE home_id = ?1", 3},
    {PartKind::planned_visits,
     "SELECT DISTINCT person_no, 0, 0 FROM planned_visits WHERE home_id = ?1", 3},
};

void append(std::string& bytes, std::string_view field) {
  bytes += std::to_string(field.size());
  bytes += ':';
  bytes += field;
}

/// NULL, a number and a text of the same letters are three different things.
void append_row(std::string& bytes, const Row& row, int columns) {
  bytes += '(';
  for (int column = 0; column < columns; ++column) {
    if (row.null(column))
      bytes += '-';
    else if (row.is_integer(column))
      append(bytes += '#', std::to_string(row.integer(column)));
    else
      append(bytes += '"', row.text(column));
  }
  bytes += ')';
}

/// What is erased cannot be guessed from its fingerprint: an answer from 0 to 4 has five.
std::string seal_of(const Reading& reading, HomeNo home, PersonNo person) {
  return reading
      .first("SELECT seal FROM persons WHERE home_id = ?1 AND person_no = ?2",
             {home.value, person.value}, [](const Row& row) { return std::string(row.text(0)); })
      .value_or(std::string());
}

}  // namespace

std::string content_hash(const Reading& reading, HomeNo home, const PartAt& at) {
  std::string bytes = at.person ? seal_of(reading, home, *at.person) : std::string();
  const auto take = [&](const Rows& rows, sql::Parameters parameters) {
    std::string all;
    reading.each(rows.statement, parameters,
                 [&](const Row& row) { append_row(all, row, rows.columns); });
    if (!all.empty() || !rows.later) bytes += '[' + all + ']';
  };
  const std::span<const Rows> statements =
      at.person ? std::span<const Rows>(of_a_person) : std::span<const Rows>(of_a_home);
  for (const Rows& rows : statements) {
    if (rows.kind != at.part.kind) continue;
    const auto takes = [&](std::string_view parameter) {
      return rows.statement.find(parameter) != std::string_view::npos;
    };
    const bool numbered = takes("?3");
    const bool twice = takes("?4");
    if (!at.person && numbered)
      take(rows, {home.value, at.part.first, at.part.second});
    else if (!at.person && takes("?2"))
      take(rows, {home.value, at.part.first});
    else if (!at.person)
      take(rows, {home.value});
    else if (!numbered)
      take(rows, {home.value, at.person->value});
    else if (!twice)
      take(rows, {home.value, at.person->value, at.part.first});
    else
      take(rows, {home.value, at.person->value, at.part.first, at.part.second});
  }
  return sha256(bytes);
}

std::vector<PartAt> parts_there(const Reading& reading, HomeNo home) {
  std::vector<PartAt> parts;
  for (const Rows& rows : there)
    reading.each(rows.statement, {home.value}, [&](const Row& row) {
      parts.push_back({PersonNo{row.integer(0)}, {rows.kind, row.integer(1), row.integer(2)}});
    });
  for (const PartKind kind :
       {PartKind::site, PartKind::professionals, PartKind::teams, PartKind::users})
    parts.push_back({std::nullopt, {kind}});
  return parts;
}

}  // namespace alongside::record
