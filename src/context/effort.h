// SPDX-License-Identifier: Apache-2.0
// Particular context, the tool itself: what using the product costs people in seconds and taps.
// Counted by week and screen, never by person, and without a word of what was on the screen.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/base/clock.h"

namespace alongside {

enum class Screen { check_in, prepare, visit, agree };
inline constexpr std::array measured_screens = {Screen::check_in, Screen::prepare, Screen::visit,
                                                Screen::agree};
std::string_view code_of(Screen screen);
std::optional<Screen> screen_from(std::string_view code);

/// What each should cost at most, in active seconds (research on effort: docs/decisions/0010).
std::int64_t budget_seconds(Screen screen);

constexpr std::int64_t effort_seconds_max = 3600;
constexpr std::int64_t effort_taps_max = 500;
/// Weeks with fewer uses are not shown: they would be about somebody.
constexpr std::int64_t effort_uses_min = 5;

struct Effort {
  Screen screen = Screen::check_in;
  std::int64_t seconds = 0;  ///< active ones: the page was seen and somebody did something
  std::int64_t taps = 0;
};
/// Nothing when a part is unknown, no whole number, below zero or over its limit. Over a minute the
/// seconds are rounded to ten.
std::optional<Effort> effort_from(std::string_view screen, std::string_view seconds,
                                  std::string_view taps);

/// How often something took so long.
struct EffortCount {
  Day week;  ///< its Monday
  Effort effort;
  std::int64_t times = 0;
};
struct EffortWeek {
  Day week;
  std::int64_t uses = 0;
  std::int64_t median_seconds = 0;  ///< the lower one of two middles
  std::int64_t median_taps = 0;
};
/// Weeks of one screen with effort_uses_min uses or more, oldest first.
std::vector<EffortWeek> effort_by_week(const std::vector<EffortCount>& counts, Screen screen);

}  // namespace alongside
