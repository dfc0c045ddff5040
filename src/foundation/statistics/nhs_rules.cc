// SPDX-License-Identifier: Apache-2.0
// The first rule that fits names a point; all points of a pattern are marked.
#include "foundation/statistics/nhs_rules.h"

#include <cmath>

#include "foundation/statistics/run_rules.h"

namespace alongside::statistics {
namespace {

/// Within one phase.
class PhaseRules {
 public:
  PhaseRules(std::span<const ChartPoint> points, std::span<NhsPoint> found)
      : points_(points), found_(found) {}

  void apply() {
    for (std::size_t i = 0; i < points_.size(); ++i) note(i);
    mark_runs([this](std::size_t i) { return found_[i].side; }, NhsCause::shift);
    two_in_three();
    trends();
    for (std::size_t i = 0; i < points_.size(); ++i)
      if (points_[i].outside) say(i, NhsCause::outside, found_[i].side);
  }

 private:
  void note(std::size_t i) {
    const ChartPoint& point = points_[i];
    found_[i].side = side_of(point.value, point.centre);
    found_[i].near_limit = !point.outside && beyond_two_sigma(i);
    found_[i].trial = points_.size() < nhs_points_for_limits;
  }

  bool beyond_two_sigma(std::size_t i) const {
    const ChartPoint& point = points_[i];
    return side_of(point.value, point.upper95) > 0 || side_of(point.value, point.lower95) < 0;
  }

  void say(std::size_t i, NhsCause cause, int way) {
    found_[i].cause = cause;
    found_[i].way = way;
  }

  template <class Side>
  void mark_runs(Side side, NhsCause cause) {
    std::size_t begins = 0;
    for (std::size_t i = 1; i <= points_.size(); ++i) {
      if (i < points_.size() && side(i) == side(begins)) continue;
      if (side(begins) != 0 && i - begins >= nhs_run)
        for (std::size_t at = begins; at < i; ++at) say(at, cause, side(at));
      begins = i;
    }
  }

  void two_in_three() {
    for (std::size_t last = 2; last < points_.size(); ++last) {
      const int side = found_[last].side;
      int far = 0;
      bool together = side != 0;
      for (std::size_t i = last - 2; i <= last; ++i) {
        together = together && found_[i].side == side;
        far += beyond_two_sigma(i) ? 1 : 0;
      }
      if (!together || far < 2) continue;
      for (std::size_t i = last - 2; i <= last; ++i)
        if (beyond_two_sigma(i)) say(i, NhsCause::two_in_three, side);
    }
  }

  /// Seven points are six steps. Where a rise ends and a fall begins, the step to the right
  /// decides.
  void trends() {
    const auto step = [this](std::size_t i) {
      return side_of(points_[i].value, points_[i - 1].value);
    };
    for (std::size_t begins = 1; begins < points_.size();) {
      std::size_t ends = begins;
      while (ends < points_.size() && step(ends) == step(begins)) ++ends;
      if (step(begins) != 0 && ends - begins + 1 >= nhs_run)
        for (std::size_t i = begins - 1; i < ends; ++i) say(i, NhsCause::trend, step(begins));
      begins = ends;
    }
  }

  std::span<const ChartPoint> points_;
  std::span<NhsPoint> found_;
};

NhsType type_of(const NhsPoint& point, Improvement direction) {
  if (point.cause == NhsCause::common) return NhsType::common;
  if (direction == Improvement::neutral)
    return point.way > 0 ? NhsType::neutral_high : NhsType::neutral_low;
  const bool good = (point.way > 0) == (direction == Improvement::increase);
  return good ? NhsType::improvement : NhsType::concern;
}

}  // namespace

RangeRules nhs_ranges(int screenings) {
  RangeRules ranges;
  ranges.screenings = screenings;
  ranges.three_sigma = nhs_three_sigma;
  ranges.two_sigma = nhs_three_sigma * 2 / 3;
  return ranges;
}

void apply_nhs_rules(const ControlChart& chart, Improvement direction,
                     std::vector<NhsPoint>& points) {
  points.clear();
  points.resize(chart.points.size());
  for (const ChartPhase& phase : chart.phases) {
    const std::size_t size = phase.ends - phase.begins;
    PhaseRules(std::span(chart.points).subspan(phase.begins, size),
               std::span(points).subspan(phase.begins, size))
        .apply();
  }
  for (NhsPoint& point : points) point.type = type_of(point, direction);
}

Assurance assurance_of(const ControlChart& chart, Improvement direction,
                       std::optional<double> target) {
  if (!target || direction == Improvement::neutral || chart.points.empty()) return Assurance::none;
  const ChartPoint& last = chart.points.back();
  if (is_missing(last.upper)) return Assurance::none;
  const bool more = direction == Improvement::increase;
  if (*target > last.upper) return more ? Assurance::consistent_fail : Assurance::consistent_pass;
  if (*target < last.lower) return more ? Assurance::consistent_pass : Assurance::consistent_fail;
  return Assurance::inconsistent;
}

}  // namespace alongside::statistics
