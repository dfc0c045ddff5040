// SPDX-License-Identifier: Apache-2.0
// A measure split by what its units have in common, to see whom a whole hides: by age, by the kind
// of response, by the degree of shared work, by how they met.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "coproduction/agreement.h"
#include "coproduction/visit_mode.h"
#include "foundation/base/clock.h"

namespace alongside {

enum class SplitBy { age_band, response_kind, shared_work, mode };
inline constexpr std::array ways_to_split = {SplitBy::age_band, SplitBy::response_kind,
                                             SplitBy::shared_work, SplitBy::mode};
std::string_view code_of(SplitBy split);
std::optional<SplitBy> split_by_from(std::string_view code);

/// "under_18", "18_39", "40_64", "65_79", "80_and_over"; of whoever's birthday is not known, or
/// before they were born, "unknown".
std::string_view age_band(std::optional<Day> born, Day at);
/// Of an agreement, for a split that is about agreements; "none" without one.
struct AgreedAs {
  SharedWork degree = SharedWork::conversation;
  ResponseKind kind = ResponseKind::standardised;
};
std::string_view stratum_of(SplitBy split, const std::optional<AgreedAs>& agreement);

/// Of how they met last; "unknown" where nobody said.
std::string_view stratum_of(std::optional<VisitMode> mode);

/// All that a split can have, in the order in which they are shown: never by their numbers.
std::vector<std::string_view> strata_of(SplitBy split);

}  // namespace alongside
