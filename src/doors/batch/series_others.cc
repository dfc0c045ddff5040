// SPDX-License-Identifier: Apache-2.0
// Textbook charts, proposals for new limits, funnels.
#include <algorithm>
#include <cmath>
#include <map>

#include "doors/batch/series_families.h"
#include "foundation/statistics/funnel.h"
#include "foundation/statistics/stable_shift.h"
#include "foundation/statistics/textbook_limits.h"

namespace alongside::batch {
namespace {

using statistics::missing;
using statistics::Observation;
using statistics::TextbookKind;

TextbookKind textbook_kind(std::string_view name) {
  static const std::map<std::string_view, TextbookKind> kinds = {
      {"xbar", TextbookKind::xbar},    {"R", TextbookKind::r}, {"S", TextbookKind::s},
      {"xbar.one", TextbookKind::one}, {"p", TextbookKind::p}, {"np", TextbookKind::np},
      {"c", TextbookKind::c},          {"u", TextbookKind::u}};
  const auto found = kinds.find(name);
  if (found == kinds.end()) throw SeriesFault{"unknown_chart", "This chart is not known."};
  return found->second;
}

statistics::SigmaEstimate estimate_of(const SeriesRequest& request) {
  using statistics::SigmaEstimate;
  static const std::map<std::string_view, SigmaEstimate> estimates = {
      {"", SigmaEstimate::as_the_kind_asks},
      {"UWAVE-R", SigmaEstimate::mean_range},
      {"UWAVE-SD", SigmaEstimate::mean_spread},
      {"MVLUE-SD", SigmaEstimate::least_variance},
      {"RMSDF", SigmaEstimate::pooled}};
  const auto found = estimates.find(request.text_or("std_dev", ""));
  if (found == estimates.end())
    throw SeriesFault{"wrong_option", "\"std_dev\" is UWAVE-R, UWAVE-SD, MVLUE-SD or RMSDF."};
  return found->second;
}

/// "data" holds values, or a list of values for each group.
std::vector<Observation> groups_of(const SeriesRequest& request) {
  const JsonValue* data = request.input("data");
  if (data == nullptr || !data->is(JsonValue::Kind::array))
    throw SeriesFault{"missing_input", "The column \"data\" is needed."};
  statistics::Grouping grouping;
  std::vector<double> values;
  std::vector<double> one_time;
  std::vector<Observation> groups;
  for (const JsonValue& item : data->items) {
    values.clear();
    const std::size_t row = groups.size() + 1;
    const auto take = [&](const JsonValue& value) {
      if (value.is(JsonValue::Kind::null)) return;
      const auto number = value.number();
      if (!number) throw SeriesFault{"not_a_number", "\"data\" holds numbers.", row};
      values.push_back(*number);
    };
    if (item.is(JsonValue::Kind::array))
      for (const JsonValue& value : item.items) take(value);
    else
      take(item);
    one_time.assign(values.size(), 1);
    const auto made = grouping.group({one_time, values, {}}, statistics::Together::mean);
    groups.push_back(made.empty() ? Observation() : made.front());
  }
  return groups;
}

void take_sizes(const SeriesRequest& request, TextbookKind kind, std::vector<Observation>& groups) {
  const bool counts =
      kind == TextbookKind::p || kind == TextbookKind::np || kind == TextbookKind::u;
  const std::vector<double> sizes = request.numbers("sizes", counts);
  if (counts || !sizes.empty()) same_length(sizes.size(), groups.size(), "data and sizes");
  const bool share = kind == TextbookKind::p || kind == TextbookKind::np;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    if ((counts || kind == TextbookKind::c) && groups[i].value < 0)
      throw SeriesFault{"negative_count", "A count is not below zero.", i + 1};
    if (!counts) continue;
    if (sizes[i] < 0) throw SeriesFault{"negative_size", "A size is not below zero.", i + 1};
    if (share && groups[i].value > sizes[i])
      throw SeriesFault{"count_over_size", "A count is not more than what it is out of.", i + 1};
    groups[i].size = sizes[i];
    groups[i].value = sizes[i] > 0 ? groups[i].value / sizes[i] : missing;
  }
}

}  // namespace

