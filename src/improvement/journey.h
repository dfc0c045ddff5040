// SPDX-License-Identifier: Apache-2.0
// How one person's number or level went over time: what was said, and the middle of each week once
// there is enough of it. No cause is claimed and nothing is concluded.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "foundation/base/clock.h"

namespace alongside {

struct JourneyPoint {
  Day day;
  double value = 0;
};

/// The middle value of what was said in the seven days from `begins`.
struct JourneyWeek {
  Day begins;
  double median = 0;
  std::size_t answers = 0;
};

/// Fewer answers than this show no line: too early to say.
constexpr std::size_t journey_answers_min = 4;
constexpr std::size_t journey_weeks_min = 4;

struct Journey {
  std::vector<JourneyPoint> points;  ///< oldest first
  std::vector<JourneyWeek> weeks;  ///< empty until journey_answers_min answers in journey_weeks_min

  std::optional<JourneyPoint> first() const;
  std::optional<JourneyPoint> latest() const;
  bool too_early() const { return points.size() < journey_answers_min; }
};

/// Weeks begin on Monday; a week without an answer has none. `points` oldest first.
Journey journey_of(std::span<const JourneyPoint> points);

}  // namespace alongside
