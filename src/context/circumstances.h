// SPDX-License-Identifier: Apache-2.0
// Particular context, the person's side: what their life asks of them, and what they can spare.
#pragma once

#include <optional>
#include <string>

#include "foundation/base/clock.h"
#include "foundation/base/outcome.h"
#include "foundation/base/privacy.h"
#include "foundation/base/quantity.h"

namespace alongside {

constexpr std::size_t circumstances_characters_max = 600;

struct CircumstancesDraft {
  std::string minutes_to_spare;
  std::string commitments;
  std::string helpers;
  std::string strengths = {};
};

/// Dated and versioned: a life changes. Only the person writes it.
struct Circumstances {
  /// Refused, beside the field: minutes that are no whole number from 0 to a week, texts over
  /// circumstances_characters_max letters. Empty fields mean: not said.
  static Outcome<Circumstances> from(const CircumstancesDraft& draft);

  std::optional<MinutesAWeek> to_spare;  ///< time a week for care work; missing is not zero
  Private<std::string> commitments;      ///< what care must not disturb
  Private<std::string> helpers;          ///< who and what helps
  Private<std::string> strengths;        ///< what goes well, what they can and like
  Instant stated_at;
};

/// Reads a whole number of minutes a week, 0 to minutes_a_week_max; nothing when it is none.
std::optional<MinutesAWeek> minutes_a_week_from(std::string_view text);

/// How a plan that asks `asked` fits what the person said they can spare.
enum class Fit { not_said, fits, over };
Fit fit_of(MinutesAWeek asked, const std::optional<MinutesAWeek>& to_spare);

}  // namespace alongside
