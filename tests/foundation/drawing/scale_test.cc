// SPDX-License-Identifier: Apache-2.0
// Places on paper.
#include "foundation/drawing/scale.h"

#include <gtest/gtest.h>

#include <cmath>

namespace alongside::drawing {

TEST(Scale, puts_its_ends_where_they_belong) {
  const Scale scale(0, 1, 300, 100);
  EXPECT_DOUBLE_EQ(scale(0), 300);
  EXPECT_DOUBLE_EQ(scale(1), 100);
  EXPECT_DOUBLE_EQ(scale(0.5), 200);
}

TEST(Labels, always_name_the_last_place) {
  EXPECT_EQ(labelled_places(24, 6), (std::vector<std::size_t>{3, 7, 11, 15, 19, 23}));
  EXPECT_EQ(labelled_places(2, 6), (std::vector<std::size_t>{0, 1}));
  EXPECT_TRUE(labelled_places(0, 6).empty());
}

TEST(Labels, are_moved_apart_in_order) {
  const auto places = spread_apart({10, 11, 12, 99}, 5, 0, 100);
  for (std::size_t i = 1; i < places.size(); ++i) EXPECT_GE(places[i] - places[i - 1], 5);
  EXPECT_LE(places.back(), 100);
}

TEST(Scale, ends_that_differ_by_rounding_are_one) {
  const auto steps = round_steps(3, 3.000000000000001, 5);
  EXPECT_LT(steps.front(), 3);
  EXPECT_GT(steps.back(), 3.5);
  const auto huge = round_steps(-1.7e308, 1.7e308, 5);
  EXPECT_TRUE(std::isfinite(huge.back() - huge.front()));
}

}  // namespace alongside::drawing
