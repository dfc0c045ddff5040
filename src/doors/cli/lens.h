// SPDX-License-Identifier: Apache-2.0
// The lens over a set of measures from outside: what it counts, what it leaves out, which words
// blame.
#pragma once

#include <ostream>
#include <string_view>
#include <vector>

#include "change/balance.h"
#include "doors/cli/command.h"

namespace alongside::cli {

/// One measure of a file, with the line on which it begins.
struct MeasureInFile {
  std::size_t line = 1;
  Measure measure;
  bool kind_said = false;
};
/// A table with a column "name" or "measure" (and, where there are any, numerator, denominator,
/// kind, perspective, covers); a definition as in library/measures; else one measure a line. Throws
/// std::runtime_error for a text without a measure, with the line of what cannot be read.
std::vector<MeasureInFile> measures_in(std::string_view text);

/// Tells what the lens sees. 0, or 2 where an output is called an outcome or a word blames.
int look_through_lens(const LensOptions& options, std::string_view text, std::ostream& out);

}  // namespace alongside::cli
