// SPDX-License-Identifier: Apache-2.0
// The levels of an aim, -2 to +2, in the person's words: goal attainment scaling (Kiresuk & Sherman
// 1968) as HL7's Person-Centered Outcomes guide orders it: -1 is now, 0 is attained. Where it
// cannot get worse than now, now is -2, as older goal attainment scaling has it: each scale says
// which.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "foundation/base/outcome.h"
#include "foundation/base/privacy.h"

namespace alongside {

/// One of five steps. 0 and above count as attained.
class Level {
 public:
  /// Refused: a number outside -2 to +2.
  static Outcome<Level> from(std::int64_t number);
  /// Refused: text that is no such number (field "level").
  static Outcome<Level> parse(std::string_view text);
  static constexpr Level now() { return Level(-1); }
  static constexpr Level attained() { return Level(0); }
  static constexpr Level lowest() { return Level(-2); }

  constexpr int number() const { return number_; }
  constexpr bool is_attained() const { return number_ >= 0; }
  auto operator<=>(const Level&) const = default;

 private:
  explicit constexpr Level(int number) : number_(number) {}
  int number_;
};

constexpr std::size_t level_words_characters_max = 200;

/// What was typed for each level, -2 first. Empty means: not said.
using LevelWords = std::array<std::string, 5>;

/// At which level the person began.
enum class Baseline { below_attained, lowest };
constexpr Level level_of(Baseline baseline) {
  return baseline == Baseline::lowest ? Level::lowest() : Level::now();
}

/// Only "now" and "attained" must be said; the others may stay empty, and nobody is asked twice.
class AttainmentScale {
 public:
  /// Refused, each beside its field ("level_-1" ...): now or attained not said, over
  /// level_words_characters_max letters, or now and attained in the same words.
  /// `words` of now stand at the level of `baseline`.
  static Outcome<AttainmentScale> from(const LevelWords& words,
                                       Baseline baseline = Baseline::below_attained);
  /// As it was kept; the rules held when it was written.
  static AttainmentScale kept(const LevelWords& words,
                              Baseline baseline = Baseline::below_attained);

  /// Empty when that level was not described.
  const std::string& words(Level level) const {
    return words_.disclose()[static_cast<std::size_t>(level.number() + 2)];
  }
  Baseline baseline() const { return baseline_; }

 private:
  AttainmentScale(LevelWords words, Baseline baseline)
      : words_(std::move(words)), baseline_(baseline) {}
  Private<LevelWords> words_;
  Baseline baseline_;
};

/// All five, from +2 down to -2: the order in which they are shown.
std::array<Level, 5> levels_from_the_top();

}  // namespace alongside
