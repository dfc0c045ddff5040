// SPDX-License-Identifier: Apache-2.0
// Patient aim: "reason for seeking help, grounded in the reality of the patient's life" (Batalden
// 2018). The person's own words are kept for ever; restating an aim adds a version beside them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "aim/elicitation.h"
#include "aim/levels.h"
#include "foundation/base/clock.h"
#include "foundation/base/id.h"
#include "foundation/base/outcome.h"
#include "foundation/base/privacy.h"

namespace alongside {

struct Aim;
using AimNo = Number<Aim>;

/// When it should come true.
enum class Horizon { soon, this_year, long_term };
/// A well person's aim is not a sick person's: the circumstances belong to the aim.
enum class Situation { staying_well, living_with, acute, recovering, end_of_life };

constexpr std::size_t aim_words_characters_max = 200;
/// What was said to another system may be longer; it is kept as it was said.
constexpr std::size_t aim_words_elsewhere_characters_max = 2000;
constexpr int aims_held_max = 20;

/// What came in at a door. Empty optional fields mean: not said.
struct AimDraft {
  std::string words;
  std::string horizon;
  std::string situation;
  std::string importance;
  std::string confidence;
};

/// One version of an aim, as the person stated it.
class AimStatement {
 public:
  /// Refused, each beside its field: no words, words over aim_words_characters_max letters, an
  /// unknown horizon or situation, importance or confidence outside 0 to 10.
  static Outcome<AimStatement> from(const AimDraft& draft);
  /// What the person said to another system. Refused: no words, or more than
  /// aim_words_elsewhere_characters_max letters (field "words").
  static Outcome<AimStatement> said_elsewhere(std::string_view words,
                                              std::optional<Horizon> horizon);

  Private<std::string> words;
  std::optional<Horizon> horizon;
  std::optional<Situation> situation;
  std::optional<std::int64_t> importance;  ///< 0 not at all to 10 more than anything
  std::optional<std::int64_t> confidence;  ///< 0 not at all sure to 10 quite sure
};

struct AimVersion {
  AimStatement statement;
  Instant stated_at;
  std::string written_by = {};  ///< who wrote it down in a visit; empty: the person
};

enum class AimState { held, let_go };

/// An aim with all its versions, oldest first; never empty.
struct Aim {
  AimNo number;
  Id<Aim> id;
  AimState state = AimState::held;
  std::int64_t rank = 1;  ///< 1 matters most, among those held
  std::vector<AimVersion> versions;
  std::optional<AttainmentScale> scale;
  std::vector<ReadBack> read_backs;          ///< oldest first
  std::optional<Instant> confirmed_at = {};  ///< when the person last said that it is still right
  std::string known_as = {};  ///< its reference in another system, "Goal/7"; empty: said here

  const AimStatement& statement() const { return versions.back().statement; }
  const std::string& words() const { return statement().words.disclose(); }
  const std::string& original_words() const { return versions.front().statement.words.disclose(); }
  bool restated() const { return versions.size() > 1; }
  Instant stated_at() const { return versions.front().stated_at; }
  /// The latest reading-back, when it was about the words as they stand now.
  const ReadBack* latest_read_back() const;
};

/// Codes as they are stored and sent; the words for people stand in words/.
std::string_view code_of(Horizon horizon);
/// Up to a quarter is soon, up to a year this year.
Horizon horizon_of(std::int64_t days);
std::string_view code_of(Situation situation);
std::optional<Horizon> horizon_from(std::string_view code);
std::optional<Situation> situation_from(std::string_view code);
inline constexpr std::array horizons = {Horizon::soon, Horizon::this_year, Horizon::long_term};
inline constexpr std::array situations = {Situation::living_with, Situation::staying_well,
                                          Situation::recovering, Situation::acute,
                                          Situation::end_of_life};

}  // namespace alongside
