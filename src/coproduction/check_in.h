// SPDX-License-Identifier: Apache-2.0
// What a person is asked when they check in: one question as a rule, three at most, which they
// choose themselves.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "aim/aim.h"
#include "aim/number.h"

namespace alongside {

constexpr std::size_t check_in_questions_max = 3;
/// How long an entry may have waited on a phone without signal.
constexpr std::int64_t check_in_waits_days_max = 14;

/// `level`: where the aim is. `number`: one of the person's own. `care`: how much work care is.
enum class CheckInAsks { level, number, care };

struct CheckInQuestion {
  CheckInAsks asks = CheckInAsks::level;
  std::int64_t number = 0;  ///< which number; else 0
  auto operator<=>(const CheckInQuestion&) const = default;
};
/// `level`, `care`, or `number.` and which one.
std::string code_of(const CheckInQuestion& question);
std::optional<CheckInQuestion> check_in_question_from(std::string_view code);

/// What the person chose, in one text. Empty: nothing chosen.
std::vector<CheckInQuestion> questions_in(std::string_view text);
std::string text_of(const std::vector<CheckInQuestion>& questions);

/// What they chose, as far as it is still there; the level alone when they chose nothing.
std::vector<CheckInQuestion> questions_to_ask(const std::vector<CheckInQuestion>& chosen,
                                              const std::vector<AimNumber>& numbers);

/// When something was said: as the phone says, if it waited no longer than
/// check_in_waits_days_max; otherwise now. Never ahead of now.
Instant said_at(std::string_view phone_ms, Instant now);

}  // namespace alongside
