// SPDX-License-Identifier: Apache-2.0
// Reads and writes cards field by field: one list says which there are.
#include "science/evidence_card.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <set>
#include <tuple>

#include "foundation/base/text.h"

namespace alongside {
namespace {

constexpr std::string_view scale_names[] = {"mean difference", "standardised mean difference",
                                            "odds ratio",      "risk ratio",
                                            "rate ratio",      "risk difference"};
constexpr std::string_view certainty_names[] = {"not stated", "high", "moderate", "low",
                                                "very low"};

bool is_ratio(EffectScale scale) {
  return scale == EffectScale::odds_ratio || scale == EffectScale::risk_ratio ||
         scale == EffectScale::rate_ratio;
}

std::optional<double> number_of(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
    return std::nullopt;
  return value;
}

std::string text_of(double value) {
  char digits[32];
  const auto [end, error] = std::to_chars(digits, digits + sizeof digits, value);
  return error == std::errc() ? std::string(digits, end) : std::string();
}

/// Reads a value into a card; empty when it fits, else why it does not.
using Take = std::string (*)(EvidenceCard& card, const std::string& value);
/// A card's value as it is read; empty: it says nothing.
using Show = std::string (*)(const EvidenceCard& card);

struct Field {
  std::string_view name;
  bool needed;
  Take take;
  Show show;
};

template <std::string EvidenceCard::*member>
constexpr Field words(std::string_view name, bool needed = false) {
  return {name, needed,
          [](EvidenceCard& card, const std::string& value) -> std::string {
            card.*member = value;
            return "";
          },
          [](const EvidenceCard& card) { return card.*member; }};
}

template <double EvidenceCard::*member>
constexpr Field number(std::string_view name, bool needed) {
  return {name, needed,
          [](EvidenceCard& card, const std::string& value) -> std::string {
            const auto read = number_of(value);
            if (!read) return "is no number";
            card.*member = *read;
            return "";
          },
          [](const EvidenceCard& card) { return text_of(card.*member); }};
}

template <std::optional<std::int64_t> EvidenceCard::*member>
constexpr Field count(std::string_view name) {
  return {name, false,
          [](EvidenceCard& card, const std::string& value) -> std::string {
            const auto read = number_of(value);
            if (!read || *read < 1 || *read != std::floor(*read) || *read > 1e12)
              return "is no whole number from 1";
            card.*member = static_cast<std::int64_t>(*read);
            return "";
          },
          [](const EvidenceCard& card) {
            return card.*member ? std::to_string(*(card.*member)) : std::string();
          }};
}

template <Day EvidenceCard::*member>
constexpr Field day(std::string_view name) {
  return {name, true,
          [](EvidenceCard& card, const std::string& value) -> std::string {
            const auto read = Day::from_iso(value);
            if (!read) return "is no day such as 2026-11-22";
            card.*member = *read;
            return "";
          },
          [](const EvidenceCard& card) { return (card.*member).iso(); }};
}

template <class Enum, std::size_t size>
std::string take_word(const std::string_view (&known)[size], const std::string& value, Enum& into) {
  const auto* found = std::ranges::find(known, value);
  if (found == std::end(known)) return "is a word that is none";
  into = static_cast<Enum>(found - std::begin(known));
  return "";
}

std::string take_judgement(std::initializer_list<std::string_view> known, const std::string& value,
                           std::string& into) {
  if (std::ranges::find(known, value) == known.end()) return "is a word that is none";
  into = value;
  return "";
}

std::string take_interval(EvidenceCard& card, const std::string& value) {
  const std::size_t between = value.find(" to ");
  if (between == std::string::npos) return "is not two numbers with \"to\" between them";
  const auto low = number_of(value.substr(0, between));
  const auto high = number_of(value.substr(between + 4));
  if (!low || !high || *low > *high) return "is not two rising numbers with \"to\" between them";
  card.low = *low;
  card.high = *high;
  return "";
}

std::string take_version(EvidenceCard& card, const std::string& value) {
  const auto read = number_of(value);
  if (!read || *read < 1 || *read != std::floor(*read) || *read > 1e9)
    return "is no whole number from 1";
  card.version = static_cast<std::int64_t>(*read);
  return "";
}

std::string take_minutes(EvidenceCard& card, const std::string& value) {
  const auto read = number_of(value);
  if (!read || *read < 0 || *read > 10'080) return "is no number of minutes that a week has";
  card.minutes_per_week = *read;
  return "";
}

std::string take_better(EvidenceCard& card, const std::string& value) {
  if (value != "more" && value != "less") return "is neither more nor less";
  card.higher_is_better = value == "more";
  return "";
}

std::string take_counts(EvidenceCard& card, const std::string& value) {
  if (value != "whole review" && value != "this outcome")
    return "is neither whole review nor this outcome";
  card.counts_of_whole_review = value == "whole review";
  return "";
}

using Card = EvidenceCard;
using Value = const std::string&;

const std::vector<Field>& fields() {
  static const std::vector<Field> all = {
      words<&Card::id>("id", true),
      {"version", false, take_version,
       [](const Card& card) { return std::to_string(card.version); }},
      words<&Card::aim>("aim", true),
      words<&Card::action>("action", true),
      words<&Card::compared_with>("compared with", true),
      words<&Card::people>("people", true),
      words<&Card::where>("where"),
      words<&Card::outcome>("outcome", true),
      {"scale", true,
       [](Card& card, Value value) { return take_word(scale_names, value, card.scale); },
       [](const Card& card) { return std::string(name_of(card.scale)); }},
      number<&Card::estimate>("estimate", true),
      {"interval", true, take_interval,
       [](const Card& card) { return text_of(card.low) + " to " + text_of(card.high); }},
      number<&Card::level>("level", false),
      words<&Card::unit>("unit"),
      {"better", true, take_better,
       [](const Card& card) { return std::string(card.higher_is_better ? "more" : "less"); }},
      count<&Card::studies>("studies"),
      count<&Card::participants>("participants"),
      {"counts of", false, take_counts,
       [](const Card& card) {
         return std::string(card.counts_of_whole_review ? "whole review" : "this outcome");
       }},
      {"certainty", false,
       [](Card& card, Value value) { return take_word(certainty_names, value, card.certainty); },
       [](const Card& card) { return std::string(name_of(card.certainty)); }},
      {"risk of bias", false,
       [](Card& card, Value value) {
         return take_judgement({"low", "some", "high"}, value, card.domains.risk_of_bias);
       },
       [](const Card& card) { return card.domains.risk_of_bias; }},
      {"publication bias", false,
       [](Card& card, Value value) {
         return take_judgement({"undetected", "suspected"}, value, card.domains.publication_bias);
       },
       [](const Card& card) { return card.domains.publication_bias; }},
      {"indirectness", false,
       [](Card& card, Value value) {
         return take_judgement({"none", "some", "serious", "very serious"}, value,
                               card.domains.indirectness);
       },
       [](const Card& card) { return card.domains.indirectness; }},
      {"minutes a week", false, take_minutes,
       [](const Card& card) {
         return card.minutes_per_week ? text_of(*card.minutes_per_week) : std::string();
       }},
      words<&Card::money>("money"),
      words<&Card::citation>("citation", true),
      words<&Card::source>("source", true),
      words<&Card::second_source>("second source", true),
      words<&Card::second_kind>("second kind"),
      day<&Card::checked>("checked"),
      day<&Card::review_by>("review by"),
      words<&Card::reviewer>("reviewer"),
      words<&Card::note>("note")};
  return all;
}

/// What no single field can tell.
std::optional<CardFault> fault_of_whole(const EvidenceCard& card) {
  if (!(card.level > 0 && card.level < 100)) return CardFault{"level", "lies between 0 and 100"};
  if (card.estimate < card.low || card.estimate > card.high)
    return CardFault{"interval", "does not hold the estimate"};
  if (is_ratio(card.scale) && card.low <= 0) return CardFault{"interval", "of a ratio is above 0"};
  if (card.scale == EffectScale::mean_difference && card.unit.empty())
    return CardFault{"unit", "is missing: a mean difference has one"};
  if (card.source == card.second_source)
    return CardFault{"second source", "is the first once more"};
  if (card.review_by < card.checked)
    return CardFault{"review by", "lies before the day it was checked"};
  return std::nullopt;
}

std::vector<EvidenceCard> read_library() {
  std::vector<EvidenceCard> cards;
  for (const EmbeddedFile& file : science::evidence_library())
    cards.push_back(std::get<EvidenceCard>(evidence_card_from(file.bytes)));
  std::ranges::sort(cards, [](const EvidenceCard& a, const EvidenceCard& b) {
    return std::tie(a.aim, a.id) < std::tie(b.aim, b.id);
  });
  return cards;
}

}  // namespace

bool EvidenceCard::clear_of_none() const {
  const double none = is_ratio(scale) ? 1 : 0;
  return low > none || high < none;
}

std::string_view name_of(EffectScale scale) { return scale_names[static_cast<int>(scale)]; }
std::string_view name_of(EvidenceCertainty certainty) {
  return certainty_names[static_cast<int>(certainty)];
}

const std::vector<std::string>& evidence_fields() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> all;
    for (const Field& field : fields()) all.emplace_back(field.name);
    return all;
  }();
  return names;
}

