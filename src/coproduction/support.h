// SPDX-License-Identifier: Apache-2.0
// Somebody close whom a person asks to help: what they may see and do, and until when. Only the
// person asks, and the person ends it at any time.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "foundation/base/clock.h"
#include "foundation/base/outcome.h"

namespace alongside {

/// Each holds what the one before holds. `plan`: aims and who does what. `check_ins`: and how it is
/// going. `contribute`: and ticks what the person has done. None of them: the account of who
/// looked, other supporters, changing words.
enum class SupportScope { plan, check_ins, contribute };

std::string_view code_of(SupportScope scope);
std::optional<SupportScope> support_scope_from(std::string_view code);
constexpr bool holds_check_ins(SupportScope scope) { return scope != SupportScope::plan; }
constexpr bool holds_changes(SupportScope scope) { return scope == SupportScope::contribute; }

/// One day: an interpreter, or somebody who comes along once.
constexpr std::array<int, 4> support_days{1, 30, 90, 365};
constexpr int support_days_standard = 90;
constexpr std::size_t called_characters_max = 100;
/// How long a link can be used.
constexpr std::int64_t support_link_days = 7;
/// How many may support one person at a time.
constexpr std::size_t supporters_max = 20;

struct Supporter {
  std::int64_t number = 0;
  std::string called;  ///< as the person calls them
  SupportScope scope = SupportScope::plan;
  Instant asked_at;
  Instant until;
  bool accepted = false;  ///< they have used their link
  bool ended = false;     ///< by the person

  bool holds(Instant now) const { return !ended && now < until; }
  /// Nobody used the link in time; it can only be stopped.
  bool link_too_old(Instant now) const {
    return !accepted && now.utc_ms - asked_at.utc_ms >= support_link_days * ms_a_day;
  }
};

/// What was given for a child ends on the day they come of age; from then on they ask themselves.
constexpr int of_age_years = 18;
/// The first day on which somebody born then is of age: the birthday, or 1 March for 29 February.
Day comes_of_age(Day born);

struct SupportDraft {
  std::string called;
  std::string scope;
  std::string days;
};
struct SupportAsked {
  std::string called;
  SupportScope scope;
  int days;
};
/// Refused beside the fields: "support.called_missing" and "support.called_long" (called),
/// "support.scope_missing" (scope), "support.days_missing" (days).
Outcome<SupportAsked> support_from(const SupportDraft& draft);

}  // namespace alongside
