// SPDX-License-Identifier: Apache-2.0
// Modes by their codes.
#include "coproduction/visit_mode.h"

#include <algorithm>

namespace alongside {
namespace {

constexpr std::array<std::string_view, visit_modes.size()> codes = {
    "in_the_room", "at_home", "at_a_distance", "in_hospital", "emergency"};

}  // namespace

std::string_view code_of(VisitMode mode) { return codes[static_cast<std::size_t>(mode)]; }

std::optional<VisitMode> visit_mode_from(std::string_view code) {
  const auto found = std::ranges::find(codes, code);
  if (found == codes.end()) return std::nullopt;
  return visit_modes[static_cast<std::size_t>(found - codes.begin())];
}

}  // namespace alongside
