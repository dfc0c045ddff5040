// SPDX-License-Identifier: Apache-2.0
// For whoever wants to check.
#include "doors/cli/chart_explained.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "doors/cli/chart_words.h"
#include "foundation/base/json.h"
#include "foundation/base/version.h"
#include "foundation/statistics/false_alarms.h"

namespace alongside::cli {
namespace {

using statistics::ChartKind;
using statistics::is_missing;

constexpr std::array<std::pair<const char*, const char*>, 4> rule_sets = {
    {{"anhoej", "Limits and runs"},
     {"mdc", "NHS Making Data Count"},
     {"western-electric", "Western Electric"},
     {"nelson", "Nelson"}}};

std::string_view reason_words(statistics::ChoiceReason reason) {
  using statistics::ChoiceReason;
  switch (reason) {
    case ChoiceReason::groups:
      return "Most times have several values, so their means are charted. Look at their spread "
             "first: "
             "--chart s.";
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
    case ChoiceReason::gaps:
      return "The column says that it holds what lies between events.";
    case ChoiceReason::single_values:
      return "One value each time.";
  }
  return {};
}

/// A column's name as R takes it.
std::string r_name(const std::string& name) {
  const bool plain = !name.empty() && std::ranges::all_of(name, [](unsigned char c) {
    return std::isalnum(c) != 0 || c == '_' || c == '.';
  });
  return plain ? name : "`" + name + "`";
}

std::string in_qicharts2(const Charted& charted) {
  std::string call = "library(qicharts2)\nqic(" +
                     (charted.x_name.empty() ? "seq_len(nrow(d))" : r_name(charted.x_name)) + ", " +
                     r_name(charted.y_name);
  if (!charted.n_name.empty()) call += ", n = " + r_name(charted.n_name);
  call += ", data = d, chart = \"" + charted.code + "\"";
  const auto list = [](const std::vector<std::size_t>& values, std::size_t plus) {
    std::string text;
    for (const std::size_t value : values)
      text += (text.empty() ? "" : ", ") + std::to_string(value + plus);
    return "c(" + text + ")";
  };
  if (!charted.phase_starts.empty()) call += ", part = " + list(charted.phase_starts, 0);
  if (!charted.excluded.empty()) call += ", exclude = " + list(charted.excluded, 1);
  if (charted.baseline > 0) call += ", freeze = " + std::to_string(charted.baseline);
  if (charted.baseline_last.size() == 1)
    call += ", freeze = " + std::to_string(charted.baseline_last.front() + 1);
  if (charted.per != 1) call += ", multiply = " + number_words(charted.per);
  if (!charted.screened) call = "options(qic.screenedmr = FALSE)\n" + call;
  call += ")";
  const bool frozen = charted.baseline > 0 || !charted.baseline_last.empty();
  if (frozen && !charted.phase_starts.empty())
    call += "\n# qicharts2 leaves freeze out where there are parts: its limits will differ.";
  if (charted.code == "r" || charted.code == "np" || charted.code == "cp")
    call = "# qicharts2 has no such chart; qcc has: --profile qcc --explain";
  return call;
}

std::string in_plotthedots(const Charted& charted) {
  std::string call =
      "library(NHSRplotthedots)\nptd_spc(d, value_field = " + r_name(charted.y_name) +
      ", date_field = " + r_name(charted.x_name) + ", improvement_direction = \"";
  call += !charted.better ? "neutral" : *charted.better == Better::more ? "increase" : "decrease";
  call += "\"";
  if (charted.baseline > 0) call += ", fix_after_n_points = " + std::to_string(charted.baseline);
  std::string dates;
  for (const std::size_t start : charted.phase_starts)
    dates += (dates.empty() ? "\"" : ", \"") + charted.labels[start] + "\"";
  if (!dates.empty()) call += ", rebase = ptd_rebase(as.Date(c(" + dates + ")))";
  if (!charted.targets.empty()) call += ", target = " + exact(charted.targets.back());
  return call + ")";
}

std::string in_qcc(const Charted& charted) {
  std::string type = charted.code;
  if (type == "r") type = "R";
  if (type == "s") type = "S";
  if (type == "i") type = std::string("xbar") + ".one";
  std::string call = "library(qcc)\nqcc(d$" + r_name(charted.y_name) + ", type = \"" + type + "\"";
  if (!charted.n_name.empty()) call += ", sizes = d$" + r_name(charted.n_name);
  return call + ")";
}

std::string in_autospc(const Charted& charted) {
  return "library(autospc)\nplot_auto_SPC(d, chart_type = \"" +
         std::string(charted.code == "p"    ? "P"
                     : charted.code == "pp" ? "P'"
                     : charted.code == "c"  ? "C"
                     : charted.code == "cp" ? "C'"
                                            : "XMR") +
         "\", x = " + r_name(charted.x_name) + ", y = " + r_name(charted.y_name) + ")";
}

std::string in_r(const Charted& charted) {
  if (charted.profile == "mdc") return in_plotthedots(charted);
  if (charted.profile == "qcc") return in_qcc(charted);
  if (charted.profile == "autospc") return in_autospc(charted);
  if (charted.profile == "pbcharts")
    return "# pbcharts: pbc(" + r_name(charted.x_name) + ", " + r_name(charted.y_name) +
           ", data = d, chart = \"" + charted.code + "\")";
  return in_qicharts2(charted);
}

std::vector<std::size_t> lengths_of(const Charted& charted) {
  std::vector<std::size_t> lengths;
  for (const auto& phase : charted.chart.phases) lengths.push_back(phase.ends - phase.begins);
  return lengths;
}

double false_alarms(const Charted& charted, const Rules& rules) {
  return false_alarms_of(rules, charted.screened, lengths_of(charted));
}

/// What each rule set finds here, and how often it finds something where nothing happened.
std::string other_rules(const Charted& charted) {
  std::string text;
  for (const auto& [code, name] : rule_sets) {
    const Rules rules = rules_from(code).value();
    const auto found = signals_by(rules, charted.chart, charted.better);
    text += "  " + std::string(name) + ": ";
    text += found.empty()
                ? "nothing"
                : std::to_string(found.size()) + (found.size() == 1 ? " sign" : " signs") +
                      ", first at " + charted.labels[found.front().first];
    const double rate = false_alarms(charted, rules);
    text += is_missing(rate) ? std::string("\n") : "; cries wolf in " + percent(rate) + "\n";
  }
  return text;
}

std::string how_often(const Charted& charted) {
  const std::size_t points = charted.chart.points.size();
  if (charted.kind == ChartKind::run) {
    std::int64_t useful = 0;
    for (const auto& phase : charted.chart.phases) useful = std::max(useful, phase.runs.useful);
    return "Where nothing happened, the two runs rules still speak in " +
           percent(statistics::runs_false_alarm_rate(useful)) + " of series of this length.\n";
  }
  const double rate = false_alarms(charted, charted.rules);
  std::string text = "Rules: " + charted.rules.name + ".";
  if (!is_missing(rate))
    text += " Where nothing happened, they still find something in " + percent(rate) + " of " +
            std::to_string(points) + "-point series.";
  return text + "\nWhat each set of rules finds here:\n" + other_rules(charted);
}

void write_options(const Charted& charted, JsonWriter& out) {
  out.key("program").text("alongside " + std::string(program_version));
  out.key("profile").text(charted.profile).key("rules").text(charted.rules.name);
  out.key("screened_moving_ranges").boolean(charted.screened);
  out.key("baseline").integer(charted.baseline).key("per").number(charted.per);
  out.key("limits").text(charted.limits.empty() ? "3sigma" : charted.limits);
  out.key("given_centre")
      .number(charted.given_centre)
      .key("given_sigma")
      .number(charted.given_sigma);
  out.key("better");
  charted.better ? out.text(*charted.better == Better::more ? "up" : "down") : out.null();
  out.key("decisions").begin_array();
  for (const std::string& decision : charted.decisions) out.text(decision);
  out.end_array();
  const auto labels = [&](std::string_view name, const std::vector<std::size_t>& points) {
    out.key(name).begin_array();
    for (const std::size_t at : points) out.text(charted.labels[at]);
    out.end_array();
  };
  labels("phases_begin", charted.phase_starts);
  labels("baselines_end", charted.baseline_last);
  labels("left_out", charted.excluded);
  if (charted.proposals) labels("new_limits_could_begin", *charted.proposals);
}

std::string code_of(const Signal& found) {
  switch (found.rule) {
    case FoundBy::outside:
      return "outside";
    case FoundBy::long_run:
      return "long-run";
    case FoundBy::few_crossings:
      return "few-crossings";
    case FoundBy::pattern:
      return alongside::code_of(found.pattern);
  }
  return {};
}

std::string_view meaning_code(Meaning meaning) {
  static constexpr std::array<std::string_view, 3> codes = {"different", "better", "worse"};
  return codes[static_cast<std::size_t>(meaning)];
}

/// The rules in which the point takes part.
void write_signals(const Charted& charted, std::size_t i, JsonWriter& out) {
  out.key("signals").begin_array();
  for (const Signal& found : charted.signals)
    if (found.first <= i && i <= found.last) out.text(code_of(found));
  out.end_array();
}

void write_points(const Charted& charted, JsonWriter& out) {
  out.key("points").begin_array();
  for (std::size_t i = 0; i < charted.chart.points.size(); ++i) {
    const auto& point = charted.chart.points[i];
    out.begin_object().key("x").text(charted.labels[i]).key("y").number(point.value);
    out.key("n").number(charted.observations[i].size);
    out.key("phase").integer(point.phase + 1).key("cl").number(point.centre);
    out.key("lcl").number(point.lower).key("ucl").number(point.upper);
    out.key("lcl95").number(point.lower95).key("ucl95").number(point.upper95);
    out.key("baseline").boolean(point.baseline);
    write_signals(charted, i, out);
    out.key("included").boolean(point.included).key("outside").boolean(point.outside);
    if (!charted.targets.empty()) out.key("target").number(charted.targets[i]);
    if (charted.show_season) out.key("y_without_season").number(charted.season.adjusted[i]);
    out.end_object();
  }
  out.end_array();
}

void write_phases(const Charted& charted, JsonWriter& out) {
  out.key("phases").begin_array();
  for (const auto& phase : charted.chart.phases) {
    out.begin_object().key("first").text(charted.labels[phase.begins]);
    out.key("useful").integer(phase.runs.useful).key("longest_run").integer(phase.runs.longest_run);
    out.key("longest_run_max").integer(phase.runs.longest_run_max);
    out.key("crossings").integer(phase.runs.crossings);
    out.key("crossings_min").integer(phase.runs.crossings_min);
    out.key("points").integer(static_cast<std::int64_t>(phase.ends - phase.begins));
    out.key("baseline_points").integer(static_cast<std::int64_t>(phase.baseline_points));
    out.key("sigma").number(charted.chart.points[phase.begins].sigma);
    out.key("sigma_z").number(phase.sigma_z);
    out.key("false_alarm_rate")
        .number(false_alarms_of(charted.rules, charted.screened, {phase.ends - phase.begins}));
    out.key("moving_ranges_left_out").integer(phase.ranges.dropped).end_object();
  }
  out.end_array();
}

}  // namespace

std::string season_words(const Charted& charted) {
  std::string text = "Season: ";
  for (std::size_t place = 0; place < charted.season.index.size(); ++place) {
    const double index = charted.season.index[place];
    text += (place > 0 ? ", " : "") + place_words(charted.calendar, place) +
            (index < 0 ? " " : " +") + number_words(index);
  }
  if (!is_missing(charted.season.chance))
    text += ". Chance alone gives such differences in " +
            (charted.season.chance < 0.001 ? "less than 0.1 %" : percent(charted.season.chance)) +
            " of series";
  return text + ".";
}

std::string explanation_of(const Charted& charted) {
  std::string text = "Why this chart: ";
  text += charted.reason ? std::string(reason_words(*charted.reason)) : "You asked for it.";
  text += "\n" + how_often(charted);
  if (!is_missing(charted.diagnosis.autocorrelation))
    text += "Neighbours resemble each other by " + number_words(charted.diagnosis.autocorrelation) +
            " (0 is not at all, 1 is wholly, below 0 is the opposite).\n";
  return text + "The same in R:\n" + in_r(charted) + "\n";
}

std::string chart_as_json(const Charted& charted) {
  JsonWriter out;
  out.begin_object().key("chart").text(charted.code);
  out.key("title").text(title_of(charted)).key("summary").text(summary_of(charted));
  write_options(charted, out);
  write_points(charted, out);
  write_phases(charted, out);
  out.key("signals").begin_array();
  for (const Signal& found : charted.signals) {
    out.begin_object().key("rule").text(code_of(found));
    out.key("first").text(charted.labels[found.first]);
    out.key("last").text(charted.labels[found.last]);
    out.key("side").integer(found.side).key("meaning").text(meaning_code(found.meaning));
    out.key("words").text(signal_words(charted, found)).end_object();
  }
  out.end_array().key("variation").text(variation_words(charted.standing));
  out.key("assurance").text(assurance_words(charted.standing));
  out.key("warnings").begin_array();
  for (std::size_t i = 0; i < statistics::chart_warnings; ++i)
    if (charted.diagnosis.warnings.has(static_cast<statistics::ChartWarning>(i)))
      out.text(statistics::code_of(static_cast<statistics::ChartWarning>(i)));
  out.end_array().key("in_r").text(in_r(charted)).end_object();
  return std::move(out).take() + "\n";
}

}  // namespace alongside::cli
