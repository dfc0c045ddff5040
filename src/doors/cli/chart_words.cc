// SPDX-License-Identifier: Apache-2.0
// Plain English for whoever reads a chart in a terminal.
#include "doors/cli/chart_words.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cmath>
#include <map>

#include "foundation/base/json.h"
#include "foundation/statistics/false_alarms.h"

namespace alongside::cli {
namespace {

using statistics::ChartKind;
using statistics::ChartWarning;
using statistics::is_missing;

struct KindWords {
  ChartKind kind;
  std::string_view code, name;
};
constexpr std::array<KindWords, 15> kinds = {{{ChartKind::run, "run", "Run chart"},
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
                                              {ChartKind::g, "g", "G chart"}}};

const KindWords& words_of(ChartKind kind) {
  for (const KindWords& words : kinds)
    if (words.kind == kind) return words;
  return kinds[1];
}

std::string_view reason_words(statistics::ChoiceReason reason) {
  using statistics::ChoiceReason;
  switch (reason) {
    case ChoiceReason::groups:
      return "Most times have several values, so their means are charted.";
    case ChoiceReason::few_points:
      return "There are fewer than 12 times: too few for limits, so only the middle is drawn.";
    case ChoiceReason::shares:
      return "Whole counts out of whole totals are shares.";
    case ChoiceReason::shares_wider:
      return "Whole counts out of whole totals are shares; they vary more than chance gives, so "
             "Laney's correction widens the limits.";
    case ChoiceReason::rates:
      return "Counts over a size that they may exceed are rates.";
    case ChoiceReason::rates_wider:
      return "Counts over a size that they may exceed are rates; they vary more than chance gives, "
             "so Laney's correction widens the limits.";
    case ChoiceReason::sizes:
      return "Measurements come with a size each, so larger ones weigh more.";
    case ChoiceReason::counts:
      return "Whole counts that vary about as much as chance gives.";
    case ChoiceReason::rare_events:
      return "Most times have no event at all. Counting the days or cases between events (--chart "
             "t "
             "or g) would say more.";
    case ChoiceReason::single_values:
      return "One value each time.";
  }
  return {};
}

std::string_view warning_words(const Charted& charted, ChartWarning warning) {
  if (warning == ChartWarning::autocorrelation && charted.diagnosis.autocorrelation < 0)
    return "Neighbouring points are unlike each other: the moving ranges make the limits too wide.";
  if (warning == ChartWarning::overdispersion && charted.diagnosis.sigma_z < 1)
    return "The counts vary less than chance gives: is the denominator what they are counted from?";
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
      "A phase has fewer than two points to make limits of."};
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

std::string finding_words(const Charted& charted, const Finding& found) {
  const std::string first = charted.labels[found.first];
  const std::string last = charted.labels[found.last];
  const std::string meaning(meaning_words(found.meaning));
  const bool above = found.side > 0;
  switch (found.rule) {
    case FoundBy::outside:
      return first + ": " + number_words(charted.chart.points[found.first].value) + " lies " +
             (above ? "above the upper" : "below the lower") + " limit (" + meaning + ").";
    case FoundBy::long_run: {
      const auto& phase = charted.chart.phases[charted.chart.points[found.first].phase];
      return first + " to " + last + ": " + std::to_string(found.points) + " points in a row " +
             (above ? "above" : "below") + " the middle, more than " +
             std::to_string(phase.runs.longest_run_max) + " (" + meaning + ").";
    }
    case FoundBy::few_crossings: {
      const auto& phase = charted.chart.phases[charted.chart.points[found.first].phase];
      const std::int64_t crossings = phase.runs.crossings;
      return first + " to " + last + ": the middle is crossed " +
             (crossings == 1 ? std::string("once") : std::to_string(crossings) + " times") +
             ", less than " + std::to_string(phase.runs.crossings_min) +
             ": it drifts or comes in clusters.";
    }
  }
  return {};
}

std::string percent(double share) { return number_words(std::round(share * 1000) / 10) + " %"; }

/// One cell of a CSV.
std::string cell(std::string_view text) {
  if (text.find_first_of(",\"\n") == std::string_view::npos) return std::string(text);
  std::string quoted = "\"";
  for (const char c : text) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + "\"";
}

std::string exact(double value) {
  if (is_missing(value)) return {};
  std::array<char, 32> digits{};
  const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), value);
  return error == std::errc() ? std::string(digits.data(), end) : std::string();
}

