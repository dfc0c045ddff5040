// SPDX-License-Identifier: Apache-2.0
// What a plan must say before it can be locked.
#include "change/test_plan.h"

#include <algorithm>
#include <cmath>

#include "foundation/base/delimited.h"
#include "foundation/base/text.h"

namespace alongside {
namespace {

constexpr std::int64_t thousand = 1000;
constexpr double milli_max = 1e12;

/// Collects what is wrong while the plan is read, so that all of it is told at once.
class PlanReader {
 public:
  PlanReader(const TestDraft& draft, const AroundTest& around) : draft_(draft), around_(around) {}

  TestPlan plan() {
    words();
    plan_.seen = chosen(draft_.seen, "seen", std::array{SeenAs::share, SeenAs::number});
    plan_.predicted = chosen(draft_.predicted, "predicted", predictions);
    prediction();
    plan_.confidence = whole(draft_.confidence, {0, 100, "test.confidence", "confidence"});
    plan_.size = whole(draft_.size, {1, test_size_max, "test.size", "size"});
    time_of_people();
    days();
    plan_.idea = known(draft_.idea, around_.ideas, "idea");
    plan_.measure = known(draft_.measure, around_.measures, "measure");
    plan_.follows = known(draft_.follows, around_.tests, "follows");
    return plan_;
  }
  std::vector<Fault> faults() && { return std::move(faults_); }

 private:
  void say(std::string_view key, std::string_view field) {
    faults_.push_back({std::string(key), std::string(field)});
  }

  enum class Need { asked, free };
  std::string text(const std::string& typed, std::string_view field, Need need,
                   std::size_t longest = test_words_characters_max) {
    std::string words = tidied(typed);
    if (words.empty() && need == Need::asked) say("test.words_missing", field);
    if (characters(words) > longest) say("test.long", field);
    return words;
  }

  void words() {
    plan_.title = one_line(text(draft_.title, "title", Need::asked, test_title_characters_max));
    plan_.hypothesis = text(draft_.hypothesis, "hypothesis", Need::asked);
    plan_.what = text(draft_.what, "what", Need::asked);
    plan_.stop_rule = text(draft_.stop_rule, "stop_rule", Need::asked);
    plan_.sponsor = text(draft_.sponsor, "sponsor", Need::asked);
    plan_.who = text(draft_.who, "who", Need::asked);
    plan_.supplies = text(draft_.supplies, "supplies", Need::free);
    plan_.permission = text(draft_.permission, "permission", Need::free);
  }

  template <class Choice, std::size_t count>
  Choice chosen(const std::string& code, std::string_view field,
                const std::array<Choice, count>& choices) {
    for (const Choice choice : choices)
      if (code_of(choice) == code) return choice;
    say("test.choose", field);
    return choices[0];
  }

  /// In thousandths; nothing where nothing was typed or it was no number.
  std::optional<std::int64_t> thousandths(const std::string& typed, std::string_view field) {
    if (one_line(typed).empty()) return std::nullopt;
    const auto number = number_in(typed, ';');
    const double milli = number ? *number * thousand : 0;
    if (!number || std::abs(milli) > milli_max || std::abs(milli - std::round(milli)) > 1e-6) {
      say("test.number", field);
      return std::nullopt;
    }
    const auto whole = static_cast<std::int64_t>(std::llround(milli));
    if (draft_.seen == code_of(SeenAs::share) && (whole < 0 || whole > 100 * thousand))
      say("test.of_100", field);
    return whole;
  }

  void prediction() {
    plan_.now_milli = thousandths(draft_.now, "now");
    if (plan_.predicted != Predicted::between) {
      if (one_line(draft_.now).empty()) say("test.now_missing", "now");
      return;
    }
    const auto low = thousandths(draft_.low, "low");
    const auto high = thousandths(draft_.high, "high");
    if (one_line(draft_.low).empty()) say("test.number", "low");
    if (one_line(draft_.high).empty()) say("test.number", "high");
    if (low && high && *low > *high) say("test.range", "high");
    plan_.low_milli = low.value_or(0);
    plan_.high_milli = high.value_or(0);
  }

  struct Limits {
    std::int64_t least, most;
    std::string_view key, field;
  };
  std::int64_t whole(const std::string& typed, const Limits& limits) {
    const auto number = whole_number(one_line(typed));
    if (!number || *number < limits.least || *number > limits.most) {
      say(limits.key, limits.field);
      return limits.least;
    }
    return *number;
  }

  void time_of_people() {
    constexpr double minutes_an_hour = 60, hours_max = 10'000;
    const auto hours = number_in(draft_.hours, ';');
    if (!hours || *hours < 0 || *hours > hours_max) return say("test.hours", "hours");
    plan_.minutes_of_people = std::llround(*hours * minutes_an_hour);
  }

  void days() {
    const auto begins = Day::from_iso(one_line(draft_.begins));
    const auto ends = Day::from_iso(one_line(draft_.ends));
    if (!begins) say("test.day", "begins");
    if (!ends) say("test.day", "ends");
    if (!begins || !ends) return;
    if (*ends < *begins) say("test.ends_before", "ends");
    if (ends->number - begins->number > test_days_max) say("test.too_long", "ends");
    plan_.begins = *begins;
    plan_.ends = *ends;
  }

  std::int64_t known(const std::string& typed, const std::vector<std::int64_t>& numbers,
                     std::string_view field) {
    const auto number = typed.empty() ? std::optional<std::int64_t>(0) : whole_number(typed);
    if (number && (*number == 0 || std::ranges::find(numbers, *number) != numbers.end()))
      return *number;
    say("test.unknown", field);
    return 0;
  }

  const TestDraft& draft_;
  const AroundTest& around_;
  TestPlan plan_;
  std::vector<Fault> faults_;
};

}  // namespace

std::string_view code_of(SeenAs seen) { return seen == SeenAs::share ? "share" : "number"; }

std::string_view code_of(Predicted predicted) {
  switch (predicted) {
    case Predicted::more:
      return "more";
    case Predicted::less:
      return "less";
    case Predicted::same:
      return "same";
    case Predicted::between:
      return "between";
  }
  return {};
}

Outcome<TestPlan> plan_from(const TestDraft& draft, const AroundTest& around) {
  PlanReader reader(draft, around);
  TestPlan plan = reader.plan();
  std::vector<Fault> faults = std::move(reader).faults();
  if (!faults.empty()) return Refusal(std::move(faults));
  return plan;
}

}  // namespace alongside
