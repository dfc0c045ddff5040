// SPDX-License-Identifier: Apache-2.0
// Shewhart's charts: centre line and limits of a series, phase by phase. Formulas: Montgomery,
// Introduction to Statistical Quality Control, chapters 6 and 7; P' and U' Laney 2002; I' Taylor
// 2017 (variation.com); T Nelson 1994; G Benneyan 2001.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "foundation/statistics/moving_range.h"
#include "foundation/statistics/run_rules.h"
#include "foundation/statistics/series.h"

namespace alongside::statistics {

/// run: median, no limits. i: single values. mr: moving ranges of single values. ip (I'): single
/// values or means with a size each. ms: moving standard deviations beside I'. xbar, s: means and
/// standard deviations of groups. t: time between events. p, pp: shares, and with Laney's
/// correction. c, cp: counts; u, up: counts over an area of opportunity. g: cases between events.
enum class ChartKind { run, i, mr, ip, ms, xbar, s, t, p, pp, c, cp, u, up, g };

/// From the mean moving range to the limits. The standard rounds as healthcare tools do.
struct RangeRules {
  int screenings = 1;  ///< how often large ranges are left out and the mean taken again
  double screen_factor = screen_factor_standard;
  double three_sigma = 3 / 1.128;  ///< mean ranges in three sigma
  double two_sigma = 2 / 1.128;
};

enum class Clip { as_the_kind_asks, at_zero };

/// `probability`: limits that a stable series crosses as seldom as a normal one crosses three
/// sigma, 0.135 % on each side, for p, c, u, g and t; other kinds keep three sigma.
enum class Limits { three_sigma, probability };
inline constexpr double tail_share = 0.00135;
inline constexpr double tail_share95 = 0.025;

struct ChartOptions {
  ChartKind kind = ChartKind::i;
  /// Where each phase but the first begins: indices of observations, rising, from 1.
  std::span<const std::size_t> phase_starts;
  /// How many first observations of each phase make its baseline; 0: all of them.
  std::size_t baseline = 0;
  /// Last observation of a baseline, for the phase in which it lies; phases without one use all of
  /// theirs, or the first `baseline`.
  std::span<const std::size_t> baseline_last = {};
  /// Observations left out of centre, limits and runs; still drawn and compared with the limits.
  std::span<const std::size_t> excluded;
  std::optional<double> centre;  ///< given, on the scale of the observations
  std::optional<double> sigma;   ///< given, for i, ip and xbar: of one value
  RangeRules ranges;
  Limits limits = Limits::three_sigma;
  Clip clip = Clip::as_the_kind_asks;  ///< at_zero: no lower limit below 0 when no value is
  RunsMethod runs = RunsMethod::anhoej;
  /// The observations are places or kinds, not times: sigma z of P', U' and C' is then the standard
  /// deviation of z, since neighbours mean nothing.
  bool categories = false;
  double multiply = 1;  ///< values, centre and limits at the end
};

struct ChartPoint {
  double value = missing;
  double centre = missing;
  double lower = missing;  ///< three sigma
  double upper = missing;
  double lower95 = missing;  ///< two sigma
  double upper95 = missing;
  double sigma =
      missing;  ///< of this point, before any clipping; missing where limits are not even
  std::uint32_t phase = 0;
  bool baseline = true;
  bool included = true;
  bool outside = false;  ///< strictly beyond a limit
};

struct ChartPhase {
  std::size_t begins = 0;
  std::size_t ends = 0;  ///< one past its last point
  RunsVerdict runs;
  MeanRange ranges;  ///< of charts that use moving ranges
  double sigma_z =
      missing;  ///< shares, rates and counts: spread of the z values; 1 as chance has it
  std::size_t baseline_points = 0;
};

/// What a reader must know beside the numbers.
enum class ChartWarning {
  zero_variation,
  screening_skipped,
  zero_denominator,
  trial_limits,
  few_useful_points,
  autocorrelation,
  overdispersion,
  sparse_counts,
  limits_clipped,
  no_baseline,
  fractional_counts,
  season
};
inline constexpr std::size_t chart_warnings = 12;
std::string_view code_of(ChartWarning warning);

class Warnings {
 public:
  void add(ChartWarning warning) { there_[static_cast<std::size_t>(warning)] = true; }
  bool has(ChartWarning warning) const { return there_[static_cast<std::size_t>(warning)]; }
  void clear() { there_.fill(false); }

 private:
  std::array<bool, chart_warnings> there_{};
};

struct ControlChart {
  std::vector<ChartPoint> points;
  std::vector<ChartPhase> phases;
  Warnings warnings;
};

/// Works out one chart after another in the same memory: nothing is allocated once the longest
/// series has been seen. Not for several threads; each has its own.
class ChartMaker {
 public:
  /// Phases out of order, excluded points past the end, or a T chart over values that are not above
  /// zero break a promise: `fault_of` (chart_faults.h) finds them first.
  const ControlChart& make(std::span<const Observation> observations, const ChartOptions& options);

 private:
  struct Phase;
  void mark(std::span<const Observation> observations, const ChartOptions& options);
  void limits(const Phase& phase);
  void individuals(const Phase& phase);
  void time_between(const Phase& phase);
  void moving_ranges(const Phase& phase);
  void with_sizes(const Phase& phase);
  void moving_spreads(const Phase& phase);
  void groups(const Phase& phase);
  void spreads(const Phase& phase);
  void shares_and_rates(const Phase& phase);
  void cases_between(const Phase& phase);
  double spread_of_z(const Phase& phase, double centre, double variance, bool alone);
  double pooled_spread(const Phase& phase);
  MeanRange ranges_of_base(const Phase& phase);
  MeanRange sized_ranges(const Phase& phase, bool keep_at_points);
  void finish(const ChartOptions& options);

  ControlChart chart_;
  std::vector<double> scratch_;
  std::vector<double> transformed_;
};

}  // namespace alongside::statistics