/// A column's name as R takes it.
std::string r_name(const std::string& name) {
  const bool plain = !name.empty() && std::ranges::all_of(name, [](unsigned char c) {
    return std::isalnum(c) != 0 || c == '_' || c == '.';
  });
  return plain ? name : "`" + name + "`";
}

std::string in_r(const Charted& charted) {
  std::string call = "library(qicharts2)\nqic(" +
                     (charted.x_name.empty() ? "seq_len(nrow(d))" : r_name(charted.x_name)) + ", " +
                     r_name(charted.y_name);
  if (!charted.n_name.empty()) call += ", n = " + r_name(charted.n_name);
  call += ", data = d, chart = \"" + std::string(words_of(charted.kind).code) + "\"";
  const auto list = [](const std::vector<std::size_t>& values, std::size_t plus) {
    std::string text;
    for (const std::size_t value : values)
      text += (text.empty() ? "" : ", ") + std::to_string(value + plus);
    return "c(" + text + ")";
  };
  if (!charted.phase_starts.empty()) call += ", part = " + list(charted.phase_starts, 0);
  if (!charted.excluded.empty()) call += ", exclude = " + list(charted.excluded, 1);
  if (charted.baseline > 0) call += ", freeze = " + std::to_string(charted.baseline);
  if (!charted.screened) call = "options(qic.screenedmr = FALSE)\n" + call;
  return call + ")";
}

}  // namespace

std::optional<ChartKind> kind_from(std::string_view code) {
  for (const KindWords& words : kinds)
    if (words.code == code) return words.kind;
  return std::nullopt;
}

std::string_view code_of(ChartKind kind) { return words_of(kind).code; }

std::string number_words(double value) {
  std::array<char, 40> digits{};
  const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), value,
                                          std::chars_format::general, 4);
  return error == std::errc() ? std::string(digits.data(), end) : std::string();
}

std::string title_of(const Charted& charted) {
  std::string title = std::string(words_of(charted.kind).name) + " of " + charted.y_name;
  if (!charted.n_name.empty() && charted.kind != ChartKind::c) title += " over " + charted.n_name;
  return title + (charted.x_name.empty() ? "" : " by " + charted.x_name);
}

std::string summary_of(const Charted& charted) {
  if (charted.chart.phases.empty()) return "There is nothing to chart.";
  const auto& last = charted.chart.points.back();
  std::string sentence = "The middle is " + number_words(last.centre);
  if (!is_missing(last.upper))
    sentence += ", the limits " + number_words(last.lower) + " and " + number_words(last.upper);
  return sentence + ". " +
         (charted.findings.empty() ? "Nothing here is more than chance gives."
                                   : "Something here is more than chance gives.");
}

std::string reading_of(const Charted& charted) {
  std::string text = summary_of(charted) + "\n";
  for (const Finding& found : charted.findings)
    text += "  - " + finding_words(charted, found) + "\n";
  if (charted.without_time > 0)
    text +=
        "  ! Rows without a time were left out: " + std::to_string(charted.without_time) + ".\n";
  for (std::size_t i = 0; i < statistics::chart_warnings; ++i) {
    const auto warning = static_cast<ChartWarning>(i);
    if (charted.diagnosis.warnings.has(warning))
      text += "  ! " + std::string(warning_words(charted, warning)) + "\n";
  }
  return text;
}

