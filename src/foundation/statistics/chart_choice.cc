// SPDX-License-Identifier: Apache-2.0
// Looks at what the numbers are, then at how much they vary.
#include "foundation/statistics/chart_choice.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "foundation/statistics/diagnostics.h"

namespace alongside::statistics {
namespace {

bool whole(double value) { return is_missing(value) || value == std::floor(value); }

bool all_whole(std::span<const double> values) { return std::ranges::all_of(values, whole); }

bool none_below_zero(std::span<const double> values) {
  return std::ranges::none_of(values, [](double value) { return value < 0; });
}

bool varies_more(std::span<const Observation> observations, ChartKind kind) {
  ChartOptions options;
  options.kind = kind;
  ChartMaker maker;
  const auto& phases = maker.make(observations, options).phases;
  return !phases.empty() && phases[0].sigma_z > sigma_z_high;
}

Choice with_sizes(const Rows& rows, std::span<const Observation> observations, SizesAre sizes) {
  if (!all_whole(rows.y) || !none_below_zero(rows.y)) return {ChartKind::ip, ChoiceReason::sizes};
  bool share = sizes == SizesAre::not_said && all_whole(rows.size);
  for (std::size_t i = 0; i < rows.y.size(); ++i) share = share && !(rows.y[i] > rows.size[i]);
  if (share)
    return varies_more(observations, ChartKind::p)
               ? Choice{ChartKind::pp, ChoiceReason::shares_wider}
               : Choice{ChartKind::p, ChoiceReason::shares};
  return varies_more(observations, ChartKind::u) ? Choice{ChartKind::up, ChoiceReason::rates_wider}
                                                 : Choice{ChartKind::u, ChoiceReason::rates};
}

Choice without_sizes(const Rows& rows, std::span<const Observation> observations) {
  if (all_whole(rows.y) && none_below_zero(rows.y)) {
    double zeros = 0;
    CarefulSum sum;
    std::vector<double> values;
    for (const Observation& at : observations) {
      if (is_missing(at.value)) continue;
      values.push_back(at.value);
      zeros += at.value == 0 ? 1 : 0;
      sum.add(at.value);
    }
    const double count = static_cast<double>(values.size());
    if (zeros > zeros_share_max * count) return {ChartKind::c, ChoiceReason::rare_events};
    const double mean = sum.value() / count;
    const double spread = spread_of(values);
    const double ratio = spread * spread / mean;
    if (ratio > sigma_z_low && ratio < sigma_z_high) return {ChartKind::c, ChoiceReason::counts};
  }
  return {ChartKind::i, ChoiceReason::single_values};
}

}  // namespace

std::string_view code_of(ChoiceReason reason) {
  static constexpr std::array<std::string_view, 11> codes = {
      "groups", "few_points", "shares",      "shares_wider",  "rates", "rates_wider",
      "sizes",  "counts",     "rare_events", "single_values", "gaps"};
  return codes[static_cast<std::size_t>(reason)];
}

Choice choose_chart(const Rows& rows, std::span<const Observation> observations, SizesAre sizes) {
  if (observations.size() < points_for_limits) return {ChartKind::run, ChoiceReason::few_points};
  if (!rows.size.empty()) return with_sizes(rows, observations, sizes);
  const auto several =
      std::ranges::count_if(observations, [](const Observation& at) { return at.rows > 1; });
  if (static_cast<std::size_t>(several) * 2 > observations.size())
    return {ChartKind::xbar, ChoiceReason::groups};
  return without_sizes(rows, observations);
}

}  // namespace alongside::statistics
