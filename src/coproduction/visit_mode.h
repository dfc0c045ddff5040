// SPDX-License-Identifier: Apache-2.0
// How the two sides met.
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace alongside {

enum class VisitMode { in_the_room, at_home, at_a_distance, in_hospital, emergency };
inline constexpr std::array visit_modes = {VisitMode::in_the_room, VisitMode::at_home,
                                           VisitMode::at_a_distance, VisitMode::in_hospital,
                                           VisitMode::emergency};
/// "in_the_room", as it is kept.
std::string_view code_of(VisitMode mode);
std::optional<VisitMode> visit_mode_from(std::string_view code);

}  // namespace alongside