void chart_by_textbook(const SeriesRequest& request, JsonWriter& out) {
  statistics::TextbookOptions options;
  options.kind = textbook_kind(request.chart());
  options.estimate = estimate_of(request);
  options.sigmas = above_zero(request, "nsigmas", 3);
  options.confidence = request.number("confidence_level");
  if (options.confidence && !(*options.confidence > 0 && *options.confidence < 1))
    throw SeriesFault{"wrong_option", "\"confidence_level\" lies between 0 and 1."};
  const std::string rule_set = request.text_or("rule_set", "western-electric");
  if (rule_set != "nelson" && rule_set != "western-electric")
    throw SeriesFault{"wrong_option", "\"rule_set\" is western-electric or nelson."};
  const bool nelson = rule_set == "nelson";
  if (nelson) options.rules = statistics::nelson_rules;
  std::vector<Observation> groups = groups_of(request);
  take_sizes(request, options.kind, groups);
  statistics::TextbookChart chart;
  statistics::textbook_chart(groups, options, chart);

  std::vector<std::size_t> rules = request.indices("rules", "wrong_option");
  const std::size_t rules_max = options.rules.size();
  if (rules.empty())
    for (std::size_t rule = 1; rule <= rules_max; ++rule) rules.push_back(rule);
  for (const std::size_t rule : rules)
    if (rule > rules_max) throw SeriesFault{"wrong_option", "There is no such rule.", rule};
  const auto& points = chart.points;
  const auto speaks = [&](std::size_t i, std::size_t rule) {
    return (points[i].flags >> (rule - 1) & 1U) != 0;
  };
  out.key("points").begin_object();
  const auto number = [&](std::string_view name, double statistics::TextbookPoint::*member) {
    column(out, name, points.size(), [&](std::size_t i) { return points[i].*member; });
  };
  number("statistic", &statistics::TextbookPoint::statistic);
  number("cl", &statistics::TextbookPoint::centre);
  number("lcl", &statistics::TextbookPoint::lower);
  number("ucl", &statistics::TextbookPoint::upper);
  out.key("first_rule_violated").begin_array();
  for (std::size_t i = 0; i < points.size(); ++i) {
    const auto first =
        std::ranges::find_if(rules, [&](std::size_t rule) { return speaks(i, rule); });
    first == rules.end() ? out.null() : out.integer(static_cast<std::int64_t>(*first));
  }
  out.end_array().end_object();
  out.key("summary").begin_object().key("violations_by_rule").begin_object();
  for (const std::size_t rule : rules) {
    out.key("rule" + std::to_string(rule)).begin_array();
    for (std::size_t i = 0; i < points.size(); ++i)
      if (speaks(i, rule)) out.integer(static_cast<std::int64_t>(i + 1));
    out.end_array();
  }
  out.end_object().key("std_dev").number(chart.sigma).end_object();
  no_more(out);
}

namespace {

/// A whole number from 0 to a thousand.
std::size_t small_count(const SeriesRequest& request, std::string_view option, double otherwise) {
  const double value = request.number_or(option, otherwise);
  if (!(value >= 0 && value <= 1000) || value != std::floor(value))
    throw SeriesFault{"wrong_option", "\"" + std::string(option) + "\" counts from 0."};
  return static_cast<std::size_t>(value);
}

}  // namespace

void chart_stable_shifts(const SeriesRequest& request, JsonWriter& out) {
  using statistics::ChartKind;
  static const std::map<std::string_view, ChartKind> kinds = {{"XMR", ChartKind::i},
                                                              {"C", ChartKind::c},
                                                              {"C'", ChartKind::cp},
                                                              {"P", ChartKind::p},
                                                              {"P'", ChartKind::pp}};
  const auto kind = kinds.find(request.chart());
  if (kind == kinds.end()) throw SeriesFault{"unknown_chart", "This chart is not known."};
  const bool share = kind->second == ChartKind::p || kind->second == ChartKind::pp;
  const auto y = request.numbers("y");
  auto n = request.numbers("n", share);
  if (!share) n.clear();
  if (share) same_length(n.size(), y.size(), "n and y");
  check_values(kind->second, y, n);
  const Times times = request.times(y.size());
  for (std::size_t i = 0; i < times.keys.size(); ++i)
    if (std::isnan(times.keys[i]))
      throw SeriesFault{"no_x", "Each row of this family says when it was.", i + 1};
  statistics::Grouping grouping;
  const auto observations = grouping.group({times.keys, y, n}, statistics::Together::sum);
  statistics::StableShiftOptions options;
  options.period = request.count("period_min", "wrong_option").value_or(options.period);
  options.baseline = request.count("baseline_length", "wrong_option").value_or(0);
  options.run = request.count("shift_rule_threshold", "wrong_option").value_or(options.run);
  options.no_regrets = request.flag_or("no_regrets", true);
  options.exclusions_max = small_count(request, "max_exclusions", 3);
  options.screenings = static_cast<int>(small_count(request, "mr_screen_max_loops", 1));
  options.baseline_only = request.flag_or("baseline_only", false);
  options.every_shift = request.flag_or("establish_every_shift", false);
  options.centre_tolerance = request.number_or("centre_line_tolerance", 0);
  statistics::StableShiftFinder finder;
  const auto& found = finder.find(observations, kind->second, options);
  const std::size_t size = observations.size();
  const double scale = share ? 100 : 1;
  out.key("points").begin_object();
  out.key("x").begin_array();
  for (const std::size_t row : grouping.first_rows()) {
    const bool text = !times.written.empty() && times.written[row]->is(JsonValue::Kind::text);
    text ? out.text(times.written[row]->text) : out.number(times.keys[row]);
  }
  out.end_array();
  column(out, "y", size, [&](std::size_t i) { return observations[i].value * scale; });
  column(out, "cl", size, [&](std::size_t i) { return found.centre[i] * scale; });
  column(out, "lcl", size, [&](std::size_t i) { return found.lower[i] * scale; });
  column(out, "ucl", size, [&](std::size_t i) { return found.upper[i] * scale; });
  column(out, "period_type", size, [&](std::size_t i) {
    return std::string_view(found.stretch[i] == statistics::StretchKind::calculation ? "calculation"
                                                                                     : "display");
  });
  column(out, "excluded", size, [&](std::size_t i) -> bool { return found.excluded[i]; });
  column(out, "rule1", size, [&](std::size_t i) -> bool { return found.outside[i]; });
  column(out, "rule2", size, [&](std::size_t i) -> bool { return found.in_long_run[i]; });
  out.end_object().key("summary").begin_object();
  if (!found.available) out.key("limits_available").boolean(false);
  out.key("break_points").begin_array();
  for (const std::size_t first : found.breaks) out.integer(static_cast<std::int64_t>(first + 1));
  out.end_array().end_object();
  no_more(out);
}

