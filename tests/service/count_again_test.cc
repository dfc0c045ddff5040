// SPDX-License-Identifier: Apache-2.0
// A chart brings few changes into its sums first; many wait for their turn and change no number.
#include "service/count_again.h"

#include <gtest/gtest.h>

#include "clinic.h"
#include "record/rollups.h"
#include "service/hold_visit.h"
#include "service/my_people.h"
#include "service/read_chart.h"

namespace alongside {
namespace {

struct WaitingClinic : testing::Clinic {
  Id<Team> team = service::my_teams(service, lind).value().front().id;

  std::int64_t waiting() {
    return service.database().read([](const sql::Reading& reading) {
      return reading.integer("SELECT count(*) FROM rollup_stale WHERE person_no > 0", {});
    });
  }
  void more_people(std::int64_t count) {
    service.database().write([&](sql::Writing& writing) {
      for (std::int64_t i = 0; i < count; ++i) {
        const std::string name = "more" + std::to_string(i);
        writing.execute(
            "INSERT INTO persons (home_id, person_no, public_id, source_reference, name, "
            "family_name, gone, seal) VALUES (1, ?1, ?2, ?2, 'N', 'N', 0, 's')",
            {1000 + i, name});
        record::mark_stale(writing, {1}, {1000 + i});
      }
      return 0;
    });
  }
  Proportion asked() {
    const auto read = service::read_measure(service, lind, team, "aim_asked", {});
    return read.value().charts.front().reading.points.back().share;
  }
};

}  // namespace

TEST(CountAgain, a_chart_counts_few_again_and_says_what_changed) {
  WaitingClinic clinic;
  EXPECT_EQ(clinic.asked().of, 0);  // Nobody was counted yet: from the rows.
  EXPECT_GT(clinic.waiting(), 0);
  service::count_all_again(clinic.service, [](std::int64_t) {});
  EXPECT_EQ(clinic.waiting(), 0);
  EXPECT_TRUE(
      service::hold_visit(clinic.service, clinic.lind, clinic.id_of(clinic.amina), clinic.once())
          .accepted());
  EXPECT_EQ(clinic.waiting(), 1);
  EXPECT_EQ(clinic.asked(), (Proportion{0, 1}));
  EXPECT_EQ(clinic.waiting(), 0);
}

TEST(CountAgain, while_many_wait_a_chart_is_counted_from_the_rows) {
  WaitingClinic clinic;
  EXPECT_TRUE(
      service::hold_visit(clinic.service, clinic.lind, clinic.id_of(clinic.amina), clinic.once())
          .accepted());
  clinic.more_people(3 * service::counted_while_waiting_max);
  EXPECT_EQ(clinic.asked(), (Proportion{0, 1}));
  EXPECT_GT(clinic.waiting(), service::counted_while_waiting_max);
  std::vector<std::int64_t> told;
  service::count_all_again(clinic.service, [&](std::int64_t left) { told.push_back(left); });
  EXPECT_EQ(clinic.waiting(), 0);
  EXPECT_EQ(clinic.asked(), (Proportion{0, 1}));
}

TEST(CountAgain, whoever_may_not_see_a_chart_sets_nothing_going) {
  WaitingClinic clinic;
  clinic.more_people(1);
  const std::int64_t before = clinic.waiting();
  EXPECT_FALSE(
      service::read_measure(clinic.service, clinic.amina, clinic.team, "aim_asked", {}).accepted());
  EXPECT_EQ(clinic.waiting(), before);
}

}  // namespace alongside
