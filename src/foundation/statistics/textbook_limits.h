// SPDX-License-Identifier: Apache-2.0
// Shewhart's charts as textbooks of industry draw them: one sigma from a chosen estimator, limits
// so many sigma or so unlikely. Montgomery, Introduction to Statistical Quality Control, chapters 6
// and 7; estimators as in Burr 1969 and ASTM E2587.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "foundation/statistics/series.h"
#include "foundation/statistics/zone_rules.h"

namespace alongside::statistics {

/// one: single values. np: counts out of a size, not divided.
enum class TextbookKind { xbar, r, s, one, p, np, c, u };

/// mean_range: mean of R / d2. mean_spread: mean of s / c4. least_variance: s / c4 weighted by
/// c4^2 / (1 - c4^2). pooled: root of the pooled variance over c4 of all its degrees of freedom.
enum class SigmaEstimate { as_the_kind_asks, mean_range, mean_spread, least_variance, pooled };

struct TextbookOptions {
  TextbookKind kind = TextbookKind::one;
  SigmaEstimate estimate = SigmaEstimate::as_the_kind_asks;
  double sigmas = 3;
  /// Instead of `sigmas`: how likely a stable point lies inside, in (0, 1); exact for counts.
  std::optional<double> confidence;
  ZoneRules rules = western_electric_rules;
};

struct TextbookPoint {
  double statistic = missing;
  double centre = missing;
  double lower = missing;
  double upper = missing;
  double sigma = missing;   ///< of this point's statistic
  std::uint16_t flags = 0;  ///< zone rules that speak here (zone_rules.h)
};

struct TextbookChart {
  double sigma = missing;  ///< of one value, for xbar, r, s and one
  std::vector<TextbookPoint> points;
};

/// Groups as rows of `Grouping`; for p, np, c and u the count is value * size (c: value), the size
/// is size.
void textbook_chart(std::span<const Observation> groups, const TextbookOptions& options,
                    TextbookChart& found);

}  // namespace alongside::statistics
