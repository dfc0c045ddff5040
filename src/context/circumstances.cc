// SPDX-License-Identifier: Apache-2.0
// What a life can hold, and whether a plan fits into it.
#include "context/circumstances.h"

#include <charconv>

#include "foundation/base/text.h"

namespace alongside {

std::optional<MinutesAWeek> minutes_a_week_from(std::string_view text) {
  std::int64_t minutes = -1;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), minutes);
  if (text.empty() || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  if (minutes < 0 || minutes > minutes_a_week_max) return std::nullopt;
  return MinutesAWeek{minutes};
}

Outcome<Circumstances> Circumstances::from(const CircumstancesDraft& draft) {
  std::vector<Fault> faults;
  Circumstances made;
  const std::string minutes = one_line(draft.minutes_to_spare);
  if (!minutes.empty()) {
    made.to_spare = minutes_a_week_from(minutes);
    if (!made.to_spare) faults.push_back({"circumstances.minutes_unclear", "minutes_to_spare"});
  }
  std::string commitments = tidied(draft.commitments);
  std::string helpers = tidied(draft.helpers);
  if (characters(commitments) > circumstances_characters_max)
    faults.push_back({"circumstances.too_long", "commitments"});
  if (characters(helpers) > circumstances_characters_max)
    faults.push_back({"circumstances.too_long", "helpers"});
  std::string strengths = tidied(draft.strengths);
  if (characters(strengths) > circumstances_characters_max)
    faults.push_back({"circumstances.too_long", "strengths"});
  if (!faults.empty()) return Refusal(std::move(faults));
  made.commitments = Private(std::move(commitments));
  made.helpers = Private(std::move(helpers));
  made.strengths = Private(std::move(strengths));
  return made;
}

Fit fit_of(MinutesAWeek asked, const std::optional<MinutesAWeek>& to_spare) {
  if (!to_spare) return Fit::not_said;
  return asked > *to_spare ? Fit::over : Fit::fits;
}

}  // namespace alongside
