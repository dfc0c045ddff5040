// SPDX-License-Identifier: Apache-2.0
// Who works in a project, and that two who write its charter at once lose nothing.
#include "service/run_project.h"

#include <gtest/gtest.h>

#include "clinic.h"
#include "service/hold_visit.h"
#include "service/measure_project.h"
#include "service/my_people.h"
#include "service/read_project.h"

namespace alongside::service {
namespace {

struct Working : testing::Clinic {
  Working() {
    team = my_teams(service, lind).value().front().id;
    project = Id<Project>::parse(begin_project(service, lind, *team, "Aims", once()).value());
    service.database().write([&](sql::Writing& writing) {
      record::add_login(writing, "bo.ek", {1}, {bo.user_no}, "none", record::LoginKind::real);
    });
  }
  std::optional<Id<Team>> team;
  std::optional<Id<Project>> project;
};

TEST(RunProject, only_who_was_asked_and_said_yes_works_in_it) {
  Working clinic;
  const auto sees = [&](const Caller& caller) {
    return read_project(clinic.service, caller, *clinic.project).accepted();
  };
  EXPECT_FALSE(sees(clinic.bo));
  EXPECT_FALSE(sees(clinic.holm));
  EXPECT_TRUE(
      ask_to_join_project(clinic.service, clinic.lind, *clinic.project, " Bo.Ek ", clinic.once())
          .accepted());
  EXPECT_FALSE(sees(clinic.bo));
  EXPECT_FALSE(
      answer_project(clinic.service, clinic.amina, *clinic.project, JoinAnswer::yes, clinic.once())
          .accepted());
  EXPECT_TRUE(
      answer_project(clinic.service, clinic.bo, *clinic.project, JoinAnswer::yes, clinic.once())
          .accepted());
  EXPECT_TRUE(sees(clinic.bo));
  // A partner does not ask others, nor end the work.
  EXPECT_FALSE(
      ask_to_join_project(clinic.service, clinic.bo, *clinic.project, "amina", clinic.once())
          .accepted());
  EXPECT_FALSE(end_project(clinic.service, clinic.bo, *clinic.project, {"a", "b"}, clinic.once())
                   .accepted());
  EXPECT_TRUE(leave_project(clinic.service, clinic.lind, *clinic.project,
                            std::to_string(clinic.bo.user_no), clinic.once())
                  .accepted());
  EXPECT_FALSE(sees(clinic.bo));
}

TEST(RunProject, asking_tells_nobody_whether_a_name_exists) {
  Working clinic;
  const auto known =
      ask_to_join_project(clinic.service, clinic.lind, *clinic.project, "bo.ek", clinic.once());
  const auto unknown =
      ask_to_join_project(clinic.service, clinic.lind, *clinic.project, "nobody", clinic.once());
  EXPECT_EQ(known.value(), unknown.value());
}

TEST(RunProject, two_charters_written_on_one_version_are_joined_or_both_shown) {
  Working clinic;
  CharterWords mine{"Aims", "team"};
  CharterWords theirs = mine;
  mine[7] = "Walk";
  theirs[8] = "Two reviews";
  theirs[9] = "Two rooms";
  const auto save = [&](const CharterWords& words) {
    return save_charter(clinic.service, clinic.lind, *clinic.project, words, "1", clinic.once());
  };
  EXPECT_EQ(save(mine).value(), "2");
  EXPECT_EQ(save(theirs).value(), "3");
  const auto charter = read_project(clinic.service, clinic.lind, *clinic.project).value().charter;
  EXPECT_EQ(charter.words[7], "Walk");
  EXPECT_EQ(charter.words[8], "Two reviews");
  CharterWords third{"Aims", "team"};
  third[7] = "Sing";
  EXPECT_EQ(save(third).refusal().faults(), (std::vector<Fault>{{"charter.both_changed", "aim"}}));
  EXPECT_EQ(read_project(clinic.service, clinic.lind, *clinic.project).value().charter.version, 3);
  // Every version stays to be read.
  EXPECT_EQ(read_charter(clinic.service, clinic.lind, *clinic.project, 2).value().words[8], "");
}

TEST(RunProject, months_of_few_people_are_on_no_chart_of_a_project) {
  Working clinic;
  EXPECT_TRUE(take_measure(clinic.service, clinic.lind, *clinic.project, "aim_asked", clinic.once())
                  .accepted());
  const auto visits = [&] {
    const auto view = read_project(clinic.service, clinic.lind, *clinic.project).value();
    return view.measures[0].chart.reading.points.back().share.of;
  };
  const auto visit = [&](const Id<Person>& person) {
    EXPECT_TRUE(hold_visit(clinic.service, clinic.lind, person, clinic.once()).accepted());
  };
  // Ten visits of one person are about one person.
  for (unsigned day = 1; day <= 10; ++day) {
    clinic.clock.move_to({Day::of(2026, 12, day).number * ms_a_day + 9 * ms_an_hour});
    visit(clinic.id_of(clinic.amina));
  }
  EXPECT_EQ(visits(), 0);
  IncomingClinic incoming;
  incoming.sites = {{"Organization/n", "Northgate"}};
  incoming.professionals = {{"Practitioner/l", "Dr Lind"}};
  incoming.teams = {{"CareTeam/1", "Joints team", "", "Organization/n", {"Practitioner/l"}}};
  for (const std::string number : {"1", "2", "3", "4", "5", "6", "7", "8", "9"}) {
    incoming.people.push_back(
        {"Patient/x" + number, "X " + number, "X", std::nullopt, false, "Organization/n"});
    incoming.teams.push_back({"CareTeam/x" + number, "", "Patient/x" + number, "", {"CareTeam/1"}});
  }
  take_in_clinic(clinic.service, incoming, {"Clinic", "Europe/Stockholm"});
  for (const auto& listed : my_people(clinic.service, clinic.lind, "X ", 0).value().people)
    visit(listed.person.id);
  EXPECT_EQ(visits(), 19);
}

TEST(RunProject, numbers_that_say_the_same_are_entered_once) {
  Working clinic;
  OwnMeasureDraft draft;
  draft.name = "Late";
  draft.kind = "balancing";
  draft.perspective = "organisation";
  draft.counted = "value";
  draft.better = "less";
  draft.numerator = "Minutes";
  const auto& project = *clinic.project;
  EXPECT_TRUE(
      define_measure(clinic.service, clinic.lind, project, draft, "", clinic.once()).accepted());
  const auto enter = [&](std::string_view table) {
    return enter_numbers(clinic.service, clinic.lind, project, "1", table, clinic.once()).value();
  };
  EXPECT_EQ(enter("day,minutes\n2026-01-01,3.5\n2026-02-01,4\n"), "2");
  EXPECT_EQ(enter("day,minutes\n2026-01-01,3.5\n2026-02-01,5\n"), "1");
  const auto entries = read_project(clinic.service, clinic.lind, project).value().measures[0];
  EXPECT_EQ(entries.entries.size(), 3U);
  EXPECT_EQ(holding(entries.entries)[1].value_milli, 5000);
  draft.counted = "share";
  draft.denominator = "All";
  EXPECT_EQ(define_measure(clinic.service, clinic.lind, project, draft, "1", clinic.once())
                .refusal()
                .key(),
            "own_measure.counted_stays");
}

}  // namespace
}  // namespace alongside::service
