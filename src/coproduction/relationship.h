// SPDX-License-Identifier: Apache-2.0
// How the person found working together: six questions of our own (CC0), not validated. Answers
// are confidential from whoever was met, and from everybody while they are few.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "foundation/base/clock.h"
#include "foundation/base/outcome.h"

namespace alongside {

/// Whether they were asked what matters, and were understood; whether it shaped the plan, and the
/// plan fits their life; whether they know who does what, and could say what they wanted. 0 not at
/// all to 4 completely.
enum class RelationshipItem { asked, understood, shaped, fits, who_does, could_say };
inline constexpr std::array relationship_items = {
    RelationshipItem::asked, RelationshipItem::understood, RelationshipItem::shaped,
    RelationshipItem::fits,  RelationshipItem::who_does,   RelationshipItem::could_say};
constexpr std::size_t relationship_items_count = relationship_items.size();
std::string_view code_of(RelationshipItem item);

constexpr std::int64_t relationship_value_max = 4;
/// Fewer complete answers than this are shown to nobody.
constexpr std::int64_t relationship_answers_min = 25;

/// Nobody is asked again sooner, so that 25 answers are many people's.
constexpr std::int64_t relationship_days_between = 90;

struct RelationshipAnswers {
  std::array<std::int64_t, relationship_items_count>
      values{};  ///< in the order of relationship_items
};
/// Only complete answers count; each missing or unclear one is refused beside its field
/// ("relationship.missing").
Outcome<RelationshipAnswers> relationship_answers_from(
    const std::array<std::string, relationship_items_count>& typed);

/// Some months of a team together: of `answers` complete ones, how many said 4.
struct RelationshipBlock {
  Month first;
  Month last;
  std::int64_t answers = 0;
  std::array<std::int64_t, relationship_items_count> top{};
};

}  // namespace alongside
