// SPDX-License-Identifier: Apache-2.0
// Places against chance; the published examples stand among the reference cases.
#include "foundation/statistics/funnel.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace alongside::statistics {

TEST(Funnel, of_equal_places_has_no_overdispersion) {
  Funnel found;
  funnel(std::vector<double>(12, 20), std::vector<double>(12, 100), {}, found);
  EXPECT_EQ(found.tau2, 0);
  EXPECT_NEAR(found.phi, 0, 1e-20);
  EXPECT_DOUBLE_EQ(found.target, 0.2);
  for (const FunnelPlace& place : found.places) EXPECT_FALSE(place.outlier);
}

TEST(Funnel, narrows_with_size) {
  EXPECT_TRUE(rc::check("a larger place has narrower limits, and they hold the target", [] {
    const double small = *rc::gen::inRange(1, 500);
    const double large = small + *rc::gen::inRange(1, 500);
    Funnel found;
    FunnelOptions options;
    options.kind = FunnelKind::standardised_log;
    funnel(std::vector<double>{small, large}, std::vector<double>{small, large}, options, found);
    RC_ASSERT(found.places[1].upper998 <= found.places[0].upper998);
    RC_ASSERT(found.places[0].lower95 <= 1 && 1 <= found.places[0].upper95);
  }));
}

TEST(Funnel, finds_the_one_that_stands_out) {
  std::vector<double> counts(20, 50);
  counts[7] = 120;
  FunnelOptions options;
  options.overdispersion = Overdispersion::off;
  Funnel found;
  funnel(counts, std::vector<double>(20, 500), options, found);
  for (std::size_t i = 0; i < counts.size(); ++i) EXPECT_EQ(found.places[i].outlier, i == 7);
}

TEST(Funnel, takes_an_empty_list) {
  Funnel found;
  funnel({}, {}, {}, found);
  EXPECT_TRUE(found.places.empty());
}

TEST(Funnel, gives_the_curves_that_its_places_lie_on) {
  const std::vector<double> counts = {5, 12, 30, 8, 40};
  const std::vector<double> sizes = {100, 200, 400, 150, 500};
  for (const FunnelKind kind :
       {FunnelKind::proportion, FunnelKind::standardised_root, FunnelKind::standardised_log}) {
    FunnelOptions options;
    options.kind = kind;
    Funnel found;
    funnel(counts, sizes, options, found);
    for (std::size_t i = 0; i < sizes.size(); ++i) {
      const FunnelPlace at = funnel_limits(found, options, sizes[i]);
      EXPECT_DOUBLE_EQ(at.od_upper998, found.places[i].od_upper998);
      EXPECT_DOUBLE_EQ(at.lower95, found.places[i].lower95);
    }
  }
}

}  // namespace alongside::statistics
