// SPDX-License-Identifier: Apache-2.0
// Limits from a first period are extended; each long run in the extended stretch is tried as the
// beginning of a new period.
#include "foundation/statistics/stable_shift.h"

#include <algorithm>
#include <cmath>

#include "foundation/statistics/run_rules.h"

namespace alongside::statistics {

const StableShifts& StableShiftFinder::find(std::span<const Observation> observations,
                                            ChartKind kind, const StableShiftOptions& options) {
  observations_ = observations;
  kind_ = kind;
  options_ = options;
  const std::size_t n = observations.size();
  found_ = {};
  found_.centre.assign(n, missing);
  found_.lower = found_.upper = found_.centre;
  found_.stretch.assign(n, StretchKind::display);
  found_.excluded.assign(n, false);
  found_.outside.assign(n, false);
  found_.in_long_run.assign(n, false);
  const std::size_t first = options.baseline > 0 ? options.baseline : options.period;
  const auto there = std::ranges::count_if(
      observations, [](const Observation& at) { return !is_missing(at.value); });
  if (static_cast<std::size_t>(there) < first) return found_;
  found_.available = true;
  keep(0, first);
  std::size_t from = first;
  std::size_t calculated_to = first;
  while (!options.baseline_only && next_shift(from, calculated_to)) {
  }
  mark_long_runs();
  return found_;
}

/// Looks for the next run in the extended stretch that makes a period; false when there is none.
bool StableShiftFinder::next_shift(std::size_t& from, std::size_t& calculated_to) {
  const std::size_t n = observations_.size();
  while (from < n) {
    const double centre = found_.centre[calculated_to - 1];
    const int way = side(from, centre);
    const std::size_t ends = run_ends(from, centre);
    if (way != 0 && ends - from >= options_.run && from + options_.period <= n) {
      left_out_.clear();
      const Limits candidate = calculate(from, from + options_.period);
      if (options_.every_shift || accepted(from, from + options_.period, candidate.centre, way)) {
        found_.breaks.push_back(from);
        keep(from, from + options_.period);
        calculated_to = from = from + options_.period;
        return true;
      }
      ++from;  // The same run, one point on.
      continue;
    }
    from = ends;
  }
  return false;
}

int StableShiftFinder::side(std::size_t i, double centre) const {
  const double value = observations_[i].value;
  if (std::abs(value - centre) <= options_.centre_tolerance) return 0;
  return side_of(value, centre);
}

std::size_t StableShiftFinder::run_ends(std::size_t from, double centre) const {
  const int way = side(from, centre);
  std::size_t ends = from + 1;
  while (ends < observations_.size() && side(ends, centre) == way) ++ends;
  return ends;
}

/// Refused when the series turns back: a long run to the other side begins inside the period, or
/// the last one there has not ended yet and could become one.
bool StableShiftFinder::accepted(std::size_t from, std::size_t to, double centre, int way) const {
  bool first_run = true;
  for (std::size_t begins = from; begins < to;) {
    const std::size_t ends = run_ends(begins, centre);
    const bool opposite = side(begins, centre) == -way;
    const bool open = ends == observations_.size();
    if (opposite && !first_run && ends - begins >= options_.run) return false;
    if (opposite && options_.no_regrets && open && !first_run) return false;
    first_run = false;
    begins = ends;
  }
  return true;
}

/// Limits of the points from..to, without those furthest outside, one after another.
StableShiftFinder::Limits StableShiftFinder::calculate(std::size_t from, std::size_t to) {
  ChartOptions options;
  options.kind = kind_;
  options.ranges.screenings = options_.screenings;
  for (;;) {
    options.excluded = left_out_;
    const auto& chart = maker_.make(observations_.subspan(from, to - from), options);
    window_ = chart.points;
    std::size_t furthest = chart.points.size();
    double distance = 0;
    for (std::size_t i = 0; i < chart.points.size(); ++i) {
      const ChartPoint& point = chart.points[i];
      if (!point.outside || !point.included) continue;
      const double away = std::max(point.value - point.upper, point.lower - point.value);
      if (away > distance) {
        distance = away;
        furthest = i;
      }
    }
    if (furthest == chart.points.size() || left_out_.size() >= options_.exclusions_max) break;
    left_out_.push_back(furthest);
  }
  const ChartPoint& last = window_.back();
  const double root = shares() ? std::sqrt(observations_[to - 1].size) : 1;
  return {last.centre, (last.upper - last.centre) * root};
}

void StableShiftFinder::keep(std::size_t from, std::size_t to) {
  left_out_.clear();
  const Limits limits = calculate(from, to);
  extend(from, limits);
  for (std::size_t i = from; i < to; ++i) {
    const ChartPoint& point = window_[i - from];
    found_.stretch[i] = StretchKind::calculation;
    found_.centre[i] = point.centre;
    found_.lower[i] = point.lower;
    found_.upper[i] = point.upper;
    found_.outside[i] = point.outside;
  }
  for (const std::size_t i : left_out_) found_.excluded[from + i] = true;
}

void StableShiftFinder::extend(std::size_t from, const Limits& limits) {
  for (std::size_t i = from; i < observations_.size(); ++i) {
    const double root = shares() ? std::sqrt(observations_[i].size) : 1;
    const double value = observations_[i].value;
    found_.stretch[i] = StretchKind::display;
    found_.excluded[i] = false;
    found_.centre[i] = limits.centre;
    found_.lower[i] = limits.centre - limits.width / root;
    found_.upper[i] = limits.centre + limits.width / root;
    if (kind_ != ChartKind::i) found_.lower[i] = std::max(0.0, found_.lower[i]);
    if (shares()) found_.upper[i] = std::min(1.0, found_.upper[i]);
    found_.outside[i] = side_of(value, found_.upper[i]) > 0 || side_of(value, found_.lower[i]) < 0;
  }
}

/// Within each period, with the limits that hold there.
void StableShiftFinder::mark_long_runs() {
  const std::size_t n = observations_.size();
  std::size_t begins = 0;
  for (std::size_t i = 1; i <= n; ++i) {
    const bool same = i < n && side(i, found_.centre[i]) == side(begins, found_.centre[begins]) &&
                      std::ranges::find(found_.breaks, i) == found_.breaks.end();
    if (same) continue;
    if (side(begins, found_.centre[begins]) != 0 && i - begins >= options_.run)
      for (std::size_t at = begins; at < i; ++at) found_.in_long_run[at] = true;
    begins = i;
  }
}

}  // namespace alongside::statistics
