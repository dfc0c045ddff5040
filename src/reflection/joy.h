// SPDX-License-Identifier: Apache-2.0
// Joy in work: one question a month, read for a team as a whole and never for one of its members
// (Batalden 2018: joy and reflection sustain those who care). Our own item, not tested.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace alongside {

/// "How much joy did your work give you this month?", 0 none to 4 a great deal.
constexpr std::int64_t joy_max = 4;
/// What A13 counts: the two answers at the top.
constexpr std::int64_t joy_top_from = 3;
/// Months with fewer answers are shown to nobody; and a month is shown once a later one has begun.
constexpr std::int64_t joy_answers_min = 5;

/// "0" to "4".
std::optional<std::int64_t> joy_from(std::string_view typed);

}  // namespace alongside
