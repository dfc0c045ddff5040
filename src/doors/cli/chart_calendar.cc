// SPDX-License-Identifier: Apache-2.0
// Months first; else days, unless they are weeks apart.
#include "doors/cli/chart_calendar.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "foundation/base/clock.h"

namespace alongside::cli {
namespace {

constexpr std::size_t gaps_max = 3;  ///< slots for each point, beyond which a season says little

std::int64_t month_number(double day) {
  return Month::of(Day{static_cast<std::int64_t>(std::floor(day))}).number;
}

/// January 1970 and Monday are 0.
std::size_t place_of(std::int64_t number, std::int64_t period) {
  return static_cast<std::size_t>((number % period + period) % period);
}

bool rising(const std::vector<std::int64_t>& numbers) {
  return std::ranges::adjacent_find(numbers, std::greater_equal<>()) == numbers.end();
}

Calendar counted(const std::vector<std::int64_t>& numbers, std::size_t period, std::size_t first) {
  Calendar calendar;
  const auto slots = static_cast<std::size_t>(numbers.back() - numbers.front()) + 1;
  if (slots > gaps_max * numbers.size()) return calendar;
  calendar.period = period;
  calendar.first = first;
  for (const std::int64_t number : numbers)
    calendar.slot.push_back(static_cast<std::size_t>(number - numbers.front()));
  return calendar;
}

}  // namespace

Calendar calendar_of(std::span<const double> days) {
  if (days.size() < 2) return {};
  std::vector<std::int64_t> months, whole;
  std::int64_t step = 0;
  for (const double day : days) {
    months.push_back(month_number(day));
    whole.push_back(static_cast<std::int64_t>(std::floor(day)));
    step = std::gcd(step, whole.back() - whole.front());
  }
  if (rising(months)) return counted(months, 12, place_of(months.front(), 12));
  if (!rising(whole) || step % 7 == 0) return {};
  return counted(whole, 7, place_of(whole.front() + 3, 7));
}

statistics::Season season_of(const Calendar& calendar, std::span<const double> values) {
  statistics::Season season;
  if (calendar.period == 0) return season;
  std::vector<double> even(calendar.slot.back() + 1, statistics::missing);
  for (std::size_t i = 0; i < values.size(); ++i) even[calendar.slot[i]] = values[i];
  statistics::find_season(even, calendar.first, calendar.period, season);
  if (!season.available) return season;
  std::vector<double> adjusted;
  for (const std::size_t slot : calendar.slot) adjusted.push_back(season.adjusted[slot]);
  season.adjusted = std::move(adjusted);
  return season;
}

std::string place_words(const Calendar& calendar, std::size_t place) {
  static constexpr std::array<const char*, 12> months = {
      "January", "February", "March",     "April",   "May",      "June",
      "July",    "August",   "September", "October", "November", "December"};
  static constexpr std::array<const char*, 7> days = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                      "Friday", "Saturday", "Sunday"};
  return calendar.period == 12 ? months[place % 12] : days[place % 7];
}

}  // namespace alongside::cli
