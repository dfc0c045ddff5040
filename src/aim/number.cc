// SPDX-License-Identifier: Apache-2.0
// Questions of the person's own, and their answers.
#include "aim/number.h"

#include <charconv>

#include "foundation/base/text.h"

namespace alongside {

std::string_view code_of(Heading heading) { return heading == Heading::down ? "down" : "up"; }

std::optional<Heading> heading_from(std::string_view code) {
  if (code == "down") return Heading::down;
  if (code == "up") return Heading::up;
  return std::nullopt;
}

Outcome<NumberQuestion> NumberQuestion::from(const NumberDraft& draft) {
  std::vector<Fault> faults;
  NumberQuestion made;
  std::string words = one_line(draft.words);
  if (words.empty()) faults.push_back({"number.words_missing", "number_words"});
  if (characters(words) > number_words_characters_max)
    faults.push_back({"number.words_long", "number_words"});
  made.words = Private(std::move(words));
  const auto end = [&](const std::string& typed, std::string_view field) {
    std::string text = one_line(typed);
    if (text.empty()) faults.push_back({"number.end_missing", std::string(field)});
    if (characters(text) > number_end_characters_max)
      faults.push_back({"number.end_long", std::string(field)});
    return Private(std::move(text));
  };
  made.at_zero = end(draft.at_zero, "at_zero");
  made.at_ten = end(draft.at_ten, "at_ten");
  const auto heading = heading_from(draft.heading);
  if (!heading) faults.push_back({"number.heading_missing", "heading"});
  made.heading = heading.value_or(Heading::down);
  if (!faults.empty()) return Refusal(std::move(faults));
  return made;
}

std::optional<NumberAnswer> AimNumber::latest() const {
  if (answers.empty()) return std::nullopt;
  return answers.back();
}

std::optional<std::int64_t> number_value_from(std::string_view text) {
  std::int64_t value = -1;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  if (value < 0 || value > number_value_max) return std::nullopt;
  return value;
}

}  // namespace alongside