std::string explanation_of(const Charted& charted) {
  std::string text = "Why this chart: ";
  text += charted.reason ? std::string(reason_words(*charted.reason)) : "You asked for it.";
  text += "\n";
  const std::size_t points = charted.chart.points.size();
  const auto rate = [&](statistics::RuleSet rules) {
    return percent(statistics::false_alarm_rate(rules, charted.screened, points));
  };
  if (charted.kind == ChartKind::run) {
    std::int64_t useful = 0;
    for (const auto& phase : charted.chart.phases) useful = std::max(useful, phase.runs.useful);
    text += "Where nothing happened, the two runs rules still speak in " +
            percent(statistics::runs_false_alarm_rate(useful)) + " of series of this length.\n";
  } else {
    text += "Where nothing happened, limits and runs still speak in " +
            rate(statistics::RuleSet::shewhart_anhoej) + " of " + std::to_string(points) +
            "-point series (limits alone " + rate(statistics::RuleSet::shewhart) +
            ", NHS Making Data Count " + rate(statistics::RuleSet::nhs) + ", Western Electric " +
            rate(statistics::RuleSet::western_electric) + ", Nelson " +
            rate(statistics::RuleSet::nelson) + ").\n";
  }
  for (const auto& phase : charted.chart.phases)
    if (phase.ranges.dropped > 0)
      text += "Large moving ranges left out of the mean: " + std::to_string(phase.ranges.dropped) +
              ".\n";
  if (!is_missing(charted.diagnosis.autocorrelation))
    text += "Neighbours resemble each other by " + number_words(charted.diagnosis.autocorrelation) +
            " (0 is not at all, 1 is wholly, below 0 is the opposite).\n";
  return text + "The same in R:\n" + in_r(charted) + "\n";
}

std::string points_as_csv(const Charted& charted) {
  std::string text = "x,y,n,phase,baseline,included,cl,lcl,ucl,lcl95,ucl95,outside\n";
  for (std::size_t i = 0; i < charted.chart.points.size(); ++i) {
    const auto& point = charted.chart.points[i];
    text += cell(charted.labels[i]);
    for (const double number : {point.value, charted.observations[i].size})
      text += "," + exact(number);
    text += "," + std::to_string(point.phase + 1);
    for (const bool flag : {point.baseline, point.included}) text += flag ? ",true" : ",false";
    for (const double number :
         {point.centre, point.lower, point.upper, point.lower95, point.upper95})
      text += "," + exact(number);
    text += point.outside ? ",true\n" : ",false\n";
  }
  return text;
}

std::string chart_as_json(const Charted& charted) {
  JsonWriter out;
  out.begin_object().key("chart").text(code_of(charted.kind));
  out.key("title").text(title_of(charted)).key("summary").text(summary_of(charted));
  out.key("points").begin_array();
  for (std::size_t i = 0; i < charted.chart.points.size(); ++i) {
    const auto& point = charted.chart.points[i];
    out.begin_object().key("x").text(charted.labels[i]).key("y").number(point.value);
    out.key("n").number(charted.observations[i].size);
    out.key("phase").integer(point.phase + 1).key("cl").number(point.centre);
    out.key("lcl").number(point.lower).key("ucl").number(point.upper);
    out.key("included").boolean(point.included).key("outside").boolean(point.outside).end_object();
  }
  out.end_array().key("phases").begin_array();
  for (const auto& phase : charted.chart.phases) {
    out.begin_object().key("first").text(charted.labels[phase.begins]);
    out.key("useful").integer(phase.runs.useful).key("longest_run").integer(phase.runs.longest_run);
    out.key("longest_run_max").integer(phase.runs.longest_run_max);
    out.key("crossings").integer(phase.runs.crossings);
    out.key("crossings_min").integer(phase.runs.crossings_min).end_object();
  }
  out.end_array().key("findings").begin_array();
  for (const Finding& found : charted.findings) {
    out.begin_object().key("first").text(charted.labels[found.first]);
    out.key("last").text(charted.labels[found.last]);
    out.key("meaning").text(meaning_words(found.meaning));
    out.key("words").text(finding_words(charted, found)).end_object();
  }
  out.end_array().key("warnings").begin_array();
  for (std::size_t i = 0; i < statistics::chart_warnings; ++i)
    if (charted.diagnosis.warnings.has(static_cast<ChartWarning>(i)))
      out.text(statistics::code_of(static_cast<ChartWarning>(i)));
  out.end_array().end_object();
  return std::move(out).take() + "\n";
}

}  // namespace alongside::cli
