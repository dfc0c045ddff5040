// SPDX-License-Identifier: Apache-2.0
// Who is in which stratum, to the day.
#include "improvement/stratum.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace alongside {
namespace {

Day day(const char* iso) { return *Day::from_iso(iso); }

}  // namespace

TEST(Stratum, an_age_changes_on_the_birthday) {
  const Day born = day("1961-11-24");
  EXPECT_EQ(age_band(born, day("2026-11-23")), "40_64");
  EXPECT_EQ(age_band(born, day("2026-11-24")), "65_79");
  EXPECT_EQ(age_band(born, day("1979-11-23")), "under_18");
  EXPECT_EQ(age_band(born, day("1979-11-24")), "18_39");
  EXPECT_EQ(age_band(born, day("2041-11-24")), "80_and_over");
  EXPECT_EQ(age_band(day("2008-02-29"), day("2026-02-28")), "under_18");
  EXPECT_EQ(age_band(day("2008-02-29"), day("2026-03-01")), "18_39");
  EXPECT_EQ(age_band(std::nullopt, day("2026-11-24")), "unknown");
  EXPECT_EQ(age_band(born, day("1950-01-01")), "unknown");
}

TEST(Stratum, every_unit_has_a_place_in_the_list_of_its_split) {
  for (const SplitBy split : ways_to_split) {
    EXPECT_EQ(split_by_from(code_of(split)), split);
    const auto strata = strata_of(split);
    const auto there = [&](std::string_view one) {
      return std::find(strata.begin(), strata.end(), one) != strata.end();
    };
    if (split == SplitBy::age_band) {
      EXPECT_TRUE(there(age_band(std::nullopt, day("2026-11-24"))));
      continue;
    }
    if (split == SplitBy::mode) {
      EXPECT_TRUE(there(stratum_of(std::nullopt)));
      for (const VisitMode mode : visit_modes) EXPECT_TRUE(there(stratum_of(mode)));
      continue;
    }
    EXPECT_TRUE(there(stratum_of(split, std::nullopt)));
    for (const SharedWork degree : shared_work_degrees)
      for (const ResponseKind kind : response_kinds)
        EXPECT_TRUE(there(stratum_of(split, AgreedAs{degree, kind})));
  }
  EXPECT_FALSE(split_by_from("colour"));
}

}  // namespace alongside