namespace {

statistics::FunnelKind funnel_kind(const SeriesRequest& request) {
  const std::string type = request.text_or("data_type", "PR");
  if (type == "PR") return statistics::FunnelKind::proportion;
  if (type == "RC") return statistics::FunnelKind::ratio_of_counts;
  const std::string method = request.text_or("sr_method", "SHMI");
  if (type == "SR" && method == "SHMI") return statistics::FunnelKind::standardised_log;
  if (type == "SR" && method == "CQC") return statistics::FunnelKind::standardised_root;
  throw SeriesFault{"wrong_option", "\"data_type\" is PR, RC, or SR with SHMI or CQC."};
}

}  // namespace

void chart_funnel(const SeriesRequest& request, JsonWriter& out) {
  using statistics::FunnelPlace;
  statistics::FunnelOptions options;
  options.kind = funnel_kind(request);
  options.overdispersion = request.flag_or("od_adjust", true) ? statistics::Overdispersion::on
                                                              : statistics::Overdispersion::off;
  options.trim = request.number_or("trim_by", 0.1);
  if (!(options.trim >= 0 && options.trim < 0.5))
    throw SeriesFault{"wrong_option", "\"trim_by\" is from 0 to under a half."};
  const double limit = request.number_or("limit", 99);
  if (limit != 95 && limit != 99)
    throw SeriesFault{"wrong_option", "\"limit\" is 95 or 99 (which is 99.8)."};
  options.outlier =
      limit == 95 ? statistics::OutlierLimit::percent95 : statistics::OutlierLimit::percent998;
  options.multiply = request.number_or("multiply", 1);
  const auto counts = request.numbers("numerator");
  const auto sizes = request.numbers("denominator");
  same_length(counts.size(), sizes.size(), "numerator and denominator");
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (!(counts[i] >= 0)) throw SeriesFault{"negative_count", "A count is not below zero.", i + 1};
    if (!(sizes[i] > 0)) throw SeriesFault{"negative_size", "A size is above zero.", i + 1};
    if (options.kind == statistics::FunnelKind::proportion && counts[i] > sizes[i])
      throw SeriesFault{"count_over_size", "A count is not more than what it is out of.", i + 1};
  }
  const auto groups = request.texts("group");
  statistics::Funnel found;
  statistics::funnel(counts, sizes, options, found);
  const std::size_t size = counts.size();
  out.key("points").begin_object();
  if (groups.size() == size)
    column(out, "group", size, [&](std::size_t i) { return std::string_view(groups[i]); });
  column(out, "numerator", size, [&](std::size_t i) { return counts[i]; });
  column(out, "denominator", size, [&](std::size_t i) { return sizes[i]; });
  const auto number = [&](std::string_view name, double FunnelPlace::*member) {
    column(out, name, size, [&](std::size_t i) { return found.places[i].*member; });
  };
  number("ratio", &FunnelPlace::ratio);
  number("z", &FunnelPlace::z);
  number("z_adj", &FunnelPlace::z_trimmed);
  number("lcl95", &FunnelPlace::lower95);
  number("ucl95", &FunnelPlace::upper95);
  number("lcl998", &FunnelPlace::lower998);
  number("ucl998", &FunnelPlace::upper998);
  number("od_lcl95", &FunnelPlace::od_lower95);
  number("od_ucl95", &FunnelPlace::od_upper95);
  number("od_lcl998", &FunnelPlace::od_lower998);
  number("od_ucl998", &FunnelPlace::od_upper998);
  column(out, "outlier", size, [&](std::size_t i) { return found.places[i].outlier; });
  out.end_object().key("summary").begin_object();
  out.key("target").number(found.target).key("phi").number(found.phi);
  out.key("tau2").number(found.tau2).key("n_used").integer(static_cast<std::int64_t>(found.used));
  out.end_object();
  no_more(out);
}

}  // namespace alongside::batch
