// SPDX-License-Identifier: Apache-2.0
// Sums over predictions and what became of them.
#include "learning/calibration.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "foundation/inference/logistic.h"
#include "learning/judgements.h"

namespace alongside::learning {
namespace {

constexpr double z80 = 1.2815515655446004;
constexpr double vague = 10;  // Prior sd of intercept and slope: they stay finite.
constexpr double farthest_chance = 1e-6;

double log_odds(double chance) {
  const double inside = std::clamp(chance, farthest_chance, 1 - farthest_chance);
  return std::log(inside / (1 - inside));
}

bool went_well(const Prediction& one) { return *one.level >= 0; }

std::optional<double> slope_of_chances(const std::vector<const Prediction*>& known) {
  inference::YesNo rows;
  std::set<double> chances, ends;
  for (const Prediction* one : known) {
    rows.x.push_back({1, log_odds(one->attained)});
    rows.y.push_back(went_well(*one) ? 1 : 0);
    chances.insert(one->attained);
    ends.insert(rows.y.back());
  }
  if (chances.size() < 2 || ends.size() < 2) return std::nullopt;
  const auto mode = inference::logistic_mode(rows, {{0, 1}, {vague, vague}});
  return mode ? std::optional(mode->mode[1]) : std::nullopt;
}

void add_to_bin(Calibration& sum, const Prediction& one) {
  const auto place = static_cast<std::size_t>(one.attained * calibration_bins);
  CalibrationBin& bin = sum.bins[std::min(place, calibration_bins - 1)];
  bin.predictions += 1;
  bin.predicted += one.attained;
  bin.observed += went_well(one) ? 1 : 0;
}

}  // namespace

bool Calibration::out_of_bounds() const {
  if (static_cast<double>(outcomes) < judged::outcomes_to_judge) return false;
  const bool slope_right =
      !slope || (*slope >= judged::slope_least && *slope <= judged::slope_most);
  return !slope_right || cover < judged::cover_least || cover > judged::cover_most;
}

Calibration calibration_of(const std::vector<Prediction>& predictions) {
  std::vector<const Prediction*> known;
  for (const Prediction& one : predictions)
    if (one.level) known.push_back(&one);
  Calibration sum;
  sum.outcomes = known.size();
  if (known.empty()) return sum;
  const auto count = static_cast<double>(known.size());
  double well = 0;
  for (const Prediction* one : known) {
    sum.seen += one->seen ? 1 : 0;
    add_to_bin(sum, *one);
    const double miss = (went_well(*one) ? 1 : 0) - one->attained;
    sum.brier += miss * miss / count;
    well += went_well(*one) ? 1 : 0;
    if (std::abs(*one->level - one->mean) <= z80 * one->sd) sum.cover += 1 / count;
  }
  sum.brier_base = well / count * (1 - well / count);
  for (CalibrationBin& bin : sum.bins) {
    if (bin.predictions == 0) continue;
    bin.predicted /= static_cast<double>(bin.predictions);
    bin.observed /= static_cast<double>(bin.predictions);
  }
  sum.slope = slope_of_chances(known);
  return sum;
}

std::vector<CalibrationQuarter> calibration_by_quarter(const std::vector<Prediction>& predictions) {
  std::map<std::pair<int, int>, std::vector<Prediction>> quarters;
  for (const Prediction& one : predictions)
    if (one.level)
      quarters[{one.made.year(), (static_cast<int>(one.made.month()) + 2) / 3}].push_back(one);
  std::vector<CalibrationQuarter> all;
  for (const auto& [when, made] : quarters)
    all.push_back({when.first, when.second, calibration_of(made)});
  return all;
}

}  // namespace alongside::learning
