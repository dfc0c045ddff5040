// SPDX-License-Identifier: Apache-2.0
// Kinds, aspects and words of measures, summed over a set.
#include "change/balance.h"

#include <algorithm>

#include "change/lens_words.h"

namespace alongside {
namespace {

std::string words_of(const Measure& measure) {
  return measure.name + ". " + measure.numerator + ". " + measure.denominator;
}

bool tells_of_people(std::string_view shows) {
  return shows != "output" && shows != "structure" && shows != "cost" && shows != "blame";
}

bool covers_people(Aspect aspect) { return aspect != Aspect::cost; }

/// The kind that words show, of what tells most about people first.
void take_kind(Measure& measure, const std::vector<LensHit>& hits) {
  for (const MeasureKind kind : {MeasureKind::outcome, MeasureKind::experience, MeasureKind::cost,
                                 MeasureKind::structure, MeasureKind::output})
    for (const LensHit& hit : hits)
      if (hit.word->shows == code_of(kind)) {
        measure.kind = kind;
        return;
      }
}

}  // namespace

std::string_view code_of(Dominance dominance) {
  return dominance == Dominance::product ? "product" : "service";
}

ThroughLens through_lens(const Measure& measure) {
  for (const Aspect aspect : measure.covers)
    if (covers_people(aspect))
      return {Dominance::service, SeenBy::covers, std::string(code_of(aspect))};
  const bool people =
      measure.kind == MeasureKind::outcome || measure.kind == MeasureKind::experience;
  if (people) return {Dominance::service, SeenBy::kind, std::string(code_of(measure.kind))};
  if (measure.kind == MeasureKind::process || measure.kind == MeasureKind::balancing)
    for (const LensHit& hit : lens_hits(words_of(measure)))
      if (tells_of_people(hit.word->shows)) return {Dominance::service, SeenBy::word, hit.found};
  return {Dominance::product, SeenBy::kind, std::string(code_of(measure.kind))};
}

Measure with_signs_of_words(Measure measure, bool kind_said) {
  const auto hits = lens_hits(words_of(measure));
  if (!kind_said) take_kind(measure, hits);
  for (const LensHit& hit : hits)
    for (const Aspect aspect : aspects)
      if (hit.word->shows == code_of(aspect) &&
          std::ranges::find(measure.covers, aspect) == measure.covers.end())
        measure.covers.push_back(aspect);
  std::ranges::sort(measure.covers);
  const bool of_people = std::ranges::any_of(hits, [](const LensHit& hit) {
    return hit.word->shows == "experience" || hit.word->shows == "relationship";
  });
  if (of_people) measure.perspective = Perspective::person;
  return measure;
}

std::string output_called_outcome(const Measure& measure) {
  if (measure.kind != MeasureKind::outcome) return {};
  const auto hits = lens_hits(measure.numerator.empty() ? measure.name : measure.numerator);
  std::string action;
  for (const LensHit& hit : hits) {
    if (tells_of_people(hit.word->shows)) return {};
    if (action.empty() && hit.word->shows == "output") action = hit.found;
  }
  return action;
}

Balance balance_of(const std::vector<Measure>& measures) {
  Balance balance;
  balance.none_from_patients = !measures.empty();
  balance.only_outputs = !measures.empty();
  for (const Measure& measure : measures) {
    balance.measures.push_back(through_lens(measure));
    balance.service += balance.measures.back().dominance == Dominance::service ? 1 : 0;
    if (measure.perspective == Perspective::person) balance.none_from_patients = false;
    if (measure.kind != MeasureKind::output) balance.only_outputs = false;
  }
  for (const Aspect aspect : aspects)
    if (std::ranges::none_of(measures, [&](const Measure& one) {
          return std::ranges::find(one.covers, aspect) != one.covers.end();
        }))
      balance.left_out.push_back(aspect);
  for (const MeasureKind kind :
       {MeasureKind::outcome, MeasureKind::process, MeasureKind::balancing})
    if (std::ranges::find(measures, kind, &Measure::kind) == measures.end())
      balance.kinds_left_out.push_back(kind);
  return balance;
}

}  // namespace alongside
