// SPDX-License-Identifier: Apache-2.0
// Questions of a check-in, and when it was made.
#include "coproduction/check_in.h"

#include <algorithm>

#include "foundation/base/text.h"

namespace alongside {
std::string code_of(const CheckInQuestion& question) {
  switch (question.asks) {
    case CheckInAsks::level:
      return "level";
    case CheckInAsks::number:
      return "number." + std::to_string(question.number);
    case CheckInAsks::care:
      return "care";
  }
  return {};
}

std::optional<CheckInQuestion> check_in_question_from(std::string_view code) {
  if (code == "level") return CheckInQuestion{CheckInAsks::level, 0};
  if (code == "care") return CheckInQuestion{CheckInAsks::care, 0};
  constexpr std::string_view begin = "number.";
  if (!code.starts_with(begin)) return std::nullopt;
  const auto number = whole_number(code.substr(begin.size()));
  if (!number || *number <= 0) return std::nullopt;
  return CheckInQuestion{CheckInAsks::number, *number};
}

std::vector<CheckInQuestion> questions_in(std::string_view text) {
  std::vector<CheckInQuestion> found;
  for (const std::string_view code : split(text, ' ')) {
    const auto question = check_in_question_from(code);
    if (question && std::ranges::find(found, *question) == found.end()) found.push_back(*question);
  }
  if (found.size() > check_in_questions_max) found.resize(check_in_questions_max);
  return found;
}

std::string text_of(const std::vector<CheckInQuestion>& questions) {
  std::string text;
  for (const CheckInQuestion& question : questions)
    text += (text.empty() ? "" : " ") + code_of(question);
  return text;
}

std::vector<CheckInQuestion> questions_to_ask(const std::vector<CheckInQuestion>& chosen,
                                              const std::vector<AimNumber>& numbers) {
  std::vector<CheckInQuestion> asked;
  for (const CheckInQuestion& question : chosen) {
    const bool there = question.asks != CheckInAsks::number ||
                       std::ranges::any_of(numbers, [&](const AimNumber& number) {
                         return number.number == question.number && number.asked;
                       });
    if (there) asked.push_back(question);
  }
  if (asked.empty()) asked.push_back({CheckInAsks::level, 0});
  return asked;
}

Instant said_at(std::string_view phone_ms, Instant now) {
  const auto said = whole_number(phone_ms);
  if (!said || *said > now.utc_ms) return now;
  return now.utc_ms - *said > check_in_waits_days_max * ms_a_day ? now : Instant{*said};
}

}  // namespace alongside
