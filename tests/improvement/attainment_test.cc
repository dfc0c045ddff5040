// SPDX-License-Identifier: Apache-2.0
// Only the person can make an aim attained.
#include "improvement/attainment.h"

#include <gtest/gtest.h>

namespace alongside {
namespace {

Rating rating(Side side, int level, std::int64_t at) {
  return {side, "", Level::from(level).value(), {at}, {}};
}

}  // namespace

TEST(Attainment, follows_the_person_and_never_the_professional) {
  EXPECT_EQ(attainment_of({}), Attainment::not_rated);
  const std::vector<Rating> professional_only = {rating(Side::professional, 2, 1)};
  EXPECT_EQ(attainment_of(professional_only), Attainment::not_rated);
  const std::vector<Rating> both = {rating(Side::person, -1, 1), rating(Side::professional, 2, 2)};
  EXPECT_EQ(attainment_of(both), Attainment::not_yet);
  const std::vector<Rating> later = {rating(Side::person, -1, 1), rating(Side::person, 0, 2)};
  EXPECT_EQ(attainment_of(later), Attainment::attained);
}

}  // namespace alongside
