// SPDX-License-Identifier: Apache-2.0
// Was the aim attained? Only the person says so; a professional's rating stands beside theirs.
#pragma once

#include <optional>
#include <span>

#include "aim/levels.h"
#include "coproduction/person.h"
#include "foundation/base/clock.h"

namespace alongside {

/// Where one side sees the aim, on one day.
struct Rating {
  Side side = Side::person;
  std::string by;  ///< the professional's name; empty on the person's side
  Level level = Level::now();
  Instant rated_at;
  Private<std::string> level_words;  ///< as they were when it was said; empty: not described
  std::string written_by = {};       ///< who wrote the person's word down in a visit
};

/// The person's latest, or nothing: missing is missing.
std::optional<Rating> latest_of(Side side, std::span<const Rating> ratings);

/// What the person's own latest rating says; nobody else's can make it attained.
enum class Attainment { not_rated, not_yet, attained };
Attainment attainment_of(std::span<const Rating> ratings);

}  // namespace alongside
