// SPDX-License-Identifier: Apache-2.0
// Rules of FHIR R4 between members: those of severity error that matter to what the product reads.
#pragma once

#include <string_view>
#include <vector>

#include "foundation/base/json_value.h"

namespace alongside::fhir {

struct BrokenRule {
  std::string_view key;     ///< "obs-6"
  std::string_view reason;  ///< a sentence
};
/// Of one object of that shape; inner objects are asked for themselves.
std::vector<BrokenRule> broken_rules(std::string_view shape, const JsonValue& object);

}  // namespace alongside::fhir
