// SPDX-License-Identifier: Apache-2.0
// A set of measures in sentences.
#include "doors/cli/lens.h"

#include <algorithm>
#include <stdexcept>

#include "change/lens_words.h"
#include "foundation/base/delimited.h"
#include "foundation/base/json.h"
#include "foundation/base/text.h"

namespace alongside::cli {
namespace {

using Rows = std::vector<std::vector<std::string>>;

std::optional<std::size_t> column(const std::vector<std::string>& names,
                                  std::initializer_list<std::string_view> wanted) {
  for (std::size_t i = 0; i < names.size(); ++i)
    for (const std::string_view name : wanted)
      if (lower_ascii(one_line(names[i])) == name) return i;
  return std::nullopt;
}

template <class Values, class Value>
bool take(const Values& values, const std::string& code, Value& into) {
  for (const auto value : values)
    if (code_of(value) == code) {
      into = value;
      return true;
    }
  return false;
}

/// Rows below a head that names the columns.
std::vector<MeasureInFile> from_table(const TextTable& table) {
  const auto& head = table.rows.front();
  const auto name = column(head, {"name", "measure", "mått", "namn"});
  const auto numerator = column(head, {"numerator", "counted what", "täljare"});
  const auto denominator = column(head, {"denominator", "out of", "nämnare"});
  const auto kind = column(head, {"kind", "type", "slag", "typ"});
  const auto perspective = column(head, {"perspective", "whose", "perspektiv"});
  const auto covers = column(head, {"covers", "täcker"});
  std::vector<MeasureInFile> measures;
  for (std::size_t i = 1; i < table.rows.size(); ++i) {
    const auto& row = table.rows[i];
    const auto cell = [&](const std::optional<std::size_t>& at) {
      return at && *at < row.size() ? one_line(row[*at]) : std::string();
    };
    MeasureInFile found{table.lines[i], {}, false};
    const auto wrong = [&](const std::string& what) {
      throw std::runtime_error("line " + std::to_string(found.line) + ": " + what);
    };
    found.measure.name = cell(name);
    if (found.measure.name.empty()) wrong("the measure has no name");
    found.measure.numerator = cell(numerator);
    found.measure.denominator = cell(denominator);
    if (const std::string code = lower_ascii(cell(kind)); !code.empty()) {
      if (!take(measure_kinds, code, found.measure.kind))
        wrong("\"" + code +
              "\" is no kind; kinds are structure, process, output, outcome, "
              "experience, balancing, cost");
      found.kind_said = true;
    }
    if (const std::string code = lower_ascii(cell(perspective)); !code.empty())
      if (!take(perspectives, code, found.measure.perspective))
        wrong("\"" + code + "\" is nobody; say person, professional or organisation");
    const std::string said = cell(covers);
    for (const std::string_view part : split(said, ';')) {
      const std::string code = lower_ascii(one_line(part));
      Aspect aspect{};
      if (!code.empty() && !take(aspects, code, aspect)) wrong("nothing is called " + code);
      if (!code.empty()) found.measure.covers.push_back(aspect);
    }
    measures.push_back(std::move(found));
  }
  return measures;
}

std::vector<MeasureInFile> from_lines(std::string_view text) {
  std::vector<MeasureInFile> measures;
  std::size_t line = 0;
  for (const std::string_view raw : split(text, '\n')) {
    ++line;
    MeasureInFile found{line, {}, false};
    found.measure.name = one_line(raw);
    if (!found.measure.name.empty() && !found.measure.name.starts_with('#'))
      measures.push_back(std::move(found));
  }
  return measures;
}

struct Blame {
  std::size_t line;
  std::string word, instead;
};
std::vector<Blame> blames_in(std::string_view text) {
  std::vector<Blame> found;
  std::size_t line = 0;
  for (const std::string_view raw : split(text, '\n')) {
    ++line;
    for (const LensHit& hit : lens_hits(raw))
      if (hit.word->shows == "blame") found.push_back({line, hit.found, hit.word->instead});
  }
  return found;
}

std::string_view words_of(Aspect aspect) {
  switch (aspect) {
    case Aspect::aim:
      return "the aim itself";
    case Aspect::relationship:
      return "how the two sides work together";
    case Aspect::hard_to_measure:
      return "something that is hard to measure";
    case Aspect::preference:
      return "whether it fits what people want";
    case Aspect::burden:
      return "what illness and care ask of people";
    case Aspect::joy:
      return "joy in work";
    case Aspect::cost:
      return "cost";
    case Aspect::equity:
      return "who is left out";
  }
  return {};
}

std::string reason_of(const ThroughLens& seen) {
  if (seen.by == SeenBy::word) return "\"" + seen.sign + "\" stands in it";
  if (seen.by == SeenBy::covers) return "it looks at " + seen.sign;
  return "its kind is " + seen.sign;
}

struct Looked {
  std::vector<MeasureInFile> measures;
  Balance balance;
  std::vector<std::string> outputs;  ///< of each measure: the word that makes it one, or nothing
  std::vector<Blame> blames;
};

Looked look(std::string_view text) {
  Looked looked{measures_in(text), {}, {}, blames_in(text)};
  std::vector<Measure> set;
  for (MeasureInFile& one : looked.measures) {
    looked.outputs.push_back(output_called_outcome(one.measure));
    one.measure = with_signs_of_words(one.measure, one.kind_said);
    set.push_back(one.measure);
  }
  looked.balance = balance_of(set);
  return looked;
}

void tell_set(const Looked& looked, std::ostream& out) {
  const Balance& balance = looked.balance;
  out << "\n"
      << balance.service << " of " << balance.measures.size()
      << " ask what it did for people and how the two sides worked; the others count what is "
         "done.\n";
  if (balance.only_outputs) out << "All of them count what is done.\n";
  if (balance.none_from_patients) out << "Nothing comes from patients or families.\n";
  for (const MeasureKind kind : balance.kinds_left_out)
    out << "No " << code_of(kind) << " measure.\n";
  for (const Aspect aspect : balance.left_out) out << "Nothing shows " << words_of(aspect) << ".\n";
}

void tell(const Looked& looked, std::ostream& out) {
  for (std::size_t i = 0; i < looked.measures.size(); ++i) {
    const MeasureInFile& one = looked.measures[i];
    const ThroughLens& seen = looked.balance.measures[i];
    const bool service = seen.dominance == Dominance::service;
    out << (service ? "for people  " : "what is done") << "  " << one.measure.name << " ("
        << reason_of(seen) << ")\n";
    if (!looked.outputs[i].empty())
      out << "              line " << one.line << ": called an outcome, but it counts \""
          << looked.outputs[i] << "\": that is an output\n";
  }
  tell_set(looked, out);
  if (!looked.blames.empty()) out << "\nWords that blame, and gentler ones:\n";
  for (const Blame& blame : looked.blames)
    out << "  line " << blame.line << ": \"" << blame.word << "\" -> " << blame.instead << "\n";
}

void as_json(const Looked& looked, std::ostream& out) {
  JsonWriter json;
  json.begin_object().key("measures").begin_array();
  for (std::size_t i = 0; i < looked.measures.size(); ++i) {
    const MeasureInFile& one = looked.measures[i];
    const ThroughLens& seen = looked.balance.measures[i];
    json.begin_object();
    json.key("line").integer(static_cast<std::int64_t>(one.line));
    json.key("name").text(one.measure.name);
    json.key("kind").text(code_of(one.measure.kind));
    json.key("kind_said").boolean(one.kind_said);
    json.key("dominance").text(code_of(seen.dominance));
    json.key("sign").text(seen.sign);
    json.key("covers").begin_array();
    for (const Aspect aspect : one.measure.covers) json.text(code_of(aspect));
    json.end_array();
    json.key("output_called_outcome").text(looked.outputs[i]).end_object();
  }
  json.end_array();
  json.key("service_dominant").integer(static_cast<std::int64_t>(looked.balance.service));
  json.key("left_out").begin_array();
  for (const Aspect aspect : looked.balance.left_out) json.text(code_of(aspect));
  json.end_array().key("kinds_left_out").begin_array();
  for (const MeasureKind kind : looked.balance.kinds_left_out) json.text(code_of(kind));
  json.end_array();
  json.key("none_from_patients").boolean(looked.balance.none_from_patients);
  json.key("only_outputs").boolean(looked.balance.only_outputs);
  json.key("blaming_words").begin_array();
  for (const Blame& blame : looked.blames) {
    json.begin_object().key("line").integer(static_cast<std::int64_t>(blame.line));
    json.key("word").text(blame.word).key("instead").text(blame.instead).end_object();
  }
  json.end_array().end_object();
  out << std::move(json).take() << "\n";
}

}  // namespace

std::vector<MeasureInFile> measures_in(std::string_view text) {
  if (auto definition = measure_from(text)) {
    MeasureInFile found{1, std::move(definition).value(), true};
    if (found.measure.name.empty()) found.measure.name = found.measure.id;
    return {std::move(found)};
  }
  const auto table = table_from(text);
  if (const auto* fault = std::get_if<TableFault>(&table))
    throw std::runtime_error("line " + std::to_string(fault->line) + ": " + fault->reason);
  const auto& read = std::get<TextTable>(table);
  const bool named = read.rows.size() > 1 &&
                     column(read.rows.front(), {"name", "measure", "mått", "namn"}).has_value();
  auto measures = named ? from_table(read) : from_lines(text);
  if (measures.empty()) throw std::runtime_error("there is no measure in it");
  return measures;
}

int look_through_lens(const LensOptions& options, std::string_view text, std::ostream& out) {
  const Looked looked = look(text);
  if (options.json)
    as_json(looked, out);
  else
    tell(looked, out);
  const bool outputs =
      std::ranges::any_of(looked.outputs, [](const std::string& word) { return !word.empty(); });
  return outputs || !looked.blames.empty() ? 2 : 0;
}

}  // namespace alongside::cli
