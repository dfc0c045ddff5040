// SPDX-License-Identifier: Apache-2.0
// Three projects are lived through the product's own acts: better, no change, given up.
#include "doors/cli/example_projects.h"

#include <gtest/gtest.h>

#include "clinic.h"
#include "record/verify.h"
#include "service/my_people.h"
#include "service/read_project.h"
#include "service/run_project.h"

namespace alongside::cli {

TEST(ExampleProjects, one_came_out_well_one_changed_nothing_and_one_was_given_up) {
  testing::Clinic clinic(record::ClinicKind::example);
  const Day today = Zone::utc().day_of(clinic.clock.now());
  const Day first = today.plus(-730);
  LivedProjects projects(clinic.service, first, 5);
  projects.begin_with({clinic.lind}, service::my_teams(clinic.service, clinic.lind).value()[0].id);
  for (std::int64_t day = 1; day < 730; ++day) {
    clinic.clock.move_to({(first.number + day) * ms_a_day + 7 * ms_an_hour});
    projects.live_day(day);
  }
  clinic.clock.move_to(testing::tuesday_morning());
  const auto mine = service::my_projects(clinic.service, clinic.lind).projects;
  ASSERT_EQ(mine.size(), 3U);
  const auto view = [&](std::size_t i) {
    return service::read_project(clinic.service, clinic.lind, mine[i].id).value();
  };
  const auto calls = view(0);
  EXPECT_EQ(calls.project.name, "Called back the same day");
  EXPECT_EQ(calls.measures[0].chart.reading.verdict, Verdict::usual);
  const auto aims = view(1);
  EXPECT_EQ(aims.tests.size(), 3U);
  EXPECT_EQ(aims.tests[1].decision, Decision::adopt);
  EXPECT_EQ(compared(aims.tests[1]), Compared::fits_so_far);
  EXPECT_EQ(aims.measures[2].chart.reading.verdict, Verdict::better);
  const auto film = view(2);
  EXPECT_TRUE(film.project.ended_at.has_value());
  EXPECT_EQ(film.tests[0].decision, Decision::abandon);
  clinic.service.database().read([](const sql::Reading& reading) {
    EXPECT_TRUE(record::verify_all(reading).findings.empty());
    return 0;
  });
}

}  // namespace alongside::cli
