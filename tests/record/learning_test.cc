// SPDX-License-Identifier: Apache-2.0
// What was predicted is found again with what came of it.
#include "record/learning.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "lived.h"
#include "record/aims.h"
#include "service/judge_attainment.h"

namespace alongside::record {

TEST(Learning, a_prediction_waits_for_its_outcome) {
  testing::LivedClinic clinic;
  const auto known = [&] {
    return clinic.service.database().read([&](const sql::Reading& reading) {
      const auto team = service::my_teams(clinic.service, clinic.lind).value().front().id;
      const auto access =
          Permission::to_team(reading, clinic.lind, team, clinic.service.now()).value();
      return predictions(reading, access, clinic.service.now());
    });
  };
  EXPECT_TRUE(known().empty()) << "twelve weeks have not passed";
  const Instant begun = clinic.clock.now();
  const auto rate = [&](std::int64_t after_days, const std::string& level) {
    clinic.clock.move_to({begun.utc_ms + after_days * ms_a_day});
    const auto aims = clinic.service.database().read([&](const sql::Reading& reading) {
      return record::aims(reading, clinic.access(clinic.amina));
    });
    const auto chosen = std::ranges::find(aims, AimNo{1}, &Aim::number);
    ASSERT_TRUE(service::judge_attainment(clinic.service, clinic.amina, RecordOf::own(), chosen->id,
                                          level, clinic.once()));
  };
  rate(40, "0");
  rate(80, "1");
  rate(90, "-2");
  const auto all = known();
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].version, 1);
  EXPECT_EQ(all[0].level, 1);
  EXPECT_TRUE(all[0].seen);
  EXPECT_GT(all[0].attained, 0.3);
  EXPECT_LT(all[0].attained, 0.9);
  EXPECT_GT(all[0].sd, 0.5);
}

TEST(Learning, nobody_is_in_two_files_of_sums) {
  testing::LivedClinic clinic;
  const auto team = service::my_teams(clinic.service, clinic.lind).value().front().id;
  clinic.service.database().write([&](sql::Writing& writing) {
    const auto access =
        Permission::to_team(writing, clinic.lind, team, clinic.service.now()).value();
    EXPECT_TRUE(shared_people(writing, access).empty());
    add_share(writing, access, {1, "Dr Lind", clinic.service.now(), "{}"}, {1});
    EXPECT_EQ(shared_people(writing, access), std::set<std::int64_t>{1});
    EXPECT_EQ(next_share_number(writing, access), 2);
    EXPECT_EQ(share_content(writing, access, 1), "{}");
    return 0;
  });
}

TEST(Learning, choices_are_counted_under_what_the_network_calls_them) {
  testing::LivedClinic clinic;
  clinic.service.database().read([&](const sql::Reading& reading) {
    const auto team = service::my_teams(clinic.service, clinic.lind).value().front().id;
    const auto access =
        Permission::to_team(reading, clinic.lind, team, clinic.service.now()).value();
    const auto chosen = chosen_options(reading, access);
    EXPECT_EQ(chosen.size(), 1U);
    EXPECT_EQ(chosen.front().action, "walking");
    EXPECT_EQ(chosen.front().theme, "pain");
    EXPECT_EQ(chosen.front().baseline, -1);
    EXPECT_FALSE(said_levels(reading, access).empty());
    return 0;
  });
}

}  // namespace alongside::record
