// SPDX-License-Identifier: Apache-2.0
// Definitions of measures, from lines and back.
#include "improvement/measure.h"

#include <algorithm>

#include "foundation/base/text.h"

namespace alongside {
namespace {

constexpr std::array<std::string_view, 8> family_codes = {
    "elicited", "addressed", "attained", "relationship", "burden", "joy", "equity", "project"};
constexpr std::array<std::string_view, measure_kinds.size()> kind_codes = {
    "structure", "process", "output", "outcome", "experience", "balancing", "cost"};
constexpr std::array<std::string_view, perspectives.size()> perspective_codes = {
    "person", "professional", "organisation"};
constexpr std::array<std::string_view, aspects.size()> aspect_codes = {
    "aim", "relationship", "hard_to_measure", "preference", "burden", "joy", "cost", "equity"};
constexpr std::array<std::string_view, ways_to_count.size()> counted_codes = {"share", "rate",
                                                                              "count", "value"};
constexpr std::array<std::string_view, 2> summary_codes = {"median", "mean"};
constexpr std::array<std::string_view, 3> rows_codes = {"units", "months", "values"};
constexpr std::array<std::string_view, 2> better_codes = {"more", "less"};

/// The place of a code is its value.
template <class Value, std::size_t count>
bool take_code(const std::array<std::string_view, count>& codes, std::string_view code,
               Value& value) {
  const auto found = std::ranges::find(codes, code);
  if (found == codes.end()) return false;
  value = static_cast<Value>(found - codes.begin());
  return true;
}

bool take_whole(std::string_view text, std::int64_t& number) {
  const auto found = whole_number(text);
  if (!found || *found < 1) return false;
  number = *found;
  return true;
}

bool take_aspects(const std::string& text, std::vector<Aspect>& covers) {
  for (const std::string_view part : split(text, ',')) {
    Aspect aspect{};
    if (!take_code(aspect_codes, one_line(part), aspect)) return false;
    if (std::ranges::find(covers, aspect) == covers.end()) covers.push_back(aspect);
  }
  std::ranges::sort(covers);
  return true;
}

/// Where the words of a line stand.
std::string* words_of(Measure& measure, std::string_view line) {
  if (line == "id") return &measure.id;
  if (line == "code") return &measure.code;
  if (line == "query") return &measure.query;
  if (line == "source") return &measure.source;
  if (line == "name") return &measure.name;
  if (line == "numerator") return &measure.numerator;
  if (line == "denominator") return &measure.denominator;
  if (line == "exclusions") return &measure.exclusions;
  return line == "window" ? &measure.window : nullptr;
}

bool take_counts(Measure& measure, const std::string& value) {
  const auto fact = fact_within_from(value);
  if (!fact) return false;
  if (!measure.over_records) measure.over_records.emplace();
  measure.over_records->counts = *fact;
  return true;
}

/// After the line "counts".
bool take_without(Measure& measure, const std::string& value) {
  const auto fact = fact_within_from(value);
  if (!fact || !measure.over_records || holds_of_all(fact->fact) ||
      unit_of(fact->fact) != unit_of(measure.over_records->counts.fact))
    return false;
  measure.over_records->without = *fact;
  return true;
}

/// Of every unit there is a count; of some, a share.
bool counts_as_said(const Measure& measure) {
  if (!measure.over_records) return true;
  const bool all = holds_of_all(measure.over_records->counts.fact);
  return measure.counted == (all ? CountedAs::count : CountedAs::share) && measure.query.empty();
}

bool take(Measure& measure, const std::string& line, const std::string& value) {
  if (std::string* words = words_of(measure, line)) {
    *words = value;
    return true;
  }
  if (line == "version") return take_whole(value, measure.version);
  if (line == "per") return take_whole(value, measure.per);
  if (line == "family") return take_code(family_codes, value, measure.family);
  if (line == "better") return take_code(better_codes, value, measure.better);
  if (line == "kind") return take_code(kind_codes, value, measure.kind);
  if (line == "perspective") return take_code(perspective_codes, value, measure.perspective);
  if (line == "counted") return take_code(counted_codes, value, measure.counted);
  if (line == "rows") return take_code(rows_codes, value, measure.rows);
  if (line == "counts") return take_counts(measure, value);
  if (line == "without") return take_without(measure, value);
  if (line == "summary") return take_code(summary_codes, value, measure.summary);
  return line == "covers" && take_aspects(value, measure.covers);
}

std::vector<Measure> read_library() {
  std::vector<Measure> measures;
  for (const EmbeddedFile& file : improvement::measure_library())
    measures.push_back(measure_from(file.bytes).value());
  // "A9" before "A10".
  std::ranges::sort(measures, [](const Measure& a, const Measure& b) {
    return std::pair(a.code.size(), a.code) < std::pair(b.code.size(), b.code);
  });
  return measures;
}

}  // namespace

Outcome<Measure> measure_from(std::string_view text) {
  Measure measure;
  for (const std::string_view line : split(text, '\n')) {
    const std::string tidy_line = one_line(line);
    if (tidy_line.empty() || tidy_line.starts_with('#')) continue;
    const std::size_t colon = tidy_line.find(':');
    if (colon == std::string::npos) return Refusal("measure.unreadable", tidy_line);
    const std::string name = tidy_line.substr(0, colon);
    if (!take(measure, name, one_line(tidy_line.substr(colon + 1))))
      return Refusal("measure.unreadable", name);
  }
  if (measure.id.empty()) return Refusal("measure.unreadable", "id");
  if (measure.query.empty() && measure.name.empty()) return Refusal("measure.unreadable", "query");
  if (!counts_as_said(measure)) return Refusal("measure.unreadable", "counted");
  return measure;
}

std::string lines_of(const Measure& measure) {
  std::string text;
  const auto line = [&](std::string_view name, std::string_view value) {
    if (!value.empty()) text += std::string(name) + ": " + one_line(value) + "\n";
  };
  line("id", measure.id);
  line("code", measure.code);
  line("version", std::to_string(measure.version));
  line("family", code_of(measure.family));
  line("name", measure.name);
  line("kind", code_of(measure.kind));
  line("perspective", code_of(measure.perspective));
  std::string covers;
  for (const Aspect aspect : measure.covers)
    covers += (covers.empty() ? "" : ", ") + std::string(code_of(aspect));
  line("covers", covers);
  line("counted", code_of(measure.counted));
  if (measure.over_records) {
    line("counts", words_of(measure.over_records->counts));
    if (measure.over_records->without) line("without", words_of(*measure.over_records->without));
  }
  line("numerator", measure.numerator);
  line("denominator", measure.denominator);
  line("exclusions", measure.exclusions);
  line("window", measure.window);
  if (measure.counted == CountedAs::rate) line("per", std::to_string(measure.per));
  if (measure.counted == CountedAs::value && !measure.own())
    line("summary", summary_codes[static_cast<std::size_t>(measure.summary)]);
  line("better", better_codes[static_cast<std::size_t>(measure.better)]);
  line("query", measure.query);
  if (measure.rows != QueryRows::units)
    line("rows", rows_codes[static_cast<std::size_t>(measure.rows)]);
  line("source", measure.source);
  return text;
}

const std::vector<Measure>& standard_measures() {
  static const std::vector<Measure> measures = read_library();
  return measures;
}

std::string_view code_of(Family family) { return family_codes[static_cast<std::size_t>(family)]; }
std::string_view code_of(MeasureKind kind) { return kind_codes[static_cast<std::size_t>(kind)]; }
std::string_view code_of(Perspective perspective) {
  return perspective_codes[static_cast<std::size_t>(perspective)];
}
std::string_view code_of(Aspect aspect) { return aspect_codes[static_cast<std::size_t>(aspect)]; }
std::string_view code_of(CountedAs counted) {
  return counted_codes[static_cast<std::size_t>(counted)];
}

}  // namespace alongside
