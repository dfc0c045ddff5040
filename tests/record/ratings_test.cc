// SPDX-License-Identifier: Apache-2.0
// Ratings keep their side.
#include "record/ratings.h"

#include <gtest/gtest.h>

#include "clinic.h"

namespace alongside::record {

TEST(Ratings, stand_side_by_side) {
  testing::Clinic clinic;
  clinic.walking_aim();
  const PersonAccess access = clinic.access(clinic.amina);
  clinic.service.database().write([&](sql::Writing& w) {
    add_rating(w, access, {1}, Side::person, std::nullopt, Level::now(), {1});
    add_rating(w, access, {1}, Side::professional, clinic.lind.professional, Level::attained(),
               {2});
    const auto kept = ratings(w, access).at({1});
    EXPECT_EQ(latest_of(Side::person, kept)->level, Level::now());
    EXPECT_EQ(latest_of(Side::professional, kept)->by, "Dr Lind");
    EXPECT_EQ(attainment_of(kept), Attainment::not_yet);
  });
}

}  // namespace alongside::record
