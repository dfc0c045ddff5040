// SPDX-License-Identifier: Apache-2.0
// Two things tried turn by turn: a day a row, its value, and which of the two it was.
#include "doors/cli/learn_trial.h"

#include <algorithm>
#include <cmath>
#include <iomanip>
#include <numeric>
#include <set>
#include <sstream>
#include <stdexcept>

#include "improvement/chart_table.h"
#include "doors/cli/learn_words.h"
#include "foundation/base/json.h"
#include "learning/own_trial.h"

namespace alongside::cli {
namespace {

using learning::TrialReading;
using learning::TrialVerdict;

[[noreturn]] void refuse(const std::string& why) { throw std::runtime_error(why); }

ChartTable days_of(const LearnTrialOptions& options, std::string_view text) {
  const auto read = table_from(text);
  if (const auto* fault = std::get_if<TableFault>(&read))
    refuse("line " + std::to_string(fault->line) + ": " + fault->reason);
  ColumnsAsked asked;
  asked.x = options.x;
  asked.y = options.y;
  asked.by = options.phase;
  const auto table = chart_table(std::get<TextTable>(read), asked);
  if (const auto* fault = std::get_if<ChartTableFault>(&table)) {
    const bool phase = fault->message.starts_with("--by");
    refuse(phase ? "--phase" + fault->message.substr(4) : fault->message);
  }
  return std::get<ChartTable>(table);
}

/// The two words of the phase column; the first is what B is compared with.
std::pair<std::string, std::string> sides_of(const LearnTrialOptions& options,
                                             const ChartTable& days) {
  const std::set<std::string> words(days.by.begin(), days.by.end());
  if (words.size() != 2)
    refuse("the column \"" + options.phase + "\" has " + std::to_string(words.size()) +
           " different words; a trial has two, such as A and B");
  const std::string first = options.reference.empty() ? *words.begin() : options.reference;
  if (!words.contains(first)) refuse("no day says \"" + first + "\"");
  return {first, first == *words.begin() ? *words.rbegin() : *words.begin()};
}

inference::PhaseSeries series_of(const ChartTable& days, const std::string& reference, bool down) {
  std::vector<std::size_t> order(days.keys.size());
  std::iota(order.begin(), order.end(), 0);
  std::ranges::stable_sort(order, {}, [&](std::size_t i) { return days.keys[i]; });
  inference::PhaseSeries series;
  for (const std::size_t i : order) {
    if (!series.time.empty() && series.time.back() == days.keys[i])
      refuse("line " + std::to_string(days.lines[i]) + ": this day stands twice");
    series.time.push_back(days.keys[i]);
    series.y.push_back(down ? -days.y[i] : days.y[i]);
    series.phase.push_back(days.by[i] == reference ? 0 : 1);
  }
  if (std::ranges::all_of(series.y, [](double y) { return std::isnan(y); }))
    refuse("there is no day with a value");
  return series;
}

inference::TrialDesign design_of(const std::string& words) {
  using Kind = inference::TrialDesign::Kind;
  std::istringstream in(words);
  std::string name;
  std::getline(in, name, ':');
  std::size_t first = 0;
  std::size_t last = 0;
  char between = ' ';
  in >> first;
  if (name == "blocks" && first > 0) return {Kind::blocks, 0, 0, first, 1};
  if (name == "days") return {Kind::alternating_fixed_n, 0, 0, 1, 1};
  if (name == "runs" && first > 0) return {Kind::alternating_max_run, 0, 0, 1, first};
  if (name == "start" && in >> between >> last && between == '-' && last >= first)
    return {Kind::ab_start, first, last, 1, 1};
  refuse("--drawn is blocks:DAYS, days, runs:LONGEST or start:FIRST-LAST");
}

std::string shown(double value) {
  std::ostringstream out;
  const double size = std::abs(value);
  out << std::fixed
      << std::setprecision(size < 1     ? 2
                           : size < 100 ? 1
                                        : 0)
      << (size < 0.005 ? 0 : value);
  return out.str();
}

struct Told {
  const LearnTrialOptions& options;
  const TrialReading& reading;
  const std::string& a;
  const std::string& b;
  bool down;

  /// A difference on the scale as it was written down.
  double as_written(double value) const { return down && value != 0 ? -value : value; }
  double low() const { return down ? -reading.high80 : reading.low80; }
  double high() const { return down ? -reading.low80 : reading.high80; }

