// SPDX-License-Identifier: Apache-2.0
// What could be done about an aim, and what became of it: considered, chosen, or refused with the
// reason of either side. Connecting the aim with what is known (+, Batalden 2018).
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/base/outcome.h"
#include "foundation/base/privacy.h"
#include "foundation/base/quantity.h"

namespace alongside {

/// `carry_on`: leave things as they are, which is always possible. `own_history`: what the person
/// did before. `offered`: what the team offers. `other`: in their own words.
enum class OptionSource { carry_on, own_history, offered, other };
/// A choice without a reason is a choice; a reason is asked where something was refused.
enum class OptionStanding { considered, chosen, refused };

std::string_view code_of(OptionSource source);
std::string_view code_of(OptionStanding standing);
std::optional<OptionSource> option_source_from(std::string_view code);
std::optional<OptionStanding> option_standing_from(std::string_view code);
inline constexpr std::array option_standings = {OptionStanding::considered, OptionStanding::chosen,
                                                OptionStanding::refused};

/// What outcomes of carrying on are counted under.
inline constexpr std::string_view carry_on_action = "carry on";

constexpr std::size_t option_words_characters_max = 120;
constexpr std::size_t reason_characters_max = 300;
constexpr std::size_t options_max = 12;

/// As typed. Without a standing it was not talked about, and is skipped.
struct OptionDraft {
  std::string source;
  std::string key;  ///< which offer, or which action of before ("3.1"); service/agree looks it up
  std::string words;
  std::string standing;
  std::string persons_reason;
  std::string professionals_reason;
  std::string version = {};  ///< of an offer; filled in by service/agree
  std::string offer = {};    ///< the same: its key
};

struct Option {
  OptionSource source = OptionSource::other;
  OptionStanding standing = OptionStanding::considered;
  Private<std::string> words;  ///< empty only for carry_on
  std::string version;         ///< of an offer, "2"; else empty
  Private<std::string> persons_reason;
  Private<std::string> professionals_reason;
  std::string offer = {};  ///< of an offer, its key "2.1"; else empty
};

/// Those that were talked about. Refused, beside "option_i_words" and so on: an unknown source or
/// standing, words that are missing or too long, a reason over reason_characters_max letters.
Outcome<std::vector<Option>> options_from(const std::vector<OptionDraft>& drafts);

/// "2.1": offer 1 of team 2, on a form.
struct OfferKey {
  std::int64_t team = 0, number = 0;
  std::string text() const { return std::to_string(team) + "." + std::to_string(number); }
};
std::optional<OfferKey> offer_key_from(std::string_view text);

/// What a team offers: a standard, with its version.
struct Offer {
  std::int64_t number = 0;
  std::int64_t team = 0;  ///< the number of the team that offers it
  std::string name;
  std::string what_it_asks;
  std::optional<MinutesAWeek> minutes;
  std::int64_t version = 1;
  std::string asks_of_others = {};  ///< of those around the person
  std::string could_go_wrong = {};
  std::string evidence = {};  ///< the id of an evidence card about it; empty: none is known
  std::string action = {};    ///< what a network calls it, "walking"; empty: it is this team's own

  /// What outcomes of it are counted under: what a network calls it, or its key.
  std::string counted_as() const { return action.empty() ? "offer " + key() : action; }
  std::string key() const { return OfferKey{team, number}.text(); }
};
struct OfferDraft {
  std::string name;
  std::string what_it_asks;
  std::string minutes;
  std::string asks_of_others = {};
  std::string could_go_wrong = {};
  std::string evidence = {};
  std::string action = {};
};
constexpr std::size_t offers_max = 30;
constexpr std::size_t action_name_characters_max = 60;
/// Refused, each beside its field: no name, too many letters, minutes that are no whole number of a
/// week, a name in the network that is not made of letters, digits,
/// spaces and hyphens or is that of carrying on.
Outcome<Offer> offer_from(const OfferDraft& draft);

}  // namespace alongside