std::variant<EvidenceCard, CardFault> evidence_card_of(
    const std::vector<std::pair<std::string, std::string>>& given) {
  EvidenceCard card;
  std::set<std::string> seen;
  for (const auto& [name, value] : given) {
    const auto field = std::ranges::find(fields(), name, &Field::name);
    if (field == fields().end()) return CardFault{name, "is no field of a card"};
    if (!seen.insert(name).second) return CardFault{name, "stands twice"};
    if (value.empty()) {
      seen.erase(name);
      continue;
    }
    if (const std::string why = field->take(card, value); !why.empty()) return CardFault{name, why};
  }
  for (const Field& field : fields())
    if (field.needed && !seen.contains(std::string(field.name)))
      return CardFault{std::string(field.name), "is missing"};
  if (const auto fault = fault_of_whole(card)) return *fault;
  return card;
}

std::variant<EvidenceCard, CardFault> evidence_card_from(std::string_view text) {
  std::vector<std::pair<std::string, std::string>> given;
  for (const std::string_view line : split(text, '\n')) {
    const std::string tidy_line = one_line(line);
    if (tidy_line.empty() || tidy_line.starts_with('#')) continue;
    const std::size_t colon = tidy_line.find(':');
    if (colon == std::string::npos) return CardFault{tidy_line.substr(0, 40), "is no field: value"};
    given.emplace_back(tidy_line.substr(0, colon), one_line(tidy_line.substr(colon + 1)));
  }
  return evidence_card_of(given);
}

std::vector<std::pair<std::string, std::string>> fields_of(const EvidenceCard& card) {
  std::vector<std::pair<std::string, std::string>> all;
  for (const Field& field : fields())
    if (std::string value = field.show(card); !value.empty())
      all.emplace_back(field.name, std::move(value));
  return all;
}

const std::vector<EvidenceCard>& shipped_evidence() {
  static const std::vector<EvidenceCard> cards = read_library();
  return cards;
}

std::string lines_of(const EvidenceCard& card) {
  std::string lines;
  for (const auto& [name, value] : fields_of(card)) lines += name + ": " + one_line(value) + "\n";
  return lines;
}

}  // namespace alongside
