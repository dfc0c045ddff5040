// SPDX-License-Identifier: Apache-2.0
// Plain English for whoever reads a chart in a terminal.
#include "doors/cli/chart_words.h"

#include <array>

#include "doors/cli/chart_explained.h"
#include "doors/cli/chart_ink.h"
#include "foundation/drawing/terminal.h"

namespace alongside::cli {
namespace {

using statistics::ChartKind;
using statistics::ChartWarning;
using statistics::is_missing;

constexpr int rows_drawn = 17;

struct KindWords {
  ChartKind kind;
  std::string_view code, name;
};
constexpr std::array<KindWords, 23> kinds = {{{ChartKind::run, "run", "Run chart"},
                                              {ChartKind::i, "i", "I chart"},
                                              {ChartKind::mr, "mr", "Moving range chart"},
                                              {ChartKind::ip, "ip", "I' chart"},
                                              {ChartKind::ms, "ms", "Moving s chart"},
                                              {ChartKind::xbar, "xbar", "Xbar chart"},
                                              {ChartKind::s, "s", "S chart"},
                                              {ChartKind::t, "t", "T chart"},
                                              {ChartKind::p, "p", "P chart"},
                                              {ChartKind::pp, "pp", "P' chart"},
                                              {ChartKind::c, "c", "C chart"},
                                              {ChartKind::cp, "cp", "C' chart"},
                                              {ChartKind::u, "u", "U chart"},
                                              {ChartKind::up, "up", "U' chart"},
                                              {ChartKind::g, "g", "G chart"},
                                              {ChartKind::p, "np", "NP chart"},
                                              {ChartKind::xbar, "r", "R chart"},
                                              {ChartKind::i, "cusum", "CUSUM"},
                                              {ChartKind::i, "ewma", "EWMA chart"},
                                              {ChartKind::i, "b", "Bernoulli CUSUM"},
                                              {ChartKind::i, "racusum", "Risk-adjusted CUSUM"},
                                              {ChartKind::i, "vlad", "VLAD"},
                                              {ChartKind::p, "funnel", "Funnel plot"}}};

const KindWords& words_of(ChartKind kind) {
  for (const KindWords& words : kinds)
    if (words.kind == kind) return words;
  return kinds[1];
}

std::string_view warning_words(const Charted& charted, ChartWarning warning) {
  if (warning == ChartWarning::autocorrelation && charted.diagnosis.autocorrelation < 0)
    return "Neighbouring points are unlike each other: the moving ranges make the limits too wide.";
  const bool rates = !charted.n_name.empty();
  if (warning == ChartWarning::overdispersion && charted.diagnosis.sigma_z < 1)
    return rates ? "The counts vary less than chance gives: is the denominator what they are "
                   "counted from?"
                 : "The counts vary less than chance gives: are they counts of separate events?";
  if (warning == ChartWarning::trial_limits && charted.kind == ChartKind::run)
    return "A phase has fewer than 12 points: its middle is on trial.";
  static constexpr std::array<std::string_view, statistics::chart_warnings> words = {
      "All values are alike: there is no spread to make limits of.",
      "Leaving out large moving ranges would have left no spread, so all of them count.",
      "A denominator is zero: that time is missing, not zero.",
      "A phase has fewer than 12 points: its limits are on trial.",
      "Fewer than 10 points lie off the middle: runs say little yet.",
      "Neighbouring points are alike: this series remembers, and its chart cries wolf more often.",
      "The counts vary more than chance gives: P', U' or I' fits better.",
      "Most values are zero or nearly alike: days or cases between events would say more.",
      "A lower limit below zero was set to zero.",
      "A phase has fewer than two points to make limits of.",
      "Some counts are no whole numbers: is this the column that was meant?",
      "Times of the year, or days of the week, differ: --season shows what each adds."};
  return words[static_cast<std::size_t>(warning)];
}

std::string_view meaning_words(Meaning meaning) {
  switch (meaning) {
    case Meaning::better:
      return "better";
    case Meaning::worse:
      return "worse";
    case Meaning::different:
      return "different";
  }
  return {};
}

/// "7 points in a row above the middle".
std::string pattern_words(const Signal& found) {
  using statistics::Pattern;
  const std::string window = std::to_string(found.pattern.window);
  const std::string sigmas = number_words(found.pattern.sigmas) + " sigma";
  switch (found.pattern.pattern) {
    case Pattern::outside:
      return {};
    case Pattern::one_side:
      return std::to_string(found.points) + " points in a row " +
             (found.side > 0 ? "above" : "below") + " the middle";
    case Pattern::trend:
      return std::to_string(found.points) + " points in a row, each further " +
             (found.side > 0 ? "up" : "down");
    case Pattern::alternating:
      return std::to_string(found.points) + " points go up and down by turns";
    case Pattern::beyond:
      return std::to_string(found.pattern.needed) + " of " + window + " points more than " +
             sigmas + (found.side > 0 ? " above" : " below") + " the middle";
    case Pattern::within:
      return std::to_string(found.points) + " points in a row within " + sigmas +
             " of the middle: are the limits of this process?";
    case Pattern::avoiding:
      return std::to_string(found.points) + " points in a row further than " + sigmas +
             " from the middle, on both sides: two processes in one?";
  }
  return {};
}

std::string points_in_words(const Charted& charted, const Signal& found) {
  const std::string& first = charted.labels[found.first];
  return found.first == found.last ? first : first + " to " + charted.labels[found.last];
}

}  // namespace

std::optional<ChartKind> kind_from(std::string_view code) {
  for (const KindWords& words : kinds)
    if (words.code == code) return words.kind;
  return std::nullopt;
}

std::string_view code_of(ChartKind kind) { return words_of(kind).code; }

std::string name_of(std::string_view code) {
  for (const KindWords& words : kinds)
    if (words.code == code) return std::string(words.name);
  return code == "auto" ? "Chart" : std::string();
}

std::string signal_words(const Charted& charted, const Signal& found) {
  const std::string where = points_in_words(charted, found) + ": ";
  const std::string meaning(meaning_words(found.meaning));
  const bool above = found.side > 0;
  switch (found.rule) {
    case FoundBy::outside:
      return where + number_words(charted.chart.points[found.first].value) + " lies " +
             (above ? "above the upper" : "below the lower") + " limit (" + meaning + ").";
    case FoundBy::long_run: {
      const auto& phase = charted.chart.phases[charted.chart.points[found.first].phase];
      return where + std::to_string(found.points) + " points in a row " +
             (above ? "above" : "below") + " the middle, more than " +
             std::to_string(phase.runs.longest_run_max) + " (" + meaning + ").";
    }
    case FoundBy::pattern:
      return where + pattern_words(found) + " (" + meaning + ").";
    case FoundBy::few_crossings: {
      const auto& phase = charted.chart.phases[charted.chart.points[found.first].phase];
      const std::int64_t crossings = phase.runs.crossings;
      return where + "the middle is crossed " +
             (crossings == 1 ? std::string("once") : std::to_string(crossings) + " times") +
             ", less than " + std::to_string(phase.runs.crossings_min) +
             ": it drifts or comes in clusters.";
    }
  }
  return {};
}

std::string title_of(const Charted& charted) {
  std::string title = charted.name + " of " + charted.y_name;
  if (!charted.n_name.empty() && charted.kind != ChartKind::c)
    title +=
        (charted.per == 1 ? " over " : " per " + number_words(charted.per) + " ") + charted.n_name;
  return title + (charted.x_name.empty() ? "" : " by " + charted.x_name);
}

namespace {

const statistics::ChartPoint& last_with_middle(const Charted& charted) {
  for (auto point = charted.chart.points.rbegin(); point != charted.chart.points.rend(); ++point)
    if (!is_missing(point->centre)) return *point;
  return charted.chart.points.back();
}

}  // namespace

std::string summary_of(const Charted& charted) {
  const auto& last = last_with_middle(charted);
  std::string sentence = "The middle is " + number_words(last.centre);
  if (!is_missing(last.upper) && !is_missing(last.lower))
    sentence += ", the limits " + number_words(last.lower) + " and " + number_words(last.upper);
  if (is_missing(last.upper) && charted.kind != ChartKind::run) sentence += "; there are no limits";
  sentence += charted.signals.empty() ? ". Nothing here is more than chance gives."
                                      : ". Something here is more than chance gives.";
  switch (charted.standing.assurance) {
    case statistics::Assurance::none:
      break;
    case statistics::Assurance::consistent_pass:
      return sentence + " The target can be relied on.";
    case statistics::Assurance::consistent_fail:
      return sentence + " The target is not reached as things are.";
    case statistics::Assurance::inconsistent:
      return sentence + " The target is reached now and then, by chance.";
  }
  return sentence;
}

std::string variation_words(const Standing& standing) {
  const std::string words(code_of(standing.variation));
  return standing.way == 0 ? words : words + (standing.way > 0 ? ", up" : ", down");
}

std::string assurance_words(const Standing& standing) {
  static constexpr std::array<const char*, 4> words = {"", "can be relied on", "not reached",
                                                       "now and then"};
  return words[static_cast<std::size_t>(standing.assurance)];
}

std::vector<std::string> warnings_of(const Charted& charted) {
  std::vector<std::string> warnings;
  if (charted.without_time > 0)
    warnings.push_back(
        "Rows without a time were left out: " + std::to_string(charted.without_time) + ".");
  warnings.insert(warnings.end(), charted.remarks.begin(), charted.remarks.end());
  for (const auto& phase : charted.chart.phases)
    if (phase.ranges.dropped > 0)
      warnings.push_back("Large moving ranges were left out of their mean: " +
                         std::to_string(phase.ranges.dropped) + " from " +
                         charted.labels[phase.begins] + " on.");
  if (charted.profile == "qicharts2" && !charted.phase_starts.empty() &&
      (charted.baseline > 0 || !charted.baseline_last.empty()))
    warnings.emplace_back("qicharts2 leaves a baseline out where there are phases; here it holds.");
  if (charted.profile == "autospc" && !charted.phase_starts.empty())
    warnings.emplace_back("The phases are those that autospc would choose; nobody decided them.");
  for (std::size_t i = 0; i < statistics::chart_warnings; ++i) {
    const auto warning = static_cast<ChartWarning>(i);
    if (charted.diagnosis.warnings.has(warning))
      warnings.emplace_back(warning_words(charted, warning));
  }
  if (!charted.proposals) return warnings;
  std::string proposal;
  for (const std::size_t first : *charted.proposals)
    proposal += (proposal.empty() ? "" : ", ") + charted.labels[first];
  warnings.push_back(proposal.empty()
                         ? "No new limits are proposed."
                         : "New limits could begin at " + proposal +
                               ". Nothing was changed: decide with --phase, and say why.");
  return warnings;
}

NumberTable numbers_of(const Charted& charted) {
  NumberTable table;
  table.headings = {"x",  "y",   "n",   "phase", "baseline", "included",
                    "cl", "lcl", "ucl", "lcl95", "ucl95",    "outside"};
  if (!charted.targets.empty()) table.headings.emplace_back("target");
  if (charted.show_season) table.headings.emplace_back("y_without_season");
  const auto flag = [](bool is) { return std::string(is ? "true" : "false"); };
  for (std::size_t i = 0; i < charted.chart.points.size(); ++i) {
    const auto& point = charted.chart.points[i];
    std::vector<std::string> row = {charted.labels[i],
                                    exact(point.value),
                                    exact(charted.observations[i].size),
                                    std::to_string(point.phase + 1),
                                    flag(point.baseline),
                                    flag(point.included),
                                    exact(point.centre),
                                    exact(point.lower),
                                    exact(point.upper),
                                    exact(point.lower95),
                                    exact(point.upper95),
                                    flag(point.outside)};
    if (!charted.targets.empty()) row.push_back(exact(charted.targets[i]));
    if (charted.show_season) row.push_back(exact(charted.season.adjusted[i]));
    table.rows.push_back(std::move(row));
  }
  return table;
}

namespace {

class SeriesSheet final : public Sheet {
 public:
  explicit SeriesSheet(Charted of) : charted_(std::move(of)) {
    title = title_of(charted_);
    summary = summary_of(charted_);
    for (const Signal& found : charted_.signals) signals.push_back(signal_words(charted_, found));
    decisions = charted_.decisions;
    if (charted_.show_season) {
      decisions.push_back(season_words(charted_));
      decisions.emplace_back("The dashed line, or \u25cb, is the series without its season.");
    }
    warnings = warnings_of(charted_);
    numbers = numbers_of(charted_);
  }
  std::string svg() const override { return drawing::as_file(ink_of(charted_)); }
  std::string drawn(int columns) const override {
    return drawing::draw_in_characters(ink_of(charted_), columns, rows_drawn);
  }
  std::string explanation() const override { return explanation_of(charted_); }
  std::string json() const override { return chart_as_json(charted_); }

 private:
  Charted charted_;
};

}  // namespace

SheetMade sheet_of(Charted charted) { return std::make_unique<SeriesSheet>(std::move(charted)); }

}  // namespace alongside::cli
