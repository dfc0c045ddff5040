// SPDX-License-Identifier: Apache-2.0
// Reading back and answering.
#include "aim/elicitation.h"

#include "foundation/base/text.h"

namespace alongside {

Outcome<Private<std::string>> read_back_words(std::string_view typed) {
  std::string words = tidied(typed);
  if (words.empty()) return Refusal("aim.read_back_missing", "as_understood");
  if (characters(words) > read_back_characters_max)
    return Refusal("aim.read_back_too_long", "as_understood");
  return Private(std::move(words));
}

Outcome<Understood> understood_from(std::string_view code) {
  if (code == "yes") return Understood::yes;
  if (code == "not_quite") return Understood::not_quite;
  return Refusal("aim.understood_unknown", "understood");
}

std::string_view code_of(Understood understood) {
  switch (understood) {
    case Understood::not_answered:
      return "not_answered";
    case Understood::yes:
      return "yes";
    case Understood::not_quite:
      return "not_quite";
  }
  return {};
}

}  // namespace alongside
