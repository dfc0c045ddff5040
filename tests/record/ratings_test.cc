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

TEST(Ratings, keep_the_words_of_the_levels_as_they_were_said) {
  testing::Clinic clinic;
  const auto aim = clinic.walking_aim();
  const PersonAccess access = clinic.access(clinic.amina);
  clinic.service.database().write([&](sql::Writing& w) {
    add_rating(w, access, {1}, Side::person, std::nullopt, Level::attained(), {1});
  });
  ASSERT_TRUE(service::say_levels(clinic.service, clinic.amina, aim,
                                  {"", "Now", "To the moon", "", ""}, clinic.once())
                  .accepted());
  clinic.service.database().read([&](const sql::Reading& r) {
    EXPECT_EQ(ratings(r, access).at({1}).front().level_words.disclose(), "The whole way");
    return 0;
  });
}

}  // namespace alongside::record
