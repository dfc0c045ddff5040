// SPDX-License-Identifier: Apache-2.0
// Shewhart's charts by one maker; np from p; sums phase by phase.
#include "improvement/measure_charts.h"

#include <algorithm>

#include "foundation/statistics/cumulative.h"

namespace alongside {
namespace {

using statistics::ChartKind;
using statistics::ChartPoint;
using statistics::missing;
using statistics::Observation;

ChartKind kind_of(MeasureChart chart) {
  switch (chart) {
    case MeasureChart::p:
    case MeasureChart::np:
      return ChartKind::p;
    case MeasureChart::pp:
      return ChartKind::pp;
    case MeasureChart::run:
      return ChartKind::run;
    case MeasureChart::i:
    case MeasureChart::ewma:
    case MeasureChart::cusum:
      return ChartKind::i;
    case MeasureChart::ip:
      return ChartKind::ip;
    case MeasureChart::mr:
      return ChartKind::mr;
    case MeasureChart::u:
      return ChartKind::u;
    case MeasureChart::up:
      return ChartKind::up;
    case MeasureChart::c:
      return ChartKind::c;
    case MeasureChart::cp:
      return ChartKind::cp;
  }
  return ChartKind::p;
}

/// Counts as they are, without a size to divide by.
std::vector<Observation> counts_of(std::span<const Observation> series) {
  std::vector<Observation> counts(series.begin(), series.end());
  for (Observation& at : counts) {
    if (!statistics::is_missing(at.size)) at.value = at.size > 0 ? at.value * at.size : missing;
    at.size = missing;
    at.rows = 1;
  }
  return counts;
}

/// A P chart's shares and lines, each times the size of its month.
void times_sizes(std::span<const Observation> series, statistics::ControlChart& chart) {
  for (std::size_t i = 0; i < chart.points.size(); ++i) {
    ChartPoint& point = chart.points[i];
    for (double* number : {&point.value, &point.centre, &point.lower, &point.upper, &point.lower95,
                           &point.upper95, &point.sigma})
      *number = series[i].size > 0 ? *number * series[i].size : missing;
  }
}

/// Values that count, of one phase; what was left out is missing.
std::vector<double> values_of(const statistics::ControlChart& chart,
                              const statistics::ChartPhase& phase) {
  std::vector<double> values;
  for (std::size_t i = phase.begins; i < phase.ends; ++i)
    values.push_back(chart.points[i].included ? chart.points[i].value : missing);
  return values;
}

/// The middle and sigma of the phase's I chart, whose baseline and screening hold.
struct Base {
  double centre, sigma;
};
Base base_of(const statistics::ControlChart& chart, const statistics::ChartPhase& phase) {
  const ChartPoint& first = chart.points[phase.begins];
  return {first.centre, (first.upper - first.centre) / 3};
}

Signal signal_at(std::size_t at, int side, Better better) {
  Signal found;
  found.first = found.last = at;
  found.side = side;
  found.meaning = meaning_of(side, better);
  return found;
}

void put_ewma(WorkedChart& worked, const statistics::ChartPhase& phase, Better better) {
  const Base base = base_of(worked.chart, phase);
  if (!(base.sigma > 0)) return;
  statistics::EwmaOptions options;
  options.centre = base.centre;
  options.sigma = base.sigma;
  statistics::Ewma found;
  statistics::ewma(values_of(worked.chart, phase), options, found);
  for (std::size_t i = phase.begins; i < phase.ends; ++i) {
    const std::size_t at = i - phase.begins;
    ChartPoint& point = worked.chart.points[i];
    if (!statistics::is_missing(point.value)) point.value = found.mean[at];
    point.lower = found.lower[at];
    point.upper = found.upper[at];
    point.outside = found.signal[at];
    if (point.outside && point.included)
      worked.signals.push_back(signal_at(i, found.mean[at] > base.centre ? 1 : -1, better));
  }
}

void put_cusum(WorkedChart& worked, const statistics::ChartPhase& phase, Better better) {
  const Base base = base_of(worked.chart, phase);
  if (!(base.sigma > 0)) return;
  statistics::CusumOptions options;
  options.centre = base.centre;
  options.sigma = base.sigma;
  statistics::Cusum found;
  statistics::cusum(values_of(worked.chart, phase), options, found);
  for (std::size_t i = phase.begins; i < phase.ends; ++i) {
    const std::size_t at = i - phase.begins;
    ChartPoint& point = worked.chart.points[i];
    if (!statistics::is_missing(point.value)) point.value = found.up[at];
    worked.second[i] = found.down[at];
    point.centre = 0;
    point.lower = -options.limit;
    point.upper = options.limit;
    point.outside = found.signal_up[at] || found.signal_down[at];
    if (point.outside && point.included)
      worked.signals.push_back(signal_at(i, found.signal_up[at] ? 1 : -1, better));
  }
}

std::vector<std::size_t> lengths_of(const statistics::ControlChart& chart) {
  std::vector<std::size_t> lengths;
  for (const statistics::ChartPhase& phase : chart.phases)
    lengths.push_back(phase.ends - phase.begins);
  return lengths;
}

/// Neighbouring points share what they are made of: their runs mean nothing.
void without_runs(statistics::ControlChart& chart) {
  for (statistics::ChartPhase& phase : chart.phases) phase.runs = {};
}

}  // namespace

ChartScale scale_of(MeasureChart chart) {
  switch (chart) {
    case MeasureChart::np:
    case MeasureChart::c:
    case MeasureChart::cp:
      return ChartScale::count;
    case MeasureChart::cusum:
      return ChartScale::sigmas;
    default:
      return ChartScale::out_of_100;
  }
}

bool shows_shares(MeasureChart chart) {
  return scale_of(chart) == ChartScale::out_of_100 && !judged_by_limits_alone(chart);
}

bool fits(MeasureChart chart, CountedAs counted) {
  switch (chart) {
    case MeasureChart::run:
    case MeasureChart::i:
    case MeasureChart::mr:
    case MeasureChart::ewma:
    case MeasureChart::cusum:
      return true;
    case MeasureChart::c:
    case MeasureChart::cp:
      return counted != CountedAs::value;
    case MeasureChart::u:
    case MeasureChart::up:
      return counted == CountedAs::share || counted == CountedAs::rate;
    default:
      return counted == CountedAs::share;
  }
}

bool judged_by_limits_alone(MeasureChart chart) {
  return chart == MeasureChart::mr || chart == MeasureChart::ewma || chart == MeasureChart::cusum;
}

WorkedChart work_out(std::span<const Observation> series, MeasureChart chart,
                     const ChartPlaces& places, const Rules& rules, Better better) {
  statistics::ChartOptions options;
  options.kind = kind_of(chart);
  options.phase_starts = places.phase_starts;
  options.baseline_last = places.baseline_last;
  options.excluded = places.excluded;
  options.runs = rules.runs;
  const bool counts = chart == MeasureChart::c || chart == MeasureChart::cp;
  std::vector<Observation> taken =
      counts ? counts_of(series) : std::vector<Observation>(series.begin(), series.end());
  if (chart == MeasureChart::i || chart == MeasureChart::mr || chart == MeasureChart::ewma ||
      chart == MeasureChart::cusum)
    for (Observation& at : taken) at.size = missing;
  WorkedChart worked;
  statistics::ChartMaker maker;
  worked.chart = maker.make(taken, options);
  worked.diagnosis = statistics::diagnose(taken, options, worked.chart);
  if (chart == MeasureChart::np) times_sizes(series, worked.chart);
  const bool sums = chart == MeasureChart::ewma || chart == MeasureChart::cusum;
  if (judged_by_limits_alone(chart)) without_runs(worked.chart);
  if (!sums) {
    worked.false_alarms = false_alarms_of(rules, true, lengths_of(worked.chart));
    worked.signals = signals_by(rules, worked.chart, better);
    // More difference between neighbours is neither better nor worse.
    if (chart == MeasureChart::mr)
      for (Signal& found : worked.signals) found.meaning = Meaning::different;
    return worked;
  }
  if (chart == MeasureChart::cusum) worked.second.assign(series.size(), missing);
  for (const statistics::ChartPhase& phase : std::vector(worked.chart.phases))
    chart == MeasureChart::ewma ? put_ewma(worked, phase, better)
                                : put_cusum(worked, phase, better);
  return worked;
}

}  // namespace alongside
