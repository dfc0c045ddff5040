// SPDX-License-Identifier: Apache-2.0
// Names and patterns to findings.
#include "improvement/rule_sets.h"

#include <algorithm>
#include <cmath>

#include "foundation/base/delimited.h"
#include "foundation/base/text.h"
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

Finding found_by(const ZoneRule& rule, std::size_t first, std::size_t last, int side,
                 std::optional<Better> better) {
  Finding found;
  found.rule = rule.pattern == Pattern::outside ? FoundBy::outside : FoundBy::pattern;
  found.first = first;
  found.last = last;
  found.side = side;
  found.meaning = meaning_of(side, better);
  found.points = static_cast<std::int64_t>(last - first + 1);
  found.pattern = rule;
  return found;
}

std::vector<Finding> by_patterns(const Rules& rules, const statistics::ControlChart& chart,
                                 std::optional<Better> better) {
  statistics::PatternFinder finder;
  std::vector<Finding> found;
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

/// The NHS names one cause a point; neighbours with the same cause are one finding.
std::vector<Finding> by_nhs(const statistics::ControlChart& chart, std::optional<Better> better) {
  std::vector<statistics::NhsPoint> points;
  statistics::apply_nhs_rules(chart, statistics::Improvement::neutral, points);
  std::vector<Finding> found;
  for (std::size_t i = 0; i < points.size(); ++i) {
    const auto& point = points[i];
    if (point.cause == statistics::NhsCause::common || !chart.points[i].included) continue;
    const bool goes_on = !found.empty() && i > 0 && found.back().last + 1 == i &&
                         point.cause != statistics::NhsCause::outside &&
                         points[i - 1].cause == point.cause && points[i - 1].way == point.way &&
                         chart.points[i].phase == chart.points[i - 1].phase;
    if (goes_on) {
      found.back().last = i;
      ++found.back().points;
    } else {
      found.push_back(found_by(rule_of(point.cause), i, i, point.way, better));
    }
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

std::vector<Finding> findings_by(const Rules& rules, const statistics::ControlChart& chart,
                                 std::optional<Better> better) {
  std::vector<Finding> found;
  switch (rules.kind) {
    case Rules::Kind::limits_and_runs:
      return findings(chart, better);
    case Rules::Kind::nhs:
      found = by_nhs(chart, better);
      break;
    case Rules::Kind::patterns:
      found = by_patterns(rules, chart, better);
      break;
  }
  std::ranges::stable_sort(found, {}, &Finding::first);
  return found;
}

double false_alarms_of(const Rules& rules, bool screened, std::size_t points) {
  using statistics::RuleSet;
  if (rules.name == "western-electric")
    return statistics::false_alarm_rate(RuleSet::western_electric, screened, points);
  if (rules.name == "nelson")
    return statistics::false_alarm_rate(RuleSet::nelson, screened, points);
  switch (rules.kind) {
    case Rules::Kind::limits_and_runs:
      if (rules.runs != statistics::RunsMethod::anhoej) return statistics::missing;
      return statistics::false_alarm_rate(RuleSet::shewhart_anhoej, screened, points);
    case Rules::Kind::nhs:
      return statistics::false_alarm_rate(RuleSet::nhs, screened, points);
    case Rules::Kind::patterns:
      return statistics::simulated_false_alarm_rate(rules.patterns, screened, points);
  }
  return statistics::missing;
}

}  // namespace alongside
