// SPDX-License-Identifier: Apache-2.0
// A number that belongs to an aim: a question in the person's own words, answered from 0 to 10. It
// says how things go on the way; whether the aim is attained it does not say.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/base/clock.h"
#include "foundation/base/outcome.h"
#include "foundation/base/privacy.h"

namespace alongside {

constexpr std::size_t numbers_of_an_aim_max = 2;
constexpr std::size_t number_words_characters_max = 120;
constexpr std::size_t number_end_characters_max = 40;
constexpr std::int64_t number_value_max = 10;

/// Which end the person is heading for. An answer is never turned round for it.
enum class Heading { down, up };
std::string_view code_of(Heading heading);
std::optional<Heading> heading_from(std::string_view code);

struct NumberDraft {
  std::string words;
  std::string at_zero;
  std::string at_ten;
  std::string heading;
};

/// What is asked.
struct NumberQuestion {
  /// Refused, each beside its field: no words or over number_words_characters_max letters
  /// ("number_words"), an end without words or over number_end_characters_max letters ("at_zero",
  /// "at_ten"), no heading ("heading").
  static Outcome<NumberQuestion> from(const NumberDraft& draft);

  Private<std::string> words;    ///< "How stiff are my hands?"
  Private<std::string> at_zero;  ///< "not at all"
  Private<std::string> at_ten;   ///< "as stiff as can be"
  Heading heading = Heading::down;
};

struct NumberAnswer {
  std::int64_t value = 0;  ///< 0 to number_value_max
  Instant said_at;
};

/// A question with its answers, oldest first. A day without an answer has none: it is no zero.
struct AimNumber {
  std::int64_t number = 0;  ///< counted for each person
  std::int64_t aim = 0;     ///< the number of the aim to which it belongs
  NumberQuestion question;
  bool asked = true;  ///< false once the person stopped asking it
  std::vector<NumberAnswer> answers;

  std::optional<NumberAnswer> latest() const;
};

/// A whole number from 0 to number_value_max; nothing when it is none.
std::optional<std::int64_t> number_value_from(std::string_view text);

}  // namespace alongside
