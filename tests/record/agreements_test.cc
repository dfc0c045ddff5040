// SPDX-License-Identifier: Apache-2.0
// Agreements, deeds and circumstances survive the way to rows and back.
#include "record/agreements.h"

#include <gtest/gtest.h>

#include "clinic.h"

namespace alongside::record {

TEST(Agreements, come_back_as_they_were_kept) {
  testing::Clinic clinic;
  const auto aim = clinic.walking_aim();
  const PersonAccess access = clinic.access(clinic.amina);
  Agreement agreement =
      Agreement::from(
          {"doing_together",
           "customised",
           "Shorter",
           {{"person", "Walk", "", "50", ""}, {"professional", "Call", "2026-12-01", "", ""}}},
          Day::of(2026, 11, 24))
          .value();
  agreement.aims = {{1}};
  clinic.service.database().write([&](sql::Writing& w) {
    const AgreementNo number = add_agreement(w, access, agreement, *clinic.lind.professional, {5});
    add_deed(w, access, {number, 1}, Day::of(2026, 11, 25), {6});
    add_deed(w, access, {number, 1}, Day::of(2026, 11, 25), {7});
    const auto kept = agreements(w, access);
    ASSERT_EQ(kept.size(), 1U);
    EXPECT_EQ(kept[0].shared_work, SharedWork::doing_together);
    EXPECT_EQ(kept[0].actions[0].minutes, MinutesAWeek{50});
    EXPECT_EQ(kept[0].actions[0].times_done, 1);
    EXPECT_EQ(kept[0].actions[1].owner, "Dr Lind");
    EXPECT_EQ(kept[0].actions[1].due, Day::of(2026, 12, 1));
    EXPECT_EQ(kept[0].aims, (std::vector<AimNo>{{1}}));
    EXPECT_EQ(side_of_action(w, access, {number, 2}), Side::professional);
    EXPECT_FALSE(side_of_action(w, access, {number, 9}));
  });
}

TEST(Circumstances, the_latest_version_holds_and_missing_minutes_stay_missing) {
  testing::Clinic clinic;
  const PersonAccess access = clinic.access(clinic.amina);
  clinic.service.database().write([&](sql::Writing& w) {
    EXPECT_FALSE(circumstances(w, access));
    add_circumstances(w, access, Circumstances::from({"60", "Choir", ""}).value(), {1});
    add_circumstances(w, access, Circumstances::from({"", "Choir", "Dog"}).value(), {2});
    EXPECT_FALSE(circumstances(w, access)->to_spare.has_value());
    EXPECT_EQ(circumstances(w, access)->helpers.disclose(), "Dog");
    add_check_in(w, access, Private(std::string("Windy")), {3});
    EXPECT_EQ(check_ins(w, access, 5).front().line.disclose(), "Windy");
  });
}

}  // namespace alongside::record
