// SPDX-License-Identifier: Apache-2.0
// Names and patterns to signals.
#include "improvement/rule_sets.h"

#include <algorithm>
#include <cmath>

#include "foundation/base/delimited.h"
#include "foundation/base/random.h"
#include "foundation/base/text.h"
#include "foundation/statistics/distribution.h"
#include "foundation/statistics/nhs_rules.h"

namespace alongside {
namespace {

using statistics::Pattern;
using statistics::ZoneRule;

constexpr std::size_t patterns_max = 16;
constexpr double window_max = 100;
constexpr double sigmas_max = 6;

std::optional<std::size_t> window_in(std::string_view text) {
  const auto number = number_in(text, ';');
  if (!number || *number != std::floor(*number) || *number < 2 || *number > window_max)
    return std::nullopt;
  return static_cast<std::size_t>(*number);
}

std::optional<double> sigmas_in(std::string_view text) {
  const auto number = number_in(text, ';');
  if (!number || !(*number > 0) || *number > sigmas_max) return std::nullopt;
  return number;
}

std::optional<ZoneRule> pattern_from(std::string_view text) {
  if (text == "outside") return ZoneRule{Pattern::outside, 1, 1, 3};
  const auto parts = split(text, '-');
  const auto window = window_in(parts[0]);
  if (!window) return std::nullopt;
  if (text.ends_with("-on-one-side") && parts.size() == 4)
    return ZoneRule{Pattern::one_side, *window, *window, 0};
  if (parts.size() == 2 && parts[1] == "trend")
    return ZoneRule{Pattern::trend, *window, *window, 0};
  if (parts.size() == 2 && parts[1] == "alternating")
    return ZoneRule{Pattern::alternating, *window, *window, 0};
  if (parts.size() == 3 && (parts[1] == "within" || parts[1] == "avoiding")) {
    const auto sigmas = sigmas_in(parts[2]);
    if (!sigmas) return std::nullopt;
    return ZoneRule{parts[1] == "within" ? Pattern::within : Pattern::avoiding, *window, *window,
                    *sigmas};
  }
  if (parts.size() == 5 && parts[1] == "of" && parts[3] == "beyond") {
    const auto of = window_in(parts[2]);
    const auto sigmas = sigmas_in(parts[4]);
    if (!of || !sigmas || *window > *of) return std::nullopt;
    return ZoneRule{Pattern::beyond, *of, *window, *sigmas};
  }
  return std::nullopt;
}

Signal found_by(const ZoneRule& rule, std::size_t first, std::size_t last, int side,
                std::optional<Better> better) {
  Signal found;
  found.rule = rule.pattern == Pattern::outside ? FoundBy::outside : FoundBy::pattern;
  found.first = first;
  found.last = last;
  found.side = side;
  found.meaning = meaning_of(side, better);
  found.points = static_cast<std::int64_t>(last - first + 1);
  found.pattern = rule;
  return found;
}

std::vector<Signal> by_patterns(const Rules& rules, const statistics::ControlChart& chart,
                                std::optional<Better> better) {
  statistics::PatternFinder finder;
  std::vector<Signal> found;
  for (const auto& signal : finder.find(chart, rules.patterns))
    found.push_back(found_by(signal.rule, signal.first, signal.last, signal.side, better));
  return found;
}

ZoneRule rule_of(statistics::NhsCause cause) {
  switch (cause) {
    case statistics::NhsCause::trend:
      return {Pattern::trend, statistics::nhs_run, statistics::nhs_run, 0};
    case statistics::NhsCause::two_in_three:
      return {Pattern::beyond, 3, 2, 2};
    case statistics::NhsCause::shift:
      return {Pattern::one_side, statistics::nhs_run, statistics::nhs_run, 0};
    default:
      return {Pattern::outside, 1, 1, 3};
  }
}

/// From `at` in one direction, while the points go on as they do there.
template <class GoesOn>
std::size_t stretched(std::size_t at, std::size_t step, GoesOn goes_on) {
  while (goes_on(at, at + step)) at += step;
  return at;
}

/// The whole run or trend that a point belongs to, whatever else its points are called.
void stretch(const statistics::ControlChart& chart, statistics::NhsCause cause, Signal& found) {
  const auto joined = [&](std::size_t from, std::size_t to) {
    if (to >= chart.points.size() || chart.points[to].phase != chart.points[from].phase)
      return false;
    if (cause == statistics::NhsCause::shift)
      return statistics::side_of(chart.points[to].value, chart.points[to].centre) == found.side;
    const auto& earlier = chart.points[std::min(from, to)];
    const auto& later = chart.points[std::max(from, to)];
    return statistics::side_of(later.value, earlier.value) == found.side;
  };
  // One step back from the first point wraps round, past the end, and stops there.
  found.first = stretched(found.first, static_cast<std::size_t>(-1), joined);
  found.last = stretched(found.last, 1, joined);
  found.points = static_cast<std::int64_t>(found.last - found.first + 1);
}

/// The NHS names one cause a point; neighbours with the same cause are one signal, and a run that
/// another cause interrupts is told whole. Points that were left out count as missing.
std::vector<Signal> by_nhs(const statistics::ControlChart& all, std::optional<Better> better) {
  statistics::ControlChart chart = all;
  for (auto& point : chart.points)
    if (!point.included) point.value = statistics::missing;
  std::vector<statistics::NhsPoint> points;
  statistics::apply_nhs_rules(chart, statistics::Improvement::neutral, points);
  std::vector<Signal> found;
  for (std::size_t i = 0; i < points.size(); ++i) {
    const auto cause = points[i].cause;
    if (cause == statistics::NhsCause::common || !chart.points[i].included) continue;
    Signal one = found_by(rule_of(cause), i, i, points[i].way, better);
    const bool pattern =
        cause == statistics::NhsCause::shift || cause == statistics::NhsCause::trend;
    if (pattern) stretch(chart, cause, one);
    const auto same = std::ranges::find_if(found, [&](const Signal& before) {
      return before.pattern == one.pattern && before.side == one.side &&
             (pattern ? before.first == one.first
                      : cause == statistics::NhsCause::two_in_three && before.last + 1 == i);
    });
    if (same == found.end())
      found.push_back(one);
    else
      same->last = std::max(same->last, one.last);
  }
  return found;
}

}  // namespace

std::optional<Rules> rules_from(std::string_view text) {
  using statistics::RunsMethod;
  Rules rules;
  rules.name = std::string(text);
  if (text == "anhoej") return rules;
  if (text == "best-box" || text == "cut-box") {
    rules.runs = text == "best-box" ? RunsMethod::best_box : RunsMethod::cut_box;
    return rules;
  }
  if (text == "mdc") {
    rules.kind = Rules::Kind::nhs;
    return rules;
  }
  rules.kind = Rules::Kind::patterns;
  if (text == "western-electric") {
    rules.patterns.assign(statistics::western_electric_rules.begin(),
                          statistics::western_electric_rules.end());
    return rules;
  }
  if (text == "nelson") {
    rules.patterns.assign(statistics::nelson_rules.begin(), statistics::nelson_rules.end());
    return rules;
  }
  for (const std::string_view part : split(text, ',')) {
    const auto rule = pattern_from(part);
    if (!rule || rules.patterns.size() == patterns_max) return std::nullopt;
    rules.patterns.push_back(*rule);
  }
  return rules;
}

std::string code_of(const ZoneRule& rule) {
  const std::string window = std::to_string(rule.window);
  std::string sigmas = std::to_string(rule.sigmas);
  sigmas.erase(sigmas.find_last_not_of('0') + 1);
  if (sigmas.ends_with('.')) sigmas.pop_back();
  switch (rule.pattern) {
    case Pattern::outside:
      return "outside";
    case Pattern::one_side:
      return window + "-on-one-side";
    case Pattern::trend:
      return window + "-trend";
    case Pattern::alternating:
      return window + "-alternating";
    case Pattern::beyond:
      return std::to_string(rule.needed) + "-of-" + window + "-beyond-" + sigmas;
    case Pattern::within:
      return window + "-within-" + sigmas;
    case Pattern::avoiding:
      return window + "-avoiding-" + sigmas;
  }
  return {};
}

std::vector<Signal> signals_by(const Rules& rules, const statistics::ControlChart& chart,
                               std::optional<Better> better) {
  std::vector<Signal> found;
  switch (rules.kind) {
    case Rules::Kind::limits_and_runs:
      return signals(chart, better);
    case Rules::Kind::nhs:
      found = by_nhs(chart, better);
      break;
    case Rules::Kind::patterns:
      found = by_patterns(rules, chart, better);
      break;
  }
  std::ranges::stable_sort(found, {}, &Signal::first);
  return found;
}

namespace {

constexpr int simulated_series = 1000;
constexpr std::uint64_t simulation_seed = 20261122;
constexpr std::size_t points_max = 2000;

double simulated(const Rules& rules, bool screened, std::size_t points) {
  SeededRandomness chance(simulation_seed);
  statistics::ChartMaker maker;
  statistics::ChartOptions options;
  options.runs = rules.runs;
  options.ranges.screenings = screened ? 1 : 0;
  std::vector<statistics::Observation> series(points);
  int speak = 0;
  for (int i = 0; i < simulated_series; ++i) {
    for (auto& at : series) at.value = statistics::normal_deviate(chance);
    const auto& chart = maker.make(series, options);
    const bool runs = rules.kind == Rules::Kind::limits_and_runs && chart.phases[0].runs.signal;
    if (runs || !signals_by(rules, chart, std::nullopt).empty()) ++speak;
  }
  return static_cast<double>(speak) / simulated_series;
}

double rate_of(const Rules& rules, bool screened, std::size_t points) {
  using statistics::false_alarm_rate;
  using statistics::RuleSet;
  if (points == 0 || points > points_max) return statistics::missing;
  const bool in_table = points >= 12 && points <= 240;
  if (in_table && rules.name == "anhoej")
    return false_alarm_rate(RuleSet::shewhart_anhoej, screened, points);
  if (in_table && rules.name == "mdc") return false_alarm_rate(RuleSet::nhs, screened, points);
  if (in_table && rules.name == "western-electric")
    return false_alarm_rate(RuleSet::western_electric, screened, points);
  if (in_table && rules.name == "nelson")
    return false_alarm_rate(RuleSet::nelson, screened, points);
  return simulated(rules, screened, points);
}

}  // namespace

double false_alarms_of(const Rules& rules, bool screened, const std::vector<std::size_t>& phases) {
  if (phases.empty()) return statistics::missing;
  double silent = 1;
  for (const std::size_t points : phases) silent *= 1 - rate_of(rules, screened, points);
  return 1 - silent;
}

}  // namespace alongside
