// SPDX-License-Identifier: Apache-2.0
// Scores by the rule that an instrument states; missing is missing, and never zero.
#pragma once

#include <optional>
#include <span>

#include "improvement/instrument.h"

namespace alongside {

using InstrumentAnswers = std::span<const std::optional<std::int64_t>>;

/// One for each item, in order; nothing where it was not answered. No score: the rule is none,
/// there are not as many answers as items, one lies outside its item's answers, or more than
/// missing_max of the items that the rule needs are unanswered. sum: of the answers; mean: of those
/// answered; unhealthy_days: items 2 and 3 together, at most 30 (CDC, Measuring Healthy Days 2000).
std::optional<double> score_of(const Instrument& instrument, InstrumentAnswers answers);

/// Whether a named person must answer for what was said.
bool alerts(const Instrument& instrument, InstrumentAnswers answers);

}  // namespace alongside
