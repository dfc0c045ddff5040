// SPDX-License-Identifier: Apache-2.0
// Each kind gives one or two traces and where they signal.
#include "doors/cli/chart_sums.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "doors/cli/chart_words.h"
#include "foundation/base/delimited.h"
#include "foundation/base/json.h"
#include "foundation/base/version.h"
#include "foundation/drawing/terminal.h"
#include "foundation/statistics/cumulative.h"

namespace alongside::cli {
namespace {

using statistics::missing;

constexpr int rows_drawn = 17;
constexpr std::size_t marks_max = 60;  ///< a line of more cases is drawn without marks
constexpr double odds_ratio_standard = 2;

/// What was worked out, in one shape for all of them.
struct Sums {
  std::string code, title, explanation;
  std::vector<std::string> labels;
  std::vector<double> y, up, down;  ///< down empty: one trace
  std::vector<double> lower, upper, centre;
  std::vector<char> signal_up, signal_down;
  std::string up_name = "up", down_name = "down";
  bool more_is_worse = false;
};

std::vector<std::size_t> in_order(const ChartTable& table) {
  std::vector<std::size_t> rows(table.keys.size());
  std::iota(rows.begin(), rows.end(), std::size_t{0});
  std::ranges::stable_sort(rows, {}, [&](std::size_t row) { return table.keys[row]; });
  return rows;
}

void check_cases(const ChartTable& table) {
  for (std::size_t i = 0; i < table.y.size(); ++i)
    if (table.y[i] != 0 && table.y[i] != 1)
      refuse("line " + std::to_string(table.lines[i]) + ": each case is 0 or 1");
}

void check_risks(const ChartTable& table) {
  if (table.risk.empty()) refuse("This chart needs a column of risks: --risk");
  for (std::size_t i = 0; i < table.risk.size(); ++i)
    if (!(table.risk[i] > 0 && table.risk[i] < 1))
      refuse("line " + std::to_string(table.lines[i]) + ": a risk lies between 0 and 1");
}

template <class Flags>
std::vector<char> flags_of(const Flags& flags) {
  return std::vector<char>(flags.begin(), flags.end());
}

void level(std::vector<double>& line, std::size_t n, double value) { line.assign(n, value); }

void take_cusum(Sums& sums, const ChartOptions& options) {
  statistics::CusumOptions asked;
  asked.centre = options.centre;
  asked.sigma = options.sigma;
  asked.limit = options.limit.value_or(asked.limit);
  asked.shift = options.shift.value_or(asked.shift);
  statistics::Cusum found;
  statistics::cusum(sums.y, asked, found);
  sums.up = found.up;
  sums.down = found.down;
  sums.signal_up = flags_of(found.signal_up);
  sums.signal_down = flags_of(found.signal_down);
  level(sums.upper, sums.y.size(), asked.limit);
  level(sums.lower, sums.y.size(), -asked.limit);
  level(sums.centre, sums.y.size(), 0);
  sums.explanation = "Sums of how far each value lies from " + number_words(found.centre) +
                     ", in units of sigma " + number_words(found.sigma) + ", less " +
                     number_words(asked.shift / 2) + " each; a sum beyond " +
                     number_words(asked.limit) +
                     " is a sign.\nThe same in R:\nlibrary(qcc)\ncusum(d$" +
                     "y, decision.interval = " + number_words(asked.limit) +
                     ", se.shift = " + number_words(asked.shift) + ")\n";
}

void take_ewma(Sums& sums, const ChartOptions& options) {
  statistics::EwmaOptions asked;
  asked.centre = options.centre;
  asked.sigma = options.sigma;
  asked.lambda = options.lambda.value_or(asked.lambda);
  asked.sigmas = options.limit.value_or(asked.sigmas);
  statistics::Ewma found;
  statistics::ewma(sums.y, asked, found);
  sums.up = found.mean;
  sums.upper = found.upper;
  sums.lower = found.lower;
  sums.up_name = "ewma";
  level(sums.centre, sums.y.size(), found.centre);
  for (std::size_t i = 0; i < found.signal.size(); ++i) {
    sums.signal_up.push_back(found.signal[i] && found.mean[i] > found.centre ? 1 : 0);
    sums.signal_down.push_back(found.signal[i] && found.mean[i] < found.centre ? 1 : 0);
  }
  sums.explanation =
      "Each point is " + number_words(asked.lambda) +
      " of the newest value and the rest of the point before; sigma " + number_words(found.sigma) +
      ".\nThe same in R:\nlibrary(qcc)\newma(d$y, lambda = " + number_words(asked.lambda) +
      ", nsigmas = " + number_words(asked.sigmas) + ")\n";
}

void take_cases(Sums& sums, const statistics::CaseSums& found, double limit) {
  sums.up = found.up;
  sums.down = found.down;
  sums.signal_up = flags_of(found.signal_up);
  sums.signal_down = flags_of(found.signal_down);
  sums.more_is_worse = true;
  level(sums.upper, sums.y.size(), limit);
  level(sums.lower, sums.y.size(), -limit);
  level(sums.centre, sums.y.size(), 0);
}

void take_bernoulli(Sums& sums, const ChartTable& table, const ChartOptions& options) {
  check_cases(table);
  const auto target = number_in(options.target, ';');
  if (!target || !(*target > 0) || *target == 1 || *target > static_cast<double>(sums.y.size()))
    refuse("--target: the risk, between 0 and 1, or how many first cases give it");
  const double limit = options.limit.value_or(3.5);
  statistics::CaseSums found;
  statistics::bernoulli_cusum(sums.y, *target, options.odds_ratio.value_or(odds_ratio_standard),
                              limit, found);
  if (!(found.risk > 0 && found.risk < 1))
    refuse("--target: among those first cases the risk is 0 or 1");
  take_cases(sums, found, limit);
  sums.explanation = "Expected risk " + number_words(found.risk) + "; watches for " +
                     number_words(found.risk_up) + " and " + number_words(found.risk_down) + ".\n";
}

void take_risk_adjusted(Sums& sums, const ChartTable& table, const std::vector<double>& risks,
                        const ChartOptions& options) {
  check_cases(table);
  const double limit = options.limit.value_or(4.5);
  const double odds = options.odds_ratio.value_or(odds_ratio_standard);
  statistics::CaseSums found;
  statistics::risk_adjusted_cusum(sums.y, risks, odds, limit, statistics::AfterSignal::restart,
                                  found);
  take_cases(sums, found, limit);
  sums.explanation = "Watches for odds " + number_words(odds) +
                     " times those expected, up and down (Steiner and others 2000).\n";
  if (sums.code != "vlad") return;
  sums.up = found.vlad;
  sums.up_name = "expected_minus_observed";
  sums.down.clear();
  sums.upper.clear();
  sums.lower.clear();
  sums.signal_up.assign(sums.y.size(), 0);
  sums.signal_down.assign(sums.y.size(), 0);
  sums.explanation =
      "Sum of each case's risk less what happened: above 0 it went better than expected. It has no "
      "limits of its own; read it beside the risk-adjusted CUSUM.\n";
}

Sums sums_of(const ChartTable& table, const ChartOptions& options) {
  if (is_decided(options) || !options.better.empty() ||
      (!options.target.empty() && options.kind != "b"))
    refuse("--chart " + options.kind +
           " adds up from its first row: it takes no phases, left out points, baseline, rules, "
           "profile, notes, target or the like.");
  if (options.odds_ratio && *options.odds_ratio == 1) refuse("--odds-ratio is not 1");
  Sums sums;
  sums.code = options.kind;
  sums.title = name_of(options.kind) + " of " + table.y_name +
               (table.x_name.empty() ? "" : " by " + table.x_name);
  const bool by_risk = options.kind == "racusum" || options.kind == "vlad";
  if (by_risk) check_risks(table);
  std::vector<double> risks;
  for (const std::size_t row : in_order(table)) {
    sums.labels.push_back(table.labels[row]);
    sums.y.push_back(table.y[row]);
    if (by_risk) risks.push_back(table.risk[row]);
  }
  const auto values = std::ranges::count_if(sums.y, [](double y) { return y == y; });
  if (values < 2 && !options.sigma) refuse("Two values at least make such a chart.");
  if (options.kind == "cusum") take_cusum(sums, options);
  if (options.kind == "ewma") take_ewma(sums, options);
  if (options.kind == "b") take_bernoulli(sums, table, options);
  if (by_risk) take_risk_adjusted(sums, table, risks, options);
  return sums;
}

drawing::ControlChart ink_of(const Sums& sums, const std::string& summary) {
  drawing::ControlChart ink;
  ink.id = "chart";
  ink.title = sums.title;
  ink.description = summary;
  for (std::size_t i = 0; i < sums.up.size(); ++i) {
    drawing::ChartMark mark;
    mark.label = sums.labels[i];
    if (sums.up[i] == sums.up[i]) mark.value = sums.up[i];
    if (!sums.down.empty() && sums.down[i] == sums.down[i]) mark.second = sums.down[i];
    if (!sums.upper.empty()) mark.upper = sums.upper[i];
    if (!sums.lower.empty()) mark.lower = sums.lower[i];
    if (!sums.centre.empty()) mark.centre = sums.centre[i];
    const drawing::Shape usual =
        sums.up.size() > marks_max ? drawing::Shape::none : drawing::Shape::ring;
    const drawing::Shape up = sums.more_is_worse ? drawing::Shape::square : drawing::Shape::diamond;
    const bool one_trace = sums.down.empty();
    const bool falls = one_trace && sums.signal_down[i] != 0;
    mark.shape = sums.signal_up[i] != 0 ? up : falls ? drawing::Shape::diamond : usual;
    if (!one_trace && sums.signal_down[i] != 0) mark.second_shape = drawing::Shape::diamond;
    ink.points.push_back(std::move(mark));
  }
  ink.axis = drawing::axis_over(ink.points, std::nullopt);
  const drawing::ChartMark& last = ink.points.back();
  if (last.upper) ink.upper_label = "Limit " + number_words(*last.upper);
  if (last.lower) ink.lower_label = "Limit " + number_words(*last.lower);
  if (last.value) ink.latest_label = "Latest " + number_words(*last.value);
  return ink;
}

/// Where each stretch of signals begins and ends.
std::vector<std::string> signals_in_words(const Sums& sums) {
  std::vector<std::string> lines;
  for (const auto& [flags, way] :
       {std::pair(&sums.signal_up, "upwards"), std::pair(&sums.signal_down, "downwards")})
    for (std::size_t first = 0; first < flags->size(); ++first) {
      if ((*flags)[first] == 0) continue;
      std::size_t last = first;
      while (last + 1 < flags->size() && (*flags)[last + 1] != 0) ++last;
      const std::string where =
          first == last ? sums.labels[first] : sums.labels[first] + " to " + sums.labels[last];
      lines.push_back(where + ": beyond the limit " + way + ".");
      first = last;
    }
  return lines;
}

NumberTable numbers_of(const Sums& sums) {
  NumberTable table;
  table.headings = {"x", "y", sums.up_name};
  if (!sums.down.empty()) table.headings.push_back(sums.down_name);
  if (!sums.upper.empty()) table.headings.insert(table.headings.end(), {"lcl", "ucl"});
  table.headings.insert(table.headings.end(), {"signal_up", "signal_down"});
  for (std::size_t i = 0; i < sums.up.size(); ++i) {
    std::vector<std::string> row = {sums.labels[i], exact(sums.y[i]), exact(sums.up[i])};
    if (!sums.down.empty()) row.push_back(exact(sums.down[i]));
    if (!sums.upper.empty()) row.insert(row.end(), {exact(sums.lower[i]), exact(sums.upper[i])});
    row.emplace_back(sums.signal_up[i] != 0 ? "true" : "false");
    row.emplace_back(sums.signal_down[i] != 0 ? "true" : "false");
    table.rows.push_back(std::move(row));
  }
  return table;
}

std::string json_of(const Sums& sums, const std::string& summary) {
  JsonWriter out;
  out.begin_object().key("chart").text(sums.code).key("title").text(sums.title);
  out.key("summary").text(summary);
  out.key("program").text("alongside " + std::string(program_version));
  out.key("points").begin_array();
  for (std::size_t i = 0; i < sums.up.size(); ++i) {
    out.begin_object().key("x").text(sums.labels[i]).key("y").number(sums.y[i]);
    out.key(sums.up_name).number(sums.up[i]);
    if (!sums.down.empty()) out.key(sums.down_name).number(sums.down[i]);
    if (!sums.upper.empty()) out.key("lcl").number(sums.lower[i]).key("ucl").number(sums.upper[i]);
    out.key("signal_up").boolean(sums.signal_up[i] != 0);
    out.key("signal_down").boolean(sums.signal_down[i] != 0).end_object();
  }
  out.end_array().end_object();
  return std::move(out).take() + "\n";
}

std::string summary_of(const Sums& sums, bool signals) {
  if (sums.code != "vlad")
    return signals ? "A sum goes beyond its limit." : "No sum goes beyond its limit.";
  const double last = sums.up.back();
  return "After " + std::to_string(sums.up.size()) + " cases, " + number_words(std::abs(last)) +
         (last < 0 ? " more" : " fewer") + " than their risks gave.";
}

class SumsSheet final : public Sheet {
 public:
  explicit SumsSheet(Sums of) : sums_(std::move(of)) {
    title = sums_.title;
    signals = signals_in_words(sums_);
    summary = summary_of(sums_, !signals.empty());
    numbers = numbers_of(sums_);
  }
  std::string svg() const override { return drawing::as_file(ink_of(sums_, summary)); }
  std::string drawn(int columns) const override {
    return drawing::draw_in_characters(ink_of(sums_, summary), columns, rows_drawn);
  }
  std::string explanation() const override { return sums_.explanation; }
  std::string json() const override { return json_of(sums_, summary); }

 private:
  Sums sums_;
};

}  // namespace

bool adds_up(std::string_view code) {
  return code == "cusum" || code == "ewma" || code == "b" || code == "racusum" || code == "vlad";
}

SheetMade sums_sheet(const ChartTable& table, const ChartOptions& options) {
  return std::make_unique<SumsSheet>(sums_of(table, options));
}

}  // namespace alongside::cli
