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
};

/// Refused beside the fields: "own_measure.name_missing", "own_measure.long", "own_measure.choose"
/// (kind, perspective, counted, better, covers), "own_measure.numerator_missing",
/// "own_measure.denominator_missing" (shares and rates), "own_measure.per" (1 to 1,000,000), and
/// "own_measure.output" (kind): it says outcome and counts what is done (balance.h).
Outcome<Measure> own_measure_from(const OwnMeasureDraft& draft);

}  // namespace alongside
