// SPDX-License-Identifier: Apache-2.0
// Codes of wishes, and which of them there are.
#include "coproduction/wishes.h"

namespace alongside {
namespace {

template <class All>
auto found(const All& all, std::string_view code) -> std::optional<typename All::value_type> {
  for (const auto candidate : all)
    if (code_of(candidate) == code) return candidate;
  return std::nullopt;
}

}  // namespace

std::string_view code_of(WishKind kind) {
  switch (kind) {
    case WishKind::write_down:
      return "write_down";
    case WishKind::reach_by:
      return "reach_by";
    case WishKind::rhythm:
      return "rhythm";
    case WishKind::asks:
      return "asks";
  }
  return {};
}

std::string_view code_of(ReachBy way) {
  switch (way) {
    case ReachBy::phone:
      return "phone";
    case ReachBy::letter:
      return "letter";
    case ReachBy::message:
      return "message";
    case ReachBy::at_visits:
      return "at_visits";
  }
  return {};
}

std::string_view code_of(Rhythm rhythm) {
  switch (rhythm) {
    case Rhythm::none:
      return "none";
    case Rhythm::when_it_changes:
      return "when_it_changes";
    case Rhythm::weekly:
      return "weekly";
  }
  return {};
}

std::optional<WishKind> wish_kind_from(std::string_view code) { return found(wish_kinds, code); }

bool take_wish(Wishes& wishes, WishKind kind, std::string_view choice) {
  switch (kind) {
    case WishKind::write_down:
      if (choice != "yes" && choice != "no") return false;
      wishes.write_down = choice == "yes";
      return true;
    case WishKind::reach_by:
      if (!found(ways_to_reach, choice)) return false;
      wishes.reach_by = found(ways_to_reach, choice);
      return true;
    case WishKind::rhythm:
      if (!found(rhythms, choice)) return false;
      wishes.rhythm = found(rhythms, choice);
      return true;
    case WishKind::asks:
      if (questions_in(choice).empty()) return false;
      wishes.asks = questions_in(choice);
      return true;
  }
  return false;
}

}  // namespace alongside
