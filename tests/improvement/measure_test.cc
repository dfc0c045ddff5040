// SPDX-License-Identifier: Apache-2.0
// The library of measures can be read, and a bad definition says which line.
#include "improvement/measure.h"

#include <gtest/gtest.h>

namespace alongside {

TEST(Measures, stand_in_the_order_of_their_codes_each_with_what_it_looks_at) {
  std::string codes;
  for (const Measure& measure : standard_measures()) {
    codes += measure.code + " ";
    // A14 looks at how a team learns, which is none of what a balanced set looks at.
    EXPECT_EQ(measure.covers.empty(), measure.code == "A14") << measure.id;
    EXPECT_FALSE(measure.source.empty()) << measure.id;
  }
  EXPECT_EQ(codes, "A1 A2 A3 A4 A5 A6 A7 A8 A9 A10 A11 A12 A13 A14 ");
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
