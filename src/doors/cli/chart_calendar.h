// SPDX-License-Identifier: Apache-2.0
// Whether points stand evenly in time, by month or by day, so that a season can be looked for.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "foundation/statistics/season.h"

namespace alongside::cli {

struct Calendar {
  std::size_t period = 0;         ///< 12 months, 7 days; 0: neither
  std::size_t first = 0;          ///< the first point's place: January or Monday is 0
  std::vector<std::size_t> slot;  ///< of each point, counted in months or days from the first
};

/// `days`: since 1970, rising, one a point.
Calendar calendar_of(std::span<const double> days);

/// Of values at those points; times without a point are missing. `adjusted` has one a point.
statistics::Season season_of(const Calendar& calendar, std::span<const double> values);

/// "January", "Monday".
std::string place_words(const Calendar& calendar, std::size_t place);

}  // namespace alongside::cli
