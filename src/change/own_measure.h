// SPDX-License-Identifier: Apache-2.0
// A measure of a project's own, from a form: defined once, before its first number.
#pragma once

#include <string>
#include <vector>

#include "foundation/base/outcome.h"
#include "improvement/measure.h"

namespace alongside {

constexpr std::size_t measure_name_characters_max = 100;
constexpr std::size_t measure_words_characters_max = 300;

struct OwnMeasureDraft {
  std::string name = {}, kind = {}, perspective = {}, counted = {}, per = {}, better = {},
              numerator = {}, denominator = {}, exclusions = {}, window = {}, source = {};
  std::vector<std::string> covers = {};
  /// Of one that is counted over what is recorded; `counted`, `per`, numerator, denominator,
  /// exclusions and window follow from these.
  std::string counts = {}, days = {}, without = {}, without_days = {};
};

/// Refused beside the fields: "own_measure.name_missing", "own_measure.long", "own_measure.choose"
/// (kind, perspective, counted, better, covers), "own_measure.numerator_missing",
/// "own_measure.denominator_missing" (shares and rates), "own_measure.per" (1 to 1,000,000), and
/// "own_measure.output" (kind): it says outcome and counts what is done (balance.h).
Outcome<Measure> own_measure_from(const OwnMeasureDraft& draft);
/// Over what is recorded. Refused beside the fields: as above, "own_measure.choose" (counts,
/// without), "own_measure.days" (days, without_days: 1 to 365), "own_measure.without_other"
/// (without): it is about another unit, or holds of all; and "own_measure.output" (kind) where an
/// outcome is said to be what was done.
Outcome<Measure> recorded_measure_from(const OwnMeasureDraft& draft);

}  // namespace alongside