  void in_words(std::ostream& out) const {
    out << verdict() << "\n\n";
    out << reading.days_a << " days of " << a << ", " << reading.days_b << " days of " << b
        << "; days of one kind differ by " << shown(reading.sd) << " (one standard deviation).\n";
    out << b << " less " << a << ": " << shown(as_written(reading.mean)) << ", probably between "
        << shown(low()) << " and " << shown(high()) << " (80 of 100).\n";
    out << "Chance that " << b << " is better: " << of_100(reading.chance_better)
        << " of 100; better by at least " << shown(reading.worthwhile) << ": "
        << of_100(reading.chance_worthwhile) << " of 100.\n";
    if (reading.nap)
      out << "Of 100 pairs of a day of each, the day of " << b << " is the better one in "
          << of_100(*reading.nap) << ".\n";
    if (reading.test)
      out << "Of " << reading.test->arrangements << " orders that chance could have drawn, "
          << reading.test->as_high << " look as good (p = " << shown(reading.test->one_sided())
          << "; the smallest possible is " << shown(reading.test->smallest_possible()) << ").\n";
    else
      out << "Without --drawn nobody knows how the order came about; what people choose by the day "
             "can make a difference look real.\n";
    out << "\nBelieved before: " << shown(as_written(reading.expected.mean)) << " with an sd of "
        << shown(reading.expected.sd) << ". One day and the next are alike by "
        << shown(reading.likeness) << ".\n";
  }

  std::string verdict() const {
    switch (reading.verdict) {
      case TrialVerdict::better:
        return b + " was better for you than " + a + ".";
      case TrialVerdict::worse:
        return a + " was better for you than " + b + ".";
      case TrialVerdict::either_way:
        return "These days do not tell " + a + " and " + b + " apart.";
      case TrialVerdict::too_early:
        break;
    }
    return "It is too early to say.";
  }

  void as_json(std::ostream& out) const {
    constexpr std::string_view verdicts[] = {"too_early", "better", "worse", "either_way"};
    JsonWriter json;
    json.begin_object().key("verdict").text(verdicts[static_cast<int>(reading.verdict)]);
    json.key("a").text(a).key("b").text(b);
    json.key("days_a").integer(static_cast<std::int64_t>(reading.days_a));
    json.key("days_b").integer(static_cast<std::int64_t>(reading.days_b));
    json.key("sd").number(reading.sd).key("mean").number(as_written(reading.mean));
    json.key("low80").number(low()).key("high80").number(high());
    json.key("chance_better").number(reading.chance_better);
    json.key("worthwhile").number(reading.worthwhile);
    json.key("chance_worthwhile").number(reading.chance_worthwhile);
    json.key("expected_mean").number(as_written(reading.expected.mean));
    json.key("expected_sd").number(reading.expected.sd);
    json.key("likeness").number(reading.likeness).key("information").number(reading.information);
    json.key("turns").integer(static_cast<std::int64_t>(reading.turns));
    json.key("nap");
    reading.nap ? json.number(*reading.nap) : json.null();
    json.key("randomisation_test");
    if (reading.test)
      json.begin_object()
          .key("arrangements")
          .integer(reading.test->arrangements)
          .key("p_one_sided")
          .number(reading.test->one_sided())
          .key("p_two_sided")
          .number(reading.test->two_sided())
          .key("smallest_possible_p")
          .number(reading.test->smallest_possible())
          .end_object();
    else
      json.null();
    json.end_object();
    out << std::move(json).take() << "\n";
  }
};

}  // namespace

void read_trial_table(const LearnTrialOptions& options, std::string_view text, std::ostream& out) {
  const ChartTable days = days_of(options, text);
  const auto [a, b] = sides_of(options, days);
  const bool down = options.better == "down";
  learning::OwnTrial trial;
  trial.series = series_of(days, a, down);
  trial.worthwhile = options.worthwhile;
  if (options.expected_sd)
    trial.expected =
        learning::Belief{(down ? -1 : 1) * options.expected_mean.value_or(0), *options.expected_sd};
  if (!options.drawn.empty()) trial.design = design_of(options.drawn);
  const TrialReading reading = learning::read_trial(trial);
  if (trial.design && !reading.test)
    refuse("the order of these days is none that --drawn " + options.drawn + " could have made");
  const Told told{options, reading, a, b, down};
  options.json ? told.as_json(out) : told.in_words(out);
}

}  // namespace alongside::cli
