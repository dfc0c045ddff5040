// SPDX-License-Identifier: Apache-2.0
// Who works in a project sees no part from which few people could be told.
#include "service/read_split.h"

#include <gtest/gtest.h>

#include "clinic.h"
#include "service/measure_project.h"
#include "service/my_people.h"
#include "service/run_project.h"

namespace alongside::service {
namespace {

struct Split : testing::Clinic {
  Id<Team> team = my_teams(service, lind).value().front().id;
  Id<Project> project =
      Id<Project>::parse(begin_project(service, lind, team, "Aims", once()).value()).value();
  Split() { EXPECT_TRUE(take_measure(service, lind, project, "aim_asked", once()).accepted()); }
  /// So many who were born in that year have a visit on that day.
  void visits(unsigned born, int people, Day day) {
    IncomingClinic incoming;
    incoming.sites = {{"Organization/n", "Northgate"}};
    incoming.professionals = {{"Practitioner/l", "Dr Lind"}};
    for (int i = 0; i < people; ++i) {
      const std::string id = std::to_string(born) + "-" + std::to_string(i);
      incoming.people.push_back({"Patient/" + id, "P " + id, id,
                                 Day::of(static_cast<int>(born), 1, 1), false, "Organization/n"});
      incoming.visits.push_back({"Encounter/" + id + day.iso(),
                                 "Patient/" + id,
                                 "Practitioner/l",
                                 "",
                                 {day.number * ms_a_day}});
    }
    take_in_clinic(service, incoming, {"Clinic", "Europe/Stockholm"});
  }
  std::int64_t shown(const SplitView& view, std::string_view stratum) {
    std::int64_t units = 0;
    for (const SplitChart& part : view.parts)
      if (part.stratum == stratum && part.chart)
        for (const ChartPoint& point : part.chart->reading.points) units += point.share.of;
    return units;
  }
};

}  // namespace

TEST(ReadSplit, a_month_with_a_small_part_is_told_of_no_part_in_a_project) {
  Split clinic;
  clinic.visits(1956, 12, Day::of(2026, 9, 1));
  clinic.visits(1986, 11, Day::of(2026, 9, 2));
  clinic.visits(1956, 12, Day::of(2026, 10, 1));
  clinic.visits(1986, 3, Day::of(2026, 10, 2));
  const auto in_project =
      read_project_split(clinic.service, clinic.lind, clinic.project, "1", SplitBy::age_band)
          .value();
  EXPECT_EQ(clinic.shown(in_project, "65_79"), 12);
  EXPECT_EQ(clinic.shown(in_project, "40_64"), 11);
  const auto of_team =
      read_split(clinic.service, clinic.lind, clinic.team, "aim_asked", SplitBy::age_band).value();
  EXPECT_EQ(clinic.shown(of_team, "65_79"), 24);
  EXPECT_EQ(clinic.shown(of_team, "40_64"), 14);
}

TEST(ReadSplit, typed_numbers_and_those_of_others_have_no_parts) {
  Split clinic;
  const OwnMeasureDraft draft{"Asked", "process", "person", "share", "", "more", "Asked", "Came"};
  EXPECT_EQ(
      define_measure(clinic.service, clinic.lind, clinic.project, draft, "", clinic.once()).value(),
      "2");
  const auto split = [&](const Caller& caller, std::string_view measure) {
    return read_project_split(clinic.service, caller, clinic.project, measure, SplitBy::mode)
        .accepted();
  };
  EXPECT_TRUE(split(clinic.lind, "1"));
  EXPECT_FALSE(split(clinic.lind, "2"));
  EXPECT_FALSE(split(clinic.lind, "3"));
  EXPECT_FALSE(split(clinic.holm, "1"));
}

}  // namespace alongside::service
