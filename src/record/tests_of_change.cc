// SPDX-License-Identifier: Apache-2.0
// Plans, locks, data and decisions as rows.
#include "record/tests_of_change.h"

#include <algorithm>

namespace alongside::record {

using sql::Reading;
using sql::Row;
using sql::Writing;

namespace {

/// The choice whose code it is, or the first.
template <class Choices>
auto chosen(const Choices& choices, std::string_view code) {
  const auto found =
      std::ranges::find(choices, code, [](const auto& choice) { return code_of(choice); });
  return found == choices.end() ? choices.front() : *found;
}

TestPlan plan_in(const Row& row) {
  TestPlan plan;
  plan.title = row.text(2);
  plan.hypothesis = row.text(3);
  plan.idea = row.integer(4);
  plan.measure = row.integer(5);
  plan.what = row.text(6);
  plan.seen = chosen(std::array{SeenAs::share, SeenAs::number}, row.text(7));
  if (!row.null(8)) plan.now_milli = row.integer(8);
  plan.predicted = chosen(predictions, row.text(9));
  plan.low_milli = row.integer(10);
  plan.high_milli = row.integer(11);
  plan.confidence = row.integer(12);
  plan.size = row.integer(13);
  plan.begins = {row.integer(14)};
  plan.ends = {row.integer(15)};
  plan.stop_rule = row.text(16);
  plan.minutes_of_people = row.integer(17);
  plan.sponsor = row.text(18);
  plan.who = row.text(19);
  plan.supplies = row.text(20);
  plan.permission = row.text(21);
  plan.follows = row.integer(22);
  return plan;
}

TestOfChange test_in(const Row& row) {
  TestOfChange test;
  test.number = row.integer(0);
  test.version = row.integer(1);
  test.plan = plan_in(row);
  test.written_by = row.text(23);
  test.learnt = row.text(24);
  if (!row.null(25)) test.studied_at = Instant{row.integer(25)};
  if (!row.text(26).empty()) test.decision = chosen(decisions, row.text(26));
  test.reason = row.text(27);
  if (!row.null(28)) test.decided_at = Instant{row.integer(28)};
  if (!row.null(29)) test.locked_at = Instant{row.integer(29)};
  return test;
}

struct DatumOf {
  std::int64_t test;
  TestDatum datum;
};
DatumOf datum_in(const Row& row) {
  TestDatum datum;
  datum.number = row.integer(1);
  datum.day = {row.integer(2)};
  datum.share = {row.integer(3), row.integer(4)};
  datum.value_milli = row.integer(5);
  datum.note = row.text(6);
  datum.noted_by = row.text(7);
  datum.noted_at = {row.integer(8)};
  datum.taken_back = !row.null(9);
  return {row.integer(0), datum};
}

void touch(const ProjectAccess& access) { access.touch({PartKind::project, access.number()}); }

}  // namespace

std::vector<TestOfChange> tests_of_change(const Reading& reading, const ProjectAccess& access) {
  auto tests = reading.all(
      "SELECT t.test_no, t.version_no, t.title, t.hypothesis, t.idea_no, t.measure_no, t.what, "
      "t.seen_as, t.before_milli, t.predicted, t.low_milli, t.high_milli, t.confidence, "
      "t.size_no, t.begins_day, t.ends_day, t.stop_rule, t.people_minutes, t.sponsor, t.who, "
      "t.supplies, t.permission, t.follows_no, coalesce((SELECT u.name FROM users u "
      "WHERE u.home_id = ?1 AND u.user_no = t.written_by), ''), t.learnt, t.studied_ms, "
      "t.decision, t.reason, t.decided_ms, l.locked_ms FROM tests_of_change t "
      "LEFT JOIN test_locks l ON l.home_id = t.home_id AND l.project_no = t.project_no "
      "AND l.test_no = t.test_no WHERE t.home_id = ?1 AND t.project_no = ?2 ORDER BY t.test_no",
      {access.home(), access.number()}, test_in);
  const auto data = reading.all(
      "SELECT d.test_no, d.datum_no, d.datum_day, d.counted, d.out_of, d.value_milli, d.note, "
      "coalesce((SELECT u.name FROM users u WHERE u.home_id = ?1 AND u.user_no = d.noted_by), "
      "''), d.noted_ms, d.taken_back_ms FROM test_data d WHERE d.home_id = ?1 "
      "AND d.project_no = ?2 ORDER BY d.test_no, d.datum_no",
      {access.home(), access.number()}, datum_in);
  for (const DatumOf& one : data) {
    const auto test = std::ranges::find(tests, one.test, &TestOfChange::number);
    if (test != tests.end()) test->data.push_back(one.datum);
  }
  return tests;
}

std::int64_t add_test(Writing& writing, const ProjectAccess& access, const TestPlan& plan,
                      UserNo written_by, Instant now) {
  const std::int64_t number = writing.integer(
      "SELECT coalesce(max(test_no), 0) + 1 FROM tests_of_change WHERE home_id = ?1 "
      "AND project_no = ?2",
      {access.home(), access.number()});
  writing.execute(
      "INSERT INTO tests_of_change (home_id, project_no, test_no, version_no, title, hypothesis, "
      "idea_no, measure_no, what, seen_as, before_milli, predicted, low_milli, high_milli, "
      "confidence, size_no, begins_day, ends_day, stop_rule, people_minutes, sponsor, who, "
      "supplies, permission, follows_no, written_by, written_ms, learnt, decision, reason) "
      "VALUES (?1, ?2, ?3, 1, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, "
      "?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26, '', '', '')",
      {access.home(),
       access.number(),
       number,
       plan.title,
       plan.hypothesis,
       plan.idea,
       plan.measure,
       plan.what,
       code_of(plan.seen),
       plan.now_milli ? sql::Parameter(*plan.now_milli) : sql::Parameter(std::monostate{}),
       code_of(plan.predicted),
       plan.low_milli,
       plan.high_milli,
       plan.confidence,
       plan.size,
       plan.begins.number,
       plan.ends.number,
       plan.stop_rule,
       plan.minutes_of_people,
       plan.sponsor,
       plan.who,
       plan.supplies,
       plan.permission,
       plan.follows,
       written_by.value,
       now.utc_ms});
  touch(access);
  return number;
}

bool change_plan(Writing& writing, const ProjectAccess& access, std::int64_t test,
                 const TestPlan& plan, UserNo written_by, Instant now) {
  const auto locked = writing.integer(
      "SELECT count(*) FROM test_locks WHERE home_id = ?1 AND project_no = ?2 AND test_no = ?3",
      {access.home(), access.number(), test});
  if (locked > 0) return false;
  writing.execute(
      "UPDATE tests_of_change SET version_no = version_no + 1, title = ?4, hypothesis = ?5, "
      "idea_no = ?6, measure_no = ?7, what = ?8, seen_as = ?9, before_milli = ?10, "
      "predicted = ?11, low_milli = ?12, high_milli = ?13, confidence = ?14, size_no = ?15, "
      "begins_day = ?16, ends_day = ?17, stop_rule = ?18, people_minutes = ?19, sponsor = ?20, "
      "who = ?21, supplies = ?22, permission = ?23, follows_no = ?24, written_by = ?25, "
      "written_ms = ?26 WHERE home_id = ?1 AND project_no = ?2 AND test_no = ?3",
      {access.home(),
       access.number(),
       test,
       plan.title,
       plan.hypothesis,
       plan.idea,
       plan.measure,
       plan.what,
       code_of(plan.seen),
       plan.now_milli ? sql::Parameter(*plan.now_milli) : sql::Parameter(std::monostate{}),
       code_of(plan.predicted),
       plan.low_milli,
       plan.high_milli,
       plan.confidence,
       plan.size,
       plan.begins.number,
       plan.ends.number,
       plan.stop_rule,
       plan.minutes_of_people,
       plan.sponsor,
       plan.who,
       plan.supplies,
       plan.permission,
       plan.follows,
       written_by.value,
       now.utc_ms});
  touch(access);
  return true;
}

void lock_prediction(Writing& writing, const ProjectAccess& access, std::int64_t test,
                     UserNo locked_by, Instant now) {
  writing.execute(
      "INSERT INTO test_locks (home_id, project_no, test_no, locked_ms, locked_by) "
      "VALUES (?1, ?2, ?3, ?4, ?5)",
      {access.home(), access.number(), test, now.utc_ms, locked_by.value});
  touch(access);
}

void add_datum(Writing& writing, const ProjectAccess& access, const TestOfChange& test,
               const TestDatum& datum, UserNo noted_by) {
  const std::int64_t number = writing.integer(
      "SELECT coalesce(max(datum_no), 0) + 1 FROM test_data WHERE home_id = ?1 "
      "AND project_no = ?2 AND test_no = ?3",
      {access.home(), access.number(), test.number});
  writing.execute(
      "INSERT INTO test_data (home_id, project_no, test_no, datum_no, locked_ms, datum_day, "
      "counted, out_of, value_milli, note, noted_by, noted_ms) "
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
      {access.home(), access.number(), test.number, number, test.locked_at->utc_ms,
       datum.day.number, datum.share.count, datum.share.of, datum.value_milli, datum.note,
       noted_by.value, datum.noted_at.utc_ms});
  touch(access);
}

void take_datum_back(Writing& writing, const ProjectAccess& access, std::int64_t test,
                     std::int64_t datum, Instant now) {
  writing.execute(
      "UPDATE test_data SET taken_back_ms = ?5 WHERE home_id = ?1 AND project_no = ?2 "
      "AND test_no = ?3 AND datum_no = ?4 AND taken_back_ms IS NULL",
      {access.home(), access.number(), test, datum, now.utc_ms});
  touch(access);
}

void set_learnt(Writing& writing, const ProjectAccess& access, std::int64_t test,
                std::string_view learnt, Instant now) {
  writing.execute(
      "UPDATE tests_of_change SET learnt = ?4, studied_ms = ?5 WHERE home_id = ?1 "
      "AND project_no = ?2 AND test_no = ?3",
      {access.home(), access.number(), test, learnt, now.utc_ms});
  touch(access);
}

void set_decision(Writing& writing, const ProjectAccess& access, std::int64_t test,
                  const Decided& decided, Instant now) {
  writing.execute(
      "UPDATE tests_of_change SET decision = ?4, reason = ?5, decided_ms = ?6 "
      "WHERE home_id = ?1 AND project_no = ?2 AND test_no = ?3",
      {access.home(), access.number(), test, code_of(decided.decision), decided.reason,
       now.utc_ms});
  touch(access);
}

}  // namespace alongside::record
