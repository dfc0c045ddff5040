// SPDX-License-Identifier: Apache-2.0
// Operational definitions: what is counted out of what, in which direction lies better, where the
// numbers come from. Read from library/measures, plain text that anyone can propose.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/base/embedded.h"
#include "foundation/base/outcome.h"

namespace alongside {

enum class Better { more, less };
/// The product's words for measuring coproduction: elicited, addressed, attained.
enum class Family { elicited, addressed, attained };

struct Measure {
  std::string id;            ///< "aim_asked"; words keys are "measure.<id>.name" and so on
  std::string code;          ///< "A1": the set's own numbering
  std::int64_t version = 1;  ///< counts up when the definition changes
  Family family = Family::elicited;
  Better better = Better::more;
  std::string query;   ///< file name of the SQL that counts
  std::string source;  ///< where the definition comes from
};

/// Reads "name: value" lines; # begins a comment. Refused (field = the line's name): a line that is
/// none, an unknown name or value, and a missing id, code, family or query.
Outcome<Measure> measure_from(std::string_view text);

namespace improvement {
/// library/measures as this binary carries it.
std::span<const EmbeddedFile> measure_library();
}  // namespace improvement

/// All of them, in order of their codes.
const std::vector<Measure>& standard_measures();

std::string_view code_of(Family family);

}  // namespace alongside
