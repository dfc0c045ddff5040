// SPDX-License-Identifier: Apache-2.0
// The model, a second opinion without one, and a rule for when neither says enough.
#include "learning/own_trial.h"

#include <cmath>

#include "foundation/inference/nonoverlap.h"
#include "learning/judgements.h"

namespace alongside::learning {
namespace {

struct Halves {
  std::vector<double> a, b;
};

inference::PhaseSeries with_values(const inference::PhaseSeries& series) {
  inference::PhaseSeries kept;
  for (std::size_t i = 0; i < series.y.size(); ++i) {
    if (std::isnan(series.y[i])) continue;
    kept.time.push_back(series.time[i]);
    kept.y.push_back(series.y[i]);
    kept.phase.push_back(series.phase[i]);
  }
  return kept;
}

Halves halves_of(const inference::PhaseSeries& series) {
  Halves halves;
  for (std::size_t i = 0; i < series.y.size(); ++i)
    (series.phase[i] == 1 ? halves.b : halves.a).push_back(series.y[i]);
  return halves;
}

double mean_of(const std::vector<double>& values) {
  double sum = 0;
  for (const double value : values) sum += value;
  return values.empty() ? 0 : sum / static_cast<double>(values.size());
}

double squares_of(const std::vector<double>& values) {
  const double mean = mean_of(values);
  double sum = 0;
  for (const double value : values) sum += (value - mean) * (value - mean);
  return sum;
}

/// Of days about the mean of their phase; days that never differ leave one unit.
double sd_within(const Halves& halves) {
  const auto days = static_cast<double>(halves.a.size() + halves.b.size());
  const double square = squares_of(halves.a) + squares_of(halves.b);
  return days > 2 && square > 0 ? std::sqrt(square / (days - 2)) : 1;
}

TrialVerdict verdict_of(const TrialReading& reading) {
  const bool few =
      reading.days_a < judged::trial_days_least || reading.days_b < judged::trial_days_least;
  if (few || reading.turns < judged::trial_turns_least) return TrialVerdict::too_early;
  if (reading.chance_better >= judged::likely) return TrialVerdict::better;
  if (reading.chance_better <= 1 - judged::likely) return TrialVerdict::worse;
  const bool wide = reading.high80 - reading.low80 > judged::trial_width_most * reading.sd;
  return wide ? TrialVerdict::too_early : TrialVerdict::either_way;
}

}  // namespace

TrialReading read_trial(const OwnTrial& trial) {
  const inference::PhaseSeries days = with_values(trial.series);
  const Halves halves = halves_of(days);
  TrialReading reading;
  reading.days_a = halves.a.size();
  reading.days_b = halves.b.size();
  reading.sd = sd_within(halves);
  reading.expected = trial.expected.value_or(
      Belief{0, std::hypot(judged::action_sd, judged::between_person_sd) * reading.sd});
  reading.worthwhile = trial.worthwhile.value_or(judged::own_worthwhile_sds * reading.sd);
  const inference::PhasePrior prior{mean_of(days.y), 10 * reading.sd, reading.expected.mean,
                                    reading.expected.sd, 2 * reading.sd};
  const auto posterior = inference::phase_posterior(days, prior);
  reading.mean = posterior.effect.mean();
  reading.low80 = posterior.effect.quantile(0.1);
  reading.high80 = posterior.effect.quantile(0.9);
  reading.chance_better = 1 - posterior.effect.below(0);
  reading.chance_worthwhile = 1 - posterior.effect.below(reading.worthwhile);
  reading.likeness = posterior.phi_mean;
  const double left = posterior.effect.sd() / reading.expected.sd;
  reading.information = 1 - left * left;
  for (std::size_t i = 1; i < days.phase.size(); ++i)
    reading.turns += days.phase[i] != days.phase[i - 1] ? 1 : 0;
  if (!halves.a.empty() && !halves.b.empty())
    reading.nap = inference::nonoverlap(halves.a, halves.b, inference::Direction::increase).nap;
  if (trial.design) {
    std::vector<bool> in_b;
    for (const double phase : trial.series.phase) in_b.push_back(phase == 1);
    reading.test = inference::randomisation_test(trial.series.y, in_b, *trial.design);
  }
  reading.verdict = verdict_of(reading);
  return reading;
}

}  // namespace alongside::learning
