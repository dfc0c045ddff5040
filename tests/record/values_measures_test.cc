// SPDX-License-Identifier: Apache-2.0
// Measures about nobody: what tests kept, and what using the product costs.
#include <gtest/gtest.h>

#include "change/fidelity.h"
#include "context/effort.h"
#include "lived.h"
#include "record/effort.h"
#include "record/measures.h"
#include "record/rollups.h"
#include "service/my_people.h"
#include "service/read_chart.h"
#include "service/read_project.h"
#include "service/run_project.h"

namespace alongside::record {
namespace {

std::vector<MonthCount> months(testing::Clinic& clinic, std::string_view id) {
  const auto& all = standard_measures();
  const Measure measure = *std::ranges::find(all, id, &Measure::id);
  const Zone zone = Zone::utc();
  const Instant now = clinic.service.now();
  return clinic.service.database().read([&](const sql::Reading& reading) {
    return counts_by_month(reading, {1, 1, Month::of(zone.day_of(now)).plus(-23), 25}, measure,
                           {{1}, zone, now}, shown_from);
  });
}

}  // namespace

TEST(TestFidelity, is_the_sum_that_a_project_shows) {
  testing::LivedClinic clinic;
  Proportion shown;
  for (const Project& project : service::my_projects(clinic.service, clinic.lind).projects) {
    const auto view = service::read_project(clinic.service, clinic.lind, project.id).value();
    const Proportion sum = fidelity_sum(view.fidelity);
    shown.count += sum.count;
    shown.of += sum.of;
  }
  Proportion counted;
  for (const MonthCount& month : months(clinic, "test_fidelity")) {
    counted.count += month.share.count;
    counted.of += month.share.of;
  }
  EXPECT_GT(shown.of, 0);
  EXPECT_EQ(counted, shown);
}

TEST(CostOfUsing, is_the_middle_of_weeks_with_five_uses) {
  testing::Clinic clinic;
  const Day monday = Day::of(2026, 11, 23);
  const auto count = [&](Day week, Screen screen, std::int64_t seconds, int times) {
    clinic.service.database().write([&](sql::Writing& writing) {
      for (int i = 0; i < times; ++i) count_effort(writing, {1}, week, {screen, seconds, 3});
    });
  };
  count(monday, Screen::visit, 40, 2);
  count(monday, Screen::visit, 90, 3);
  count(monday, Screen::agree, 500, 9);
  count(monday.plus(-7), Screen::visit, 600, 4);
  const MonthCount november = *(months(clinic, "cost_of_using").end() - 2);
  EXPECT_EQ(november.month, Month::of(monday));
  EXPECT_EQ(november.share.of, 5);
  EXPECT_EQ(november.value, 90.0);
}

}  // namespace alongside::record
