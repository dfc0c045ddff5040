// SPDX-License-Identifier: Apache-2.0
// The two sides by their codes.
#include "coproduction/person.h"

namespace alongside {

std::string_view code_of(Side side) { return side == Side::person ? "person" : "professional"; }

std::optional<Side> side_from(std::string_view code) {
  if (code == "person") return Side::person;
  if (code == "professional") return Side::professional;
  return std::nullopt;
}

}  // namespace alongside
