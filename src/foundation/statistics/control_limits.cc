// SPDX-License-Identifier: Apache-2.0
// One small function a kind of chart. Each reads the baseline of its phase and writes centre and
// limits to all points of the phase.
#include "foundation/statistics/control_limits.h"

#include <algorithm>
#include <cmath>

#include "foundation/base/expect.h"
#include "foundation/statistics/constants.h"
#include "foundation/statistics/probability_limits.h"

namespace alongside::statistics {

struct ChartMaker::Phase {
  std::span<const Observation> in;
  std::span<ChartPoint> out;
  const ChartOptions& options;
  ChartPhase& about;

  std::size_t size() const { return in.size(); }
  bool base(std::size_t i) const { return out[i].baseline && out[i].included; }
};

namespace {

constexpr double sixth = 3.6;                  ///< T: Nelson's power, y^(1/3.6) is close to normal
constexpr double range_limit95 = 2.178;        ///< mr: 1 + 2 (3.267 - 1) / 3, rounded as peers do
constexpr double range_limit = 3.267;          ///< mr: D4(2)
constexpr double spread_limit = 3.2665;        ///< ms and I': D4(2) with one digit more
constexpr double median_of_geometric = 0.693;  ///< g: ln 2, rounded
constexpr double chunk = 1e-14;                ///< relative slack of a comparison with a limit

bool beyond(double value, double limit, int side) {
  return side * (value - limit) > chunk * std::max(std::abs(value), std::abs(limit));
}

void put(ChartPoint& point, double centre, double sigma) {
  point.sigma = sigma;
  point.lower = centre - 3 * sigma;
  point.upper = centre + 3 * sigma;
  point.lower95 = centre - 2 * sigma;
  point.upper95 = centre + 2 * sigma;
}

void clip(ChartPoint& point, double lowest, double highest) {
  point.lower = std::max(point.lower, lowest);
  point.lower95 = std::max(point.lower95, lowest);
  point.upper = std::min(point.upper, highest);
  point.upper95 = std::min(point.upper95, highest);
}

/// Mean over the baseline, in two passes; missing without values.
template <class Base, class Value>
double mean_over(std::size_t n, Base base, Value value) {
  double sum = 0;
  double count = 0;
  for (std::size_t i = 0; i < n; ++i) {
    if (!base(i) || is_missing(value(i))) continue;
    sum += value(i);
    ++count;
  }
  if (count == 0) return missing;
  const double first = sum / count;
  double rest = 0;
  for (std::size_t i = 0; i < n; ++i)
    if (base(i) && !is_missing(value(i))) rest += value(i) - first;
  return first + rest / count;
}

}  // namespace

std::string_view code_of(ChartWarning warning) {
  static constexpr std::array<std::string_view, chart_warnings> codes = {
      "zero_variation",    "screening_skipped", "zero_denominator",  "trial_limits",
      "few_useful_points", "autocorrelation",   "overdispersion",    "sparse_counts",
      "limits_clipped",    "no_baseline",       "fractional_counts", "season"};
  return codes[static_cast<std::size_t>(warning)];
}

const ControlChart& ChartMaker::make(std::span<const Observation> observations,
                                     const ChartOptions& options) {
  mark(observations, options);
  for (ChartPhase& about : chart_.phases) {
    const std::size_t size = about.ends - about.begins;
    const Phase phase{observations.subspan(about.begins, size),
                      std::span<ChartPoint>(chart_.points).subspan(about.begins, size), options,
                      about};
    for (std::size_t i = 0; i < size; ++i)
      if (phase.base(i) && !is_missing(phase.in[i].value)) ++about.baseline_points;
    limits(phase);
  }
  if (options.limits == Limits::probability) put_probability_limits(observations, options, chart_);
  finish(options);
  return chart_;
}

void ChartMaker::mark(std::span<const Observation> observations, const ChartOptions& options) {
  chart_.points.clear();
  chart_.phases.clear();
  chart_.warnings.clear();
  chart_.points.resize(observations.size());
  std::size_t begins = 0;
  const auto close = [&](std::size_t ends) {
    expect(ends > begins && ends <= observations.size(), "a phase has points");
    ChartPhase& phase = chart_.phases.emplace_back();
    phase.begins = begins;
    phase.ends = ends;
    const auto number = static_cast<std::uint32_t>(chart_.phases.size() - 1);
    std::size_t base_ends = options.baseline == 0 ? ends : begins + options.baseline;
    for (const std::size_t last : options.baseline_last)
      if (last >= begins && last < ends) base_ends = last + 1;
    for (std::size_t i = begins; i < ends; ++i) {
      chart_.points[i].value = observations[i].value;
      chart_.points[i].phase = number;
      chart_.points[i].baseline = i < base_ends;
    }
    begins = ends;
  };
  for (const std::size_t start : options.phase_starts) close(start);
  if (!observations.empty()) close(observations.size());
  for (const std::size_t index : options.excluded) chart_.points[index].included = false;
}

void ChartMaker::limits(const Phase& phase) {
  switch (phase.options.kind) {
    case ChartKind::run: {
      scratch_.clear();
      for (std::size_t i = 0; i < phase.size(); ++i)
        if (phase.base(i) && !is_missing(phase.in[i].value)) scratch_.push_back(phase.in[i].value);
      const double median = scratch_.empty() ? missing : median_of(scratch_);
      for (ChartPoint& point : phase.out) point.centre = phase.options.centre.value_or(median);
      return;
    }
    case ChartKind::i:
      return individuals(phase);
    case ChartKind::t:
      return time_between(phase);
    case ChartKind::mr:
      return moving_ranges(phase);
    case ChartKind::ip:
      return with_sizes(phase);
    case ChartKind::ms:
      return moving_spreads(phase);
    case ChartKind::xbar:
      return groups(phase);
    case ChartKind::s:
      return spreads(phase);
    case ChartKind::p:
    case ChartKind::pp:
    case ChartKind::c:
    case ChartKind::cp:
    case ChartKind::u:
    case ChartKind::up:
      return shares_and_rates(phase);
    case ChartKind::g:
      return cases_between(phase);
  }
}

/// Ranges between values that follow each other in the baseline. What was left out is bridged, what
/// is missing is not.
MeanRange ChartMaker::ranges_of_base(const Phase& phase) {
  scratch_.clear();
  double before = missing;
  for (std::size_t i = 0; i < phase.size(); ++i) {
    if (!phase.base(i)) continue;
    const double value = phase.out[i].value;
    if (!is_missing(value) && !is_missing(before)) scratch_.push_back(std::abs(value - before));
    before = value;
  }
  const RangeRules& rules = phase.options.ranges;
  const MeanRange found = mean_range(scratch_, rules.screenings, rules.screen_factor);
  phase.about.ranges = found;
  if (found.skipped) chart_.warnings.add(ChartWarning::screening_skipped);
  return found;
}

void ChartMaker::individuals(const Phase& phase) {
  const auto base = [&](std::size_t i) { return phase.base(i); };
  const double mean =
      mean_over(phase.size(), base, [&](std::size_t i) { return phase.out[i].value; });
  const double centre = phase.options.centre.value_or(mean);
  const MeanRange range = ranges_of_base(phase);
  const RangeRules& rules = phase.options.ranges;
  double three = range.value * rules.three_sigma;
  double two = range.value * rules.two_sigma;
  if (phase.options.sigma) {
    three = 3 * *phase.options.sigma;
    two = 2 * *phase.options.sigma;
  }
  for (ChartPoint& point : phase.out) {
    point.centre = centre;
    point.sigma = three / 3;
    point.lower = centre - three;
    point.upper = centre + three;
    point.lower95 = centre - two;
    point.upper95 = centre + two;
  }
}

/// An I chart of y^(1/3.6), its lines raised back.
void ChartMaker::time_between(const Phase& phase) {
  for (ChartPoint& point : phase.out)
    if (!is_missing(point.value)) {
      expect(point.value > 0, "time between events is above zero");
      point.value = std::pow(point.value, 1 / sixth);
    }
  const auto base = [&](std::size_t i) { return phase.base(i); };
  const double mean =
      mean_over(phase.size(), base, [&](std::size_t i) { return phase.out[i].value; });
  const double centre = phase.options.centre ? std::pow(*phase.options.centre, 1 / sixth) : mean;
  const MeanRange range = ranges_of_base(phase);
  const auto raised = [](double line) { return std::pow(std::max(0.0, line), sixth); };
  for (std::size_t i = 0; i < phase.size(); ++i) {
    ChartPoint& point = phase.out[i];
    put(point, centre, range.value * phase.options.ranges.three_sigma / 3);
    point.value = phase.in[i].value;
    point.centre = std::pow(centre, sixth);
    if (is_missing(point.sigma)) continue;
    point.lower = raised(point.lower);
    point.upper = raised(point.upper);
    point.lower95 = point.lower95 < 0 ? missing : std::pow(point.lower95, sixth);
    point.upper95 = raised(point.upper95);
    point.sigma = missing;
  }
}

void ChartMaker::moving_ranges(const Phase& phase) {
  for (std::size_t i = 0; i < phase.size(); ++i)
    phase.out[i].value = i == 0 ? missing : std::abs(phase.in[i].value - phase.in[i - 1].value);
  const auto base = [&](std::size_t i) { return phase.base(i); };
  const double mean =
      mean_over(phase.size(), base, [&](std::size_t i) { return phase.out[i].value; });
  const double centre = phase.options.centre.value_or(mean);
  for (ChartPoint& point : phase.out) {
    point.centre = centre;
    if (is_missing(centre)) continue;
    point.lower = point.lower95 = 0;
    point.upper = range_limit * centre;
    point.upper95 = range_limit95 * centre;
  }
}

/// sqrt(pi / 2) |difference| / sqrt(1/n + 1/n before): each an estimate of sigma of one case.
MeanRange ChartMaker::sized_ranges(const Phase& phase, bool keep_at_points) {
  scratch_.clear();
  transformed_.assign(phase.size(), missing);
  double value_before = missing;
  double size_before = missing;
  for (std::size_t i = 0; i < phase.size(); ++i) {
    if (!phase.base(i) && !keep_at_points) continue;
    const double value = phase.in[i].value;
    const double size = is_missing(phase.in[i].size) ? phase.in[i].rows : phase.in[i].size;
    if (!is_missing(value) && !is_missing(value_before)) {
      transformed_[i] = std::sqrt(M_PI_2) * std::abs(value - value_before) /
                        std::sqrt(1 / size + 1 / size_before);
      if (phase.base(i)) scratch_.push_back(transformed_[i]);
    }
    value_before = value;
    size_before = size;
  }
  const RangeRules& rules = phase.options.ranges;
  const MeanRange found = mean_range(scratch_, rules.screenings, spread_limit);
  phase.about.ranges = found;
  if (found.skipped) chart_.warnings.add(ChartWarning::screening_skipped);
  return found;
}

void ChartMaker::with_sizes(const Phase& phase) {
  CarefulSum weighted;
  CarefulSum weights;
  const auto size_of = [&](std::size_t i) {
    return is_missing(phase.in[i].size) ? phase.in[i].rows : phase.in[i].size;
  };
  for (std::size_t i = 0; i < phase.size(); ++i) {
    if (!phase.base(i) || is_missing(phase.in[i].value)) continue;
    weighted.add(phase.in[i].value * size_of(i));
    weights.add(size_of(i));
  }
  const double mean = weights.value() > 0 ? weighted.value() / weights.value() : missing;
  const double centre = phase.options.centre.value_or(mean);
  const MeanRange range = sized_ranges(phase, false);
  const double sigma = phase.options.sigma.value_or(range.value);
  for (std::size_t i = 0; i < phase.size(); ++i) {
    ChartPoint& point = phase.out[i];
    point.centre = centre;
    if (!is_missing(point.value)) put(point, centre, sigma / std::sqrt(size_of(i)));
  }
}

void ChartMaker::moving_spreads(const Phase& phase) {
  const MeanRange range = sized_ranges(phase, true);
  const double centre = phase.options.centre.value_or(range.value);
  for (std::size_t i = 0; i < phase.size(); ++i) {
    ChartPoint& point = phase.out[i];
    point.value = transformed_[i];
    point.centre = centre;
    if (!is_missing(point.value)) point.upper = spread_limit * centre;
  }
}

/// The mean of s where all groups of the phase are of one size, else pooled by degrees of freedom.
double ChartMaker::pooled_spread(const Phase& phase) {
  double size = missing;
  bool one_size = true;
  for (const Observation& group : phase.in) {
    if (group.rows == 0) continue;
    one_size = one_size && (is_missing(size) || group.rows == size);
    size = group.rows;
  }
  CarefulSum spreads;
  CarefulSum squares;
  CarefulSum freedom;
  double groups = 0;
  for (std::size_t i = 0; i < phase.size(); ++i) {
    const Observation& group = phase.in[i];
    if (!phase.base(i) || is_missing(group.spread)) continue;
    spreads.add(group.spread);
    squares.add((group.rows - 1) * group.spread * group.spread);
    freedom.add(group.rows - 1);
    ++groups;
  }
  if (groups == 0) return missing;
  return one_size ? spreads.value() / groups : std::sqrt(squares.value() / freedom.value());
}

void ChartMaker::groups(const Phase& phase) {
  CarefulSum weighted;
  CarefulSum weights;
  for (std::size_t i = 0; i < phase.size(); ++i) {
    if (!phase.base(i) || is_missing(phase.in[i].value)) continue;
    weighted.add(phase.in[i].value * phase.in[i].rows);
    weights.add(phase.in[i].rows);
  }
  const double mean = weights.value() > 0 ? weighted.value() / weights.value() : missing;
  const double centre = phase.options.centre.value_or(mean);
  const double spread = phase.options.sigma ? missing : pooled_spread(phase);
  for (std::size_t i = 0; i < phase.size(); ++i) {
    ChartPoint& point = phase.out[i];
    point.centre = centre;
    const double rows = phase.in[i].rows;
    if (phase.options.sigma && rows > 0) put(point, centre, *phase.options.sigma / std::sqrt(rows));
    if (!is_missing(spread) && rows > 1) put(point, centre, a3(rows) * spread / 3);
  }
}

void ChartMaker::spreads(const Phase& phase) {
  const double pooled = pooled_spread(phase);
  const double centre = phase.options.centre.value_or(pooled);
  for (std::size_t i = 0; i < phase.size(); ++i) {
    ChartPoint& point = phase.out[i];
    point.value = phase.in[i].spread;
    point.centre = centre;
    const double rows = phase.in[i].rows;
    if (rows < 2 || is_missing(centre)) continue;
    point.lower = b_lower(rows, 3) * centre;
    point.upper = b_upper(rows, 3) * centre;
    point.lower95 = b_lower(rows, 2) * centre;
    point.upper95 = b_upper(rows, 2) * centre;
  }
}

/// Laney's sigma z: the spread of (value - centre) / sigma from its moving ranges.
double ChartMaker::spread_of_z(const Phase& phase, double centre, double variance, bool alone) {
  for (std::size_t i = 0; i < phase.size(); ++i) {
    const double value = phase.in[i].value;
    const double size = alone ? 1 : phase.in[i].size;
    const double sigma = std::sqrt(variance / size);
    phase.out[i].value = is_missing(value) ? missing : sigma > 0 ? (value - centre) / sigma : 0;
  }
  double spread = missing;
  if (phase.options.categories) {
    scratch_.clear();
    for (std::size_t i = 0; i < phase.size(); ++i)
      if (phase.base(i) && !is_missing(phase.out[i].value)) scratch_.push_back(phase.out[i].value);
    spread = spread_of(scratch_);
  } else {
    spread = ranges_of_base(phase).value * phase.options.ranges.three_sigma / 3;
  }
  for (std::size_t i = 0; i < phase.size(); ++i) phase.out[i].value = phase.in[i].value;
  return spread;
}

void ChartMaker::shares_and_rates(const Phase& phase) {
  const ChartKind kind = phase.options.kind;
  const bool share = kind == ChartKind::p || kind == ChartKind::pp;
  const bool alone = kind == ChartKind::c || kind == ChartKind::cp;
  const auto size_of = [&](std::size_t i) { return alone ? 1.0 : phase.in[i].size; };
  CarefulSum counts;
  CarefulSum sizes;
  for (std::size_t i = 0; i < phase.size(); ++i) {
    if (!phase.base(i) || is_missing(phase.in[i].value)) continue;
    counts.add(phase.in[i].value * size_of(i));
    sizes.add(size_of(i));
  }
  const double mean = sizes.value() > 0 ? counts.value() / sizes.value() : missing;
  const double centre = phase.options.centre.value_or(mean);
  const double variance = share ? centre * (1 - centre) : centre;
  const auto sigma_of = [&](std::size_t i) { return std::sqrt(variance / size_of(i)); };
  const bool corrected = kind == ChartKind::pp || kind == ChartKind::up || kind == ChartKind::cp;
  phase.about.sigma_z = spread_of_z(phase, centre, variance, alone);
  const double sigma_z = corrected ? phase.about.sigma_z : 1;
  for (std::size_t i = 0; i < phase.size(); ++i) {
    ChartPoint& point = phase.out[i];
    point.centre = centre;
    const double size = size_of(i);
    if (is_missing(size) || size <= 0 || is_missing(sigma_z) || is_missing(centre)) continue;
    put(point, centre, sigma_of(i) * sigma_z);
    clip(point, 0, share ? 1 : std::numeric_limits<double>::infinity());
  }
}

/// Limits around the mean, the line at the median: counts between events are far from even.
void ChartMaker::cases_between(const Phase& phase) {
  scratch_.clear();
  CarefulSum sum;
  for (std::size_t i = 0; i < phase.size(); ++i)
    if (phase.base(i) && !is_missing(phase.in[i].value)) {
      scratch_.push_back(phase.in[i].value);
      sum.add(phase.in[i].value);
    }
  if (scratch_.empty() && !phase.options.centre) return;
  const double mean =
      phase.options.centre.value_or(sum.value() / static_cast<double>(scratch_.size()));
  const double centre = phase.options.centre ? median_of_geometric * mean : median_of(scratch_);
  for (ChartPoint& point : phase.out) {
    put(point, mean, std::sqrt(mean * (mean + 1)));
    clip(point, 0, std::numeric_limits<double>::infinity());
    point.centre = centre;
    point.sigma = missing;
  }
}

void ChartMaker::finish(const ChartOptions& options) {
  bool none_below_zero = true;
  for (const ChartPoint& point : chart_.points) none_below_zero &= !(point.value < 0);
  for (ChartPhase& phase : chart_.phases) {
    RunsCount runs;
    for (std::size_t i = phase.begins; i < phase.ends; ++i) {
      ChartPoint& point = chart_.points[i];
      if (options.clip == Clip::at_zero && none_below_zero && point.lower < 0) {
        point.lower = 0;
        point.lower95 = std::max(0.0, point.lower95);
        chart_.warnings.add(ChartWarning::limits_clipped);
      }
      if (options.clip == Clip::at_zero && none_below_zero && point.lower95 < 0) point.lower95 = 0;
      point.outside = beyond(point.value, point.upper, 1) || beyond(point.value, point.lower, -1);
      runs.add(point.included ? point.value : missing, point.centre);
      if (options.multiply == 1) continue;
      for (double* number : {&point.value, &point.centre, &point.lower, &point.upper,
                             &point.lower95, &point.upper95, &point.sigma})
        *number *= options.multiply;
    }
    phase.runs = runs.verdict(options.runs);
  }
}

}  // namespace alongside::statistics
