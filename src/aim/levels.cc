// SPDX-License-Identifier: Apache-2.0
// An aim's levels are checked here and nowhere else.
#include "aim/levels.h"

#include <charconv>

#include "foundation/base/text.h"

namespace alongside {

Outcome<Level> Level::from(std::int64_t number) {
  if (number < -2 || number > 2) return Refusal("aim.level_unknown", "level");
  return Level(static_cast<int>(number));
}

Outcome<Level> Level::parse(std::string_view text) {
  std::int64_t number = 99;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) number = 99;
  return from(number);
}

std::array<Level, 5> levels_from_the_top() {
  return {Level::from(2).value(), Level::from(1).value(), Level::from(0).value(),
          Level::from(-1).value(), Level::from(-2).value()};
}

Outcome<AttainmentScale> AttainmentScale::from(const LevelWords& given, Baseline baseline) {
  LevelWords words;
  std::vector<Fault> faults;
  for (std::size_t i = 0; i < given.size(); ++i) {
    words[i] = tidied(given[i]);
    // Now is asked in one place, wherever it stands.
    const int asked = i == 0 && baseline == Baseline::lowest ? -1 : static_cast<int>(i) - 2;
    const std::string field = "level_" + std::to_string(asked);
    if (characters(words[i]) > level_words_characters_max)
      faults.push_back({"aim.level_too_long", field});
  }
  const auto& now = words[static_cast<std::size_t>(level_of(baseline).number() + 2)];
  const auto& attained = words[static_cast<std::size_t>(Level::attained().number() + 2)];
  if (now.empty()) faults.push_back({"aim.level_now_missing", "level_-1"});
  if (attained.empty()) faults.push_back({"aim.level_attained_missing", "level_0"});
  if (!now.empty() && now == attained) faults.push_back({"aim.levels_equal", "level_0"});
  if (!faults.empty()) return Refusal(std::move(faults));
  return AttainmentScale(std::move(words), baseline);
}

AttainmentScale AttainmentScale::kept(const LevelWords& words, Baseline baseline) {
  return AttainmentScale(words, baseline);
}

}  // namespace alongside
