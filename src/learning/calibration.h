// SPDX-License-Identifier: Apache-2.0
// Whether predictions come true: what was predicted against what people then said, by quarter.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "foundation/base/clock.h"

namespace alongside::learning {

/// A prediction that was made and kept before its outcome was known.
struct Prediction {
  std::int64_t version = 0;  ///< of the release that made it
  Day made;
  double attained = 0;       ///< chance, 0 to 1
  double mean = 0, sd = 1;   ///< of the level, with the spread of people
  bool seen = false;         ///< whether the person had looked at it before they chose
  std::optional<int> level;  ///< what they then said, -2 to 2; nothing: not known yet
};

struct CalibrationBin {
  std::size_t predictions = 0;
  double predicted = 0;  ///< mean chance
  double observed = 0;   ///< share that attained
};
constexpr std::size_t calibration_bins = 5;  ///< of a fifth each

struct Calibration {
  std::size_t outcomes = 0, seen = 0;
  std::array<CalibrationBin, calibration_bins> bins;
  double brier = 0;       ///< mean squared error of chances (Brier 1950)
  double brier_base = 0;  ///< of the share that attained, said of everybody
  /// Of attained on the log odds of the chance: 1 is right, below it chances are too extreme (Cox
  /// 1958). Nothing where all went the same way, or every chance was the same.
  std::optional<double> slope;
  double cover = 0;  ///< share of levels within their 80 % interval

  /// From outcomes_to_judge outcomes on: slope or cover outside what judgements.h allows.
  bool out_of_bounds() const;
};
/// Those whose outcome is known.
Calibration calibration_of(const std::vector<Prediction>& predictions);

/// By the quarter in which they were made, oldest first; quarters without an outcome are left out.
struct CalibrationQuarter {
  int year = 0, quarter = 1;
  Calibration calibration;
};
std::vector<CalibrationQuarter> calibration_by_quarter(const std::vector<Prediction>& predictions);

}  // namespace alongside::learning
