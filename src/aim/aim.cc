// SPDX-License-Identifier: Apache-2.0
// What an aim must say, and what it may leave out.
#include "aim/aim.h"

#include <charconv>

#include "foundation/base/text.h"

namespace alongside {
namespace {

constexpr std::int64_t scale_max = 10;

/// Empty is "not said"; anything else must be a whole number from 0 to 10.
std::optional<std::int64_t> zero_to_ten(std::string_view text, const char* field,
                                        std::vector<Fault>& faults) {
  if (text.empty()) return std::nullopt;
  std::int64_t number = -1;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || number < 0 ||
      number > scale_max) {
    faults.push_back({"aim.zero_to_ten", field});
    return std::nullopt;
  }
  return number;
}

}  // namespace

Outcome<AimStatement> AimStatement::from(const AimDraft& draft) {
  std::vector<Fault> faults;
  AimStatement statement;
  std::string words = tidied(draft.words);
  if (words.empty()) faults.push_back({"aim.words_missing", "words"});
  if (characters(words) > aim_words_characters_max)
    faults.push_back({"aim.words_too_long", "words"});
  statement.words = Private(std::move(words));
  statement.horizon = horizon_from(draft.horizon);
  if (!draft.horizon.empty() && !statement.horizon)
    faults.push_back({"aim.horizon_unknown", "horizon"});
  statement.situation = situation_from(draft.situation);
  if (!draft.situation.empty() && !statement.situation)
    faults.push_back({"aim.situation_unknown", "situation"});
  statement.importance = zero_to_ten(draft.importance, "importance", faults);
  statement.confidence = zero_to_ten(draft.confidence, "confidence", faults);
  if (!faults.empty()) return Refusal(std::move(faults));
  return statement;
}

Outcome<AimStatement> AimStatement::said_elsewhere(std::string_view words,
                                                   std::optional<Horizon> horizon) {
  AimStatement statement;
  std::string said = tidied(words);
  if (said.empty()) return Refusal("aim.words_missing", "words");
  if (characters(said) > aim_words_elsewhere_characters_max)
    return Refusal("aim.words_too_long", "words");
  statement.words = Private(std::move(said));
  statement.horizon = horizon;
  return statement;
}

const ReadBack* Aim::latest_read_back() const {
  if (read_backs.empty() || read_backs.back().read_at < versions.back().stated_at) return nullptr;
  return &read_backs.back();
}

std::string_view code_of(Horizon horizon) {
  switch (horizon) {
    case Horizon::soon:
      return "soon";
    case Horizon::this_year:
      return "this_year";
    case Horizon::long_term:
      return "long_term";
  }
  return {};
}

Horizon horizon_of(std::int64_t days) {
  if (days <= 92) return Horizon::soon;
  return days <= 366 ? Horizon::this_year : Horizon::long_term;
}

std::string_view code_of(Situation situation) {
  switch (situation) {
    case Situation::staying_well:
      return "staying_well";
    case Situation::living_with:
      return "living_with";
    case Situation::acute:
      return "acute";
    case Situation::recovering:
      return "recovering";
    case Situation::end_of_life:
      return "end_of_life";
  }
  return {};
}

std::optional<Horizon> horizon_from(std::string_view code) {
  for (const Horizon horizon : horizons)
    if (code_of(horizon) == code) return horizon;
  return std::nullopt;
}

std::optional<Situation> situation_from(std::string_view code) {
  for (const Situation situation : situations)
    if (code_of(situation) == code) return situation;
  return std::nullopt;
}

}  // namespace alongside
