// SPDX-License-Identifier: Apache-2.0
// Invariant 4 through the acts and in the database itself; two who change a plan at once.
#include "service/test_change.h"

#include <gtest/gtest.h>

#include "change/planned.h"
#include "clinic.h"
#include "service/draw_drivers.h"
#include "service/my_people.h"
#include "service/read_project.h"
#include "service/run_project.h"

namespace alongside::service {
namespace {

struct Testing : testing::Clinic {
  Testing() {
    const Id<Team> team = my_teams(service, lind).value().front().id;
    project = Id<Project>::parse(begin_project(service, lind, team, "Aims", once()).value());
  }
  /// All that a first test waits for.
  void prepare() {
    CharterWords words{"Aims", "team", "Less pain"};
    words[static_cast<std::size_t>(CharterField::aim)] = "Walk";
    words[static_cast<std::size_t>(CharterField::context)] = "Two rooms";
    EXPECT_TRUE(save_charter(service, lind, *project, words, "1", once()).accepted());
    EXPECT_TRUE(put_driver(service, lind, *project, {"Asked", "", "driver", ""}, "", "", once())
                    .accepted());
    EXPECT_TRUE(put_driver(service, lind, *project, {"Text", "1", "change", ""}, "", "", once())
                    .accepted());
  }
  TestDraft plan() {
    TestDraft draft = testing::good_plan();
    draft.idea = "2";
    draft.measure = "";
    return draft;
  }
  std::string key_of(const Outcome<std::string>& outcome) {
    return outcome.accepted() ? "" : outcome.refusal().key();
  }
  std::optional<Id<Project>> project;
};

TEST(TestChange, waits_for_what_the_essay_asks_first) {
  Testing clinic;
  EXPECT_EQ(clinic.key_of(plan_test(clinic.service, clinic.lind, *clinic.project, clinic.plan(), {},
                                    clinic.once())),
            "test.awaits");
  clinic.prepare();
  EXPECT_EQ(clinic.key_of(plan_test(clinic.service, clinic.lind, *clinic.project, clinic.plan(), {},
                                    clinic.once())),
            "");
}

TEST(TestChange, no_datum_comes_before_the_prediction_is_locked_and_no_word_changes_after) {
  Testing clinic;
  clinic.prepare();
  const auto& project = *clinic.project;
  const auto note = [&] {
    return clinic.key_of(note_datum(clinic.service, clinic.lind, project, "1",
                                    {"2026-11-24", "4", "5", "", ""}, clinic.once()));
  };
  EXPECT_TRUE(
      plan_test(clinic.service, clinic.lind, project, clinic.plan(), {}, clinic.once()).accepted());
  EXPECT_EQ(note(), "test.not_locked");
  EXPECT_TRUE(
      lock_prediction(clinic.service, clinic.lind, project, {"1", "1"}, clinic.once()).accepted());
  EXPECT_EQ(note(), "");
  TestDraft better = clinic.plan();
  better.confidence = "99";
  EXPECT_EQ(clinic.key_of(
                plan_test(clinic.service, clinic.lind, project, better, {"1", "1"}, clinic.once())),
            "test.locked");
  const auto view = read_project(clinic.service, clinic.lind, project).value();
  EXPECT_EQ(view.tests[0].plan.confidence, 70);
  // The database keeps the gate by itself.
  const auto add = [&](std::int64_t test, std::int64_t locked, std::int64_t noted) {
    clinic.service.database().write([&](sql::Writing& w) {
      w.execute(
          "INSERT INTO test_data (home_id, project_no, test_no, datum_no, locked_ms, datum_day, "
          "counted, out_of, value_milli, note, noted_by, noted_ms) "
          "VALUES (1, 1, ?1, 9, ?2, 1, 1, 2, 0, '', 1, ?3)",
          {test, locked, noted});
    });
  };
  const std::int64_t now = clinic.clock.now().utc_ms;
  EXPECT_ANY_THROW(add(2, now, now));
  EXPECT_ANY_THROW(add(1, now - 1, now));
  EXPECT_ANY_THROW(add(1, now, now - 1));
  EXPECT_NO_THROW(add(1, now, now));
}

TEST(TestChange, two_who_change_one_plan_do_not_overwrite_one_another) {
  Testing clinic;
  clinic.prepare();
  const auto& project = *clinic.project;
  EXPECT_TRUE(
      plan_test(clinic.service, clinic.lind, project, clinic.plan(), {}, clinic.once()).accepted());
  EXPECT_TRUE(
      plan_test(clinic.service, clinic.lind, project, clinic.plan(), {"1", "1"}, clinic.once())
          .accepted());
  EXPECT_EQ(clinic.key_of(plan_test(clinic.service, clinic.lind, project, clinic.plan(), {"1", "1"},
                                    clinic.once())),
            "test.meanwhile");
}

TEST(TestChange, what_is_decided_takes_no_more_data) {
  Testing clinic;
  clinic.prepare();
  const auto& project = *clinic.project;
  const auto done = [](const Outcome<std::string>& outcome) { EXPECT_TRUE(outcome.accepted()); };
  done(plan_test(clinic.service, clinic.lind, project, clinic.plan(), {}, clinic.once()));
  done(lock_prediction(clinic.service, clinic.lind, project, {"1", "1"}, clinic.once()));
  EXPECT_EQ(
      clinic.key_of(study_test(clinic.service, clinic.lind, project, "1", "Well", clinic.once())),
      "study.no_data");
  const DatumDraft datum{"2026-11-24", "4", "5", "", ""};
  done(note_datum(clinic.service, clinic.lind, project, "1", datum, clinic.once()));
  done(study_test(clinic.service, clinic.lind, project, "1", "Well", clinic.once()));
  done(
      decide_test(clinic.service, clinic.lind, project, "1", {"adopt", "It holds"}, clinic.once()));
  EXPECT_EQ(
      clinic.key_of(note_datum(clinic.service, clinic.lind, project, "1", datum, clinic.once())),
      "test.is_over");
  EXPECT_FALSE(
      take_datum_back(clinic.service, clinic.lind, project, "1", "1", clinic.once()).accepted());
}

}  // namespace
}  // namespace alongside::service
