// SPDX-License-Identifier: Apache-2.0
// The lens over a set of measures: what it counts, what it leaves out. A product-dominant measure
// looks at what is done; a service-dominant one at what it did for people and how the two sides
// worked (Batalden 2018). Shares of a set, and never a mark for anybody.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "improvement/measure.h"

namespace alongside {

enum class Dominance { product, service };
std::string_view code_of(Dominance dominance);

/// Why: what kind it is said to be, what it is said to cover, a word in it, or no sign at all.
enum class SeenBy { kind, covers, word, nothing };
struct ThroughLens {
  Dominance dominance = Dominance::product;
  SeenBy by = SeenBy::nothing;
  std::string sign = {};  ///< the code of the kind or aspect, or the word as it is written
};
/// Outcome and experience, and whatever covers an aspect but cost, ask what it did for people;
/// structure, process, output and cost count what is done. Balancing is seen by what it covers.
ThroughLens through_lens(const Measure& measure);

/// A measure from outside, of which only words are known: kind and aspects by the words in it, an
/// outcome's before an output's. What was said in `measure` already stays.
Measure with_signs_of_words(Measure measure, bool kind_said);

/// The word by which what is called an outcome is seen to count actions: in the numerator (or the
/// name, where there is none), with no word there of what it did for people. Empty: none.
std::string output_called_outcome(const Measure& measure);

struct Balance {
  std::vector<ThroughLens> measures;  ///< as they came
  std::size_t service = 0;
  std::vector<Aspect> left_out;             ///< no measure covers them
  std::vector<MeasureKind> kinds_left_out;  ///< of outcome, process and balancing
  bool none_from_patients = false;          ///< nothing that patients say or live
  bool only_outputs = false;                ///< every measure counts actions
};
Balance balance_of(const std::vector<Measure>& measures);

}  // namespace alongside
