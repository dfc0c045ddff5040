// SPDX-License-Identifier: Apache-2.0
// A definition from a form.
#include "change/own_measure.h"

#include "change/balance.h"
#include "foundation/base/text.h"

namespace alongside {
namespace {

constexpr std::int64_t per_max = 1'000'000;

/// Goes the way of measure_from: what the lines refuse, the form refuses beside its field.
class DefinitionReader {
 public:
  explicit DefinitionReader(const OwnMeasureDraft& draft) : draft_(draft) {}

  Outcome<Measure> read() {
    words("name", draft_.name, measure_.name, measure_name_characters_max);
    words("numerator", draft_.numerator, measure_.numerator, measure_words_characters_max);
    words("denominator", draft_.denominator, measure_.denominator, measure_words_characters_max);
    words("exclusions", draft_.exclusions, measure_.exclusions, measure_words_characters_max);
    words("window", draft_.window, measure_.window, measure_words_characters_max);
    words("source", draft_.source, measure_.source, measure_words_characters_max);
    kind_and_perspective();
    choice("counted", draft_.counted, ways_to_count, measure_.counted);
    direction_and_covers();
    if (measure_.name.empty()) say("own_measure.name_missing", "name");
    if (measure_.numerator.empty()) say("own_measure.numerator_missing", "numerator");
    const bool sized = measure_.counted == CountedAs::share || measure_.counted == CountedAs::rate;
    if (sized && measure_.denominator.empty())
      say("own_measure.denominator_missing", "denominator");
    if (measure_.counted == CountedAs::rate) take_per();
    if (faults_.empty() && !output_called_outcome(measure_).empty())
      say("own_measure.output", "kind");
    return read_so_far();
  }

  Outcome<Measure> read_over_records() {
    words("name", draft_.name, measure_.name, measure_name_characters_max);
    words("source", draft_.source, measure_.source, measure_words_characters_max);
    kind_and_perspective();
    direction_and_covers();
    if (measure_.name.empty()) say("own_measure.name_missing", "name");
    OverRecords& over = measure_.over_records.emplace();
    over.counts = fact("counts", draft_.counts, "days", draft_.days);
    if (!draft_.without.empty()) {
      over.without = fact("without", draft_.without, "without_days", draft_.without_days);
      if (holds_of_all(over.without->fact) ||
          unit_of(over.without->fact) != unit_of(over.counts.fact))
        say("own_measure.without_other", "without");
    }
    measure_.counted = holds_of_all(over.counts.fact) ? CountedAs::count : CountedAs::share;
    if (faults_.empty() && measure_.kind == MeasureKind::outcome &&
        !says_what_it_did(over.counts.fact))
      say("own_measure.output", "kind");
    return read_so_far();
  }

 private:
  Outcome<Measure> read_so_far() {
    if (!faults_.empty()) return Refusal(std::move(faults_));
    measure_.family = Family::project;
    return measure_;
  }
  FactWithin fact(std::string_view field, const std::string& code, std::string_view days_field,
                  const std::string& days) {
    FactWithin made;
    choice(field, code, recorded_facts, made.fact);
    if (holds_of_all(made.fact)) return made;
    const auto within = whole_number(days);
    if (!within || *within < 1 || *within > recorded_days_max) say("own_measure.days", days_field);
    made.days = within.value_or(0);
    return made;
  }

  void say(std::string_view key, std::string_view field) {
    faults_.push_back({std::string(key), std::string(field)});
  }
  void words(std::string_view field, const std::string& typed, std::string& into,
             std::size_t longest) {
    into = one_line(typed);
    if (characters(into) > longest) say("own_measure.long", field);
  }
  template <class Choices, class Value>
  void choice(std::string_view field, const std::string& typed, const Choices& choices,
              Value& into) {
    for (const Value value : choices)
      if (code_of(value) == typed) {
        into = value;
        return;
      }
    say("own_measure.choose", field);
  }
  void kind_and_perspective() {
    choice("kind", draft_.kind, measure_kinds, measure_.kind);
    choice("perspective", draft_.perspective, perspectives, measure_.perspective);
  }
  void direction_and_covers() {
    if (draft_.better != "more" && draft_.better != "less") say("own_measure.choose", "better");
    measure_.better = draft_.better == "less" ? Better::less : Better::more;
    for (const std::string& code : draft_.covers) {
      Aspect aspect{};
      choice("covers", code, aspects, aspect);
      measure_.covers.push_back(aspect);
    }
  }
  void take_per() {
    const auto per = draft_.per.empty() ? std::optional<std::int64_t>(1) : whole_number(draft_.per);
    if (!per || *per < 1 || *per > per_max) return say("own_measure.per", "per");
    measure_.per = *per;
  }

  const OwnMeasureDraft& draft_;
  Measure measure_;
  std::vector<Fault> faults_;
};

}  // namespace

Outcome<Measure> own_measure_from(const OwnMeasureDraft& draft) {
  return DefinitionReader(draft).read();
}

Outcome<Measure> recorded_measure_from(const OwnMeasureDraft& draft) {
  return DefinitionReader(draft).read_over_records();
}

}  // namespace alongside
