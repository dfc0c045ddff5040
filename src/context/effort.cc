// SPDX-License-Identifier: Apache-2.0
// Effort as it is counted, and its middles by week.
#include "context/effort.h"

#include <algorithm>
#include <charconv>
#include <map>

namespace alongside {
namespace {

std::optional<std::int64_t> whole(std::string_view text, std::int64_t most) {
  std::int64_t number = -1;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  if (number < 0 || number > most) return std::nullopt;
  return number;
}

/// Value to how often.
using Histogram = std::map<std::int64_t, std::int64_t>;

std::int64_t median_of(const Histogram& histogram, std::int64_t uses) {
  std::int64_t before = 0;
  for (const auto& [value, times] : histogram) {
    before += times;
    if (before * 2 >= uses) return value;
  }
  return 0;
}

}  // namespace

std::string_view code_of(Screen screen) {
  switch (screen) {
    case Screen::check_in:
      return "check_in";
    case Screen::prepare:
      return "prepare";
    case Screen::visit:
      return "visit";
    case Screen::agree:
      return "agree";
  }
  return {};
}

std::optional<Screen> screen_from(std::string_view code) {
  for (const Screen screen : measured_screens)
    if (code_of(screen) == code) return screen;
  return std::nullopt;
}

std::int64_t budget_seconds(Screen screen) {
  switch (screen) {
    case Screen::check_in:
      return 20;
    case Screen::prepare:
      return 180;
    case Screen::visit:
    case Screen::agree:
      return 120;
  }
  return 0;
}

std::optional<Effort> effort_from(std::string_view screen, std::string_view seconds,
                                  std::string_view taps) {
  const auto known = screen_from(screen);
  auto took = whole(seconds, effort_seconds_max);
  const auto tapped = whole(taps, effort_taps_max);
  if (!known || !took || !tapped) return std::nullopt;
  if (*took > 60) took = (*took + 5) / 10 * 10;
  return Effort{*known, *took, *tapped};
}

std::vector<EffortWeek> effort_by_week(const std::vector<EffortCount>& counts, Screen screen) {
  struct Week {
    Histogram seconds;
    Histogram taps;
    std::int64_t uses = 0;
  };
  std::map<Day, Week> weeks;
  for (const EffortCount& count : counts) {
    if (count.effort.screen != screen) continue;
    Week& week = weeks[count.week];
    week.seconds[count.effort.seconds] += count.times;
    week.taps[count.effort.taps] += count.times;
    week.uses += count.times;
  }
  std::vector<EffortWeek> shown;
  for (const auto& [day, week] : weeks)
    if (week.uses >= effort_uses_min)
      shown.push_back(
          {day, week.uses, median_of(week.seconds, week.uses), median_of(week.taps, week.uses)});
  return shown;
}

}  // namespace alongside
