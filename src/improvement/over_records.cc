// SPDX-License-Identifier: Apache-2.0
// Facts by their codes.
#include "improvement/over_records.h"

#include <algorithm>

#include "foundation/base/text.h"

namespace alongside {
namespace {

constexpr std::array<std::string_view, recorded_facts.size()> codes = {"visit",
                                                                       "aim",
                                                                       "agreement",
                                                                       "visit_aim_said",
                                                                       "visit_prepared",
                                                                       "visit_agreed",
                                                                       "visit_again",
                                                                       "aim_agreed",
                                                                       "aim_rated",
                                                                       "aim_reached",
                                                                       "agreement_person_did",
                                                                       "agreement_we_did",
                                                                       "agreement_reached",
                                                                       "agreement_stuck"};

}  // namespace

std::string_view code_of(RecordedFact fact) { return codes[static_cast<std::size_t>(fact)]; }

std::optional<RecordedFact> recorded_fact_from(std::string_view code) {
  const auto found = std::ranges::find(codes, code);
  if (found == codes.end()) return std::nullopt;
  return recorded_facts[static_cast<std::size_t>(found - codes.begin())];
}

RecordedUnit unit_of(RecordedFact fact) {
  const std::string_view code = code_of(fact);
  if (code.starts_with("visit")) return RecordedUnit::visit;
  return code.starts_with("aim") ? RecordedUnit::aim : RecordedUnit::agreement;
}

bool holds_of_all(RecordedFact fact) { return fact <= RecordedFact::agreement; }

bool looks_back(RecordedFact fact) {
  return fact == RecordedFact::visit_aim_said || fact == RecordedFact::visit_prepared;
}

bool says_what_it_did(RecordedFact fact) {
  return fact == RecordedFact::aim_reached || fact == RecordedFact::agreement_reached;
}

std::string words_of(const FactWithin& fact) {
  const std::string code(code_of(fact.fact));
  return holds_of_all(fact.fact) ? code : code + " " + std::to_string(fact.days);
}

std::optional<FactWithin> fact_within_from(std::string_view words) {
  const std::size_t space = words.find(' ');
  const auto fact = recorded_fact_from(words.substr(0, space));
  if (!fact) return std::nullopt;
  if (space == std::string_view::npos)
    return holds_of_all(*fact) ? std::optional(FactWithin{*fact, 0}) : std::nullopt;
  const auto days = whole_number(words.substr(space + 1));
  if (holds_of_all(*fact) || !days || *days < 1 || *days > recorded_days_max) return std::nullopt;
  return FactWithin{*fact, *days};
}

}  // namespace alongside
