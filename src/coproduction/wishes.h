// SPDX-License-Identifier: Apache-2.0
// How the person wants to work together. Only they say it; the latest word holds.
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "coproduction/check_in.h"

namespace alongside {

/// How they want to be reached between visits.
enum class ReachBy { phone, letter, message, at_visits };
/// How often they want to check in. Nobody is reminded who did not ask for it.
enum class Rhythm { none, when_it_changes, weekly };

struct Wishes {
  /// Whether their team may write down what they say in a visit, as theirs. Not said is no.
  std::optional<bool> write_down;
  std::optional<ReachBy> reach_by;
  std::optional<Rhythm> rhythm;
  std::vector<CheckInQuestion> asks;  ///< what they want to be asked when they check in
  bool operator==(const Wishes&) const = default;
};

enum class WishKind { write_down, reach_by, rhythm, asks };
inline constexpr std::array wish_kinds = {WishKind::write_down, WishKind::reach_by,
                                          WishKind::rhythm, WishKind::asks};
inline constexpr std::array ways_to_reach = {ReachBy::phone, ReachBy::letter, ReachBy::message,
                                             ReachBy::at_visits};
inline constexpr std::array rhythms = {Rhythm::weekly, Rhythm::when_it_changes, Rhythm::none};

std::string_view code_of(WishKind kind);
std::string_view code_of(ReachBy way);
std::string_view code_of(Rhythm rhythm);
std::optional<WishKind> wish_kind_from(std::string_view code);
/// Takes one word over; false, and nothing changes, when it is none of its kind ("yes" and "no" for
/// write_down, the text of questions for asks).
bool take_wish(Wishes& wishes, WishKind kind, std::string_view choice);

}  // namespace alongside
