// SPDX-License-Identifier: Apache-2.0
// How an aim was understood: a professional reads it back in their own words, the person answers.
// Measuring coproduction begins with "how the patient's goals were elicited" (Batalden 2018).
#pragma once

#include <optional>
#include <string>

#include "foundation/base/clock.h"
#include "foundation/base/outcome.h"
#include "foundation/base/privacy.h"

namespace alongside {

/// Only the person can say which.
enum class Understood { not_answered, yes, not_quite };

constexpr std::size_t read_back_characters_max = 400;

/// One reading-back and its answer.
struct ReadBack {
  std::int64_t number = 0;
  std::string professional;  ///< the professional's name, who read it back
  Private<std::string> as_understood;
  Instant read_at;
  Understood answer = Understood::not_answered;
  std::optional<Instant> answered_at;
  Private<std::string> correction;  ///< what the person added when it was not quite right
};

/// Refused: nothing said, or over read_back_characters_max letters (field "as_understood").
Outcome<Private<std::string>> read_back_words(std::string_view typed);

/// "yes" or "not_quite"; anything else is refused (field "understood").
Outcome<Understood> understood_from(std::string_view code);
std::string_view code_of(Understood understood);

}  // namespace alongside
