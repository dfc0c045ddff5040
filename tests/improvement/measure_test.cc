// SPDX-License-Identifier: Apache-2.0
// The library of measures can be read, and a bad definition says which line.
#include "improvement/measure.h"

#include <gtest/gtest.h>

namespace alongside {

TEST(Measures, are_elicited_addressed_attained) {
  ASSERT_EQ(standard_measures().size(), 3U);
  EXPECT_EQ(standard_measures()[0].code, "A1");
  EXPECT_EQ(standard_measures()[1].code, "A3");
  EXPECT_EQ(standard_measures()[2].code, "A6");
}

TEST(Measure, refuses_what_it_cannot_read) {
  EXPECT_EQ(
      measure_from("id: a\ncode: b\nquery: c\ncolour: red\n").refusal().faults().front().field,
      "colour");
  EXPECT_EQ(measure_from("id: a\ncode: b\n").refusal().faults().front().field, "query");
  EXPECT_EQ(measure_from("id: a\nversion: two\n").refusal().faults().front().field, "version");
  EXPECT_FALSE(measure_from("just words\n").accepted());
}

}  // namespace alongside
