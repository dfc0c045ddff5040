// SPDX-License-Identifier: Apache-2.0
// What is kept comes back the same, to the last bit.
#include "record/kept_counts.h"

#include <gtest/gtest.h>

#include "clinic.h"
#include "service/my_people.h"

namespace alongside::record {

TEST(KeptCounts, come_back_the_same_and_go_together) {
  testing::Clinic clinic;
  const auto team = service::my_teams(clinic.service, clinic.lind).value().front();
  const std::vector<MonthCount> months = {
      {Month{670}, {1, 3}, {}}, {Month{671}, {0, 0}, {}}, {Month{672}, {0, 7}, 0.1 + 0.2}};
  const KeptOf of{team.home.value, team.number.value, "work_asked"};
  clinic.service.database().write([&](sql::Writing& writing) {
    const auto access =
        Permission::to_huddle(writing, clinic.lind, team.id, clinic.service.now()).value();
    EXPECT_FALSE(kept_counts(writing, of));
    keep_counts(writing, access, of.measure, months, clinic.service.now());
    const auto kept = kept_counts(writing, of);
    ASSERT_TRUE(kept);
    EXPECT_EQ(kept->kept_at, clinic.service.now());
    ASSERT_EQ(kept->months.size(), months.size());
    for (std::size_t i = 0; i < months.size(); ++i) {
      EXPECT_EQ(kept->months[i].month, months[i].month);
      EXPECT_EQ(kept->months[i].share, months[i].share);
      EXPECT_EQ(kept->months[i].value, months[i].value);
    }
    forget_kept_counts(writing, access);
    EXPECT_FALSE(kept_counts(writing, of));
  });
}

}  // namespace alongside::record
