// SPDX-License-Identifier: Apache-2.0
// What a place says of itself.
#include "context/place.h"

#include <gtest/gtest.h>

namespace alongside {
namespace {

const Day today = Day::of(2026, 11, 24);

TEST(PlaceProfile, needs_one_facet_and_a_day_that_was) {
  const auto nothing = place_from({}, "2026-11-25", today);
  ASSERT_FALSE(nothing.accepted());
  EXPECT_EQ(nothing.refusal().faults(),
            (std::vector<Fault>{{"place.nothing", "facet_place"}, {"place.day_ahead", "as_of"}}));
  const auto long_words = place_from({"", std::string(601, 'x')}, "soon", today);
  EXPECT_EQ(long_words.refusal().faults(),
            (std::vector<Fault>{{"place.long", "facet_staffing"}, {"place.day", "as_of"}}));
  const auto place = place_from({" Two rooms ", "", "", "", "", ""}, "2026-11-24", today);
  ASSERT_TRUE(place.accepted());
  EXPECT_EQ(place.value().words[0], "Two rooms");
}

TEST(PlaceProfile, says_which_facets_changed) {
  PlaceProfile before;
  PlaceProfile after;
  before.words = {"a", "b"};
  after.words = {"a", "c", "", "new"};
  EXPECT_EQ(changed_between(before, after),
            (std::vector<Facet>{Facet::staffing, Facet::technology}));
}

}  // namespace
}  // namespace alongside
