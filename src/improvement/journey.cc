// SPDX-License-Identifier: Apache-2.0
// Weekly middles of one person's answers.
#include "improvement/journey.h"

#include <algorithm>

namespace alongside {
namespace {

Day monday_of(Day day) { return day.plus(1 - static_cast<std::int64_t>(day.weekday())); }

double median_of(std::vector<double> values) {
  std::ranges::sort(values);
  const std::size_t middle = values.size() / 2;
  return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

}  // namespace

std::optional<JourneyPoint> Journey::first() const {
  return points.empty() ? std::nullopt : std::optional(points.front());
}

std::optional<JourneyPoint> Journey::latest() const {
  return points.empty() ? std::nullopt : std::optional(points.back());
}

Journey journey_of(std::span<const JourneyPoint> points) {
  Journey journey;
  journey.points.assign(points.begin(), points.end());
  std::vector<JourneyWeek> weeks;
  for (std::size_t i = 0; i < points.size();) {
    const Day begins = monday_of(points[i].day);
    std::vector<double> values;
    for (; i < points.size() && monday_of(points[i].day) == begins; ++i)
      values.push_back(points[i].value);
    weeks.push_back({begins, median_of(values), values.size()});
  }
  if (!journey.too_early() && weeks.size() >= journey_weeks_min) journey.weeks = std::move(weeks);
  return journey;
}

}  // namespace alongside
