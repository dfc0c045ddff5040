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
};

struct Option {
  OptionSource source = OptionSource::other;
  OptionStanding standing = OptionStanding::considered;
  Private<std::string> words;  ///< empty only for carry_on
  std::string version;         ///< of an offer, "2"; else empty
  Private<std::string> persons_reason;
  Private<std::string> professionals_reason;
};

/// Those that were talked about. Refused, beside "option_i_words" and so on: an unknown source or
/// standing, words that are missing or too long, a reason over reason_characters_max letters.
Outcome<std::vector<Option>> options_from(const std::vector<OptionDraft>& drafts);

/// What a team offers: a standard, with its version.
struct Offer {
  std::int64_t number = 0;
  std::int64_t team = 0;  ///< the number of the team that offers it
  std::string name;
  std::string what_it_asks;
  std::optional<MinutesAWeek> minutes;
  std::int64_t version = 1;

  /// "2.1": offer 1 of team 2, on a form.
  std::string key() const { return std::to_string(team) + "." + std::to_string(number); }
};
struct OfferDraft {
  std::string name;
  std::string what_it_asks;
  std::string minutes;
};
constexpr std::size_t offers_max = 30;
/// Refused, each beside its field ("name", "what_it_asks", "minutes"): no name, too many letters,
/// minutes that are no whole number of a week.
Outcome<Offer> offer_from(const OfferDraft& draft);

}  // namespace alongside
