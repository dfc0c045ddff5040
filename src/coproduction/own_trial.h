// SPDX-License-Identifier: Apache-2.0
// A trial of one's own: the person tries two options of an agreement turn by turn, in an order that
// chance draws, and answers one number a day. Testing the change (→, Batalden 2018) for one person.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "aim/number.h"
#include "coproduction/agreement.h"
#include "foundation/base/random.h"

namespace alongside {

constexpr std::int64_t trial_block_days_min = 5, trial_block_days_max = 21;
/// From three on every order that chance can draw has each option tried twice or more, apart.
constexpr std::int64_t trial_pairs_min = 3, trial_pairs_max = 6;
constexpr std::int64_t trial_washout_days_max = 14;
constexpr std::size_t stop_rule_characters_max = 300;
/// How far ahead a trial may begin.
constexpr std::int64_t trial_begins_days_max = 60;

/// One of the two: A or B.
struct TrialArm {
  std::int64_t option = 0;        ///< of the agreement, from 1; 0: carrying on as now
  std::string offer;              ///< its key, if it is one
  Private<std::string> words;     ///< empty: carrying on as now
  std::int64_t washout_days = 0;  ///< how long it still acts after it ends
};

struct TrialPlan {
  std::int64_t number = 0;  ///< counted for each person
  AimNo aim;
  AgreementNo agreement;
  TrialArm a, b;
  std::int64_t asked = 0;       ///< the number of the aim that is answered each day
  std::int64_t block_days = 7;  ///< that count; wash-out comes before them
  std::vector<bool> b_first;    ///< drawn by chance, one a pair of blocks
  Private<std::string> stop_rule;
  Day begins;
  std::string made_with;  ///< the professional's name
  Instant made_at;
  std::optional<Instant> stopped_at = {};
  Private<std::string> stopped_why = {};

  std::int64_t pairs() const { return static_cast<std::int64_t>(b_first.size()); }
};

/// A block of days of one option, after the days on which the one before still acts.
struct TrialBlock {
  bool is_b = false;
  Day from;    ///< the first day on which it is done
  Day counts;  ///< the first day that counts
  Day to;      ///< the last
};
std::vector<TrialBlock> blocks_of(const TrialPlan& plan);
Day last_day_of(const TrialPlan& plan);

/// What a day is.
struct TrialDay {
  enum class Is { before, washing_out, counting, over } is = Is::before;
  bool is_b = false;
  std::int64_t day = 0, of = 0;  ///< of its block, from 1; of all days that count when counting
};
TrialDay day_in(const TrialPlan& plan, Day day);
/// Stopped, or its last day has passed.
bool is_over(const TrialPlan& plan, Day today);

/// As it was typed.
struct TrialDraft {
  std::string a, b;  ///< an option of the agreement, "2", or "0" for carrying on
  std::string number;
  std::string block_days, pairs;
  std::string washout_a, washout_b;
  std::string stop_rule;
  std::string begins;  ///< "2026-12-01"
  std::string suits;   ///< "yes": both act and end within days, and can be taken back
};
/// Refused, each beside its field: options that are none of the agreement or twice the same, a
/// number that is not asked with the aim, days, pairs or wash-out outside their limits, no stop
/// rule or one over its letters, a first day that has passed or lies too far ahead, and what does
/// not suit a trial. The order is drawn from `chance`.
Outcome<TrialPlan> trial_plan_from(const TrialDraft& draft, const Agreement& agreement, AimNo aim,
                                   const std::vector<AimNumber>& numbers, Day today,
                                   Randomness& chance);

/// A value a day that counts, in their order: the last answer of that day. Nothing: not answered.
struct TrialValue {
  Day day;
  bool is_b = false;
  std::optional<std::int64_t> value;
};
/// Until `today`, or until it was stopped.
std::vector<TrialValue> trial_values(const TrialPlan& plan, const AimNumber& number,
                                     const Zone& zone, Day today);

}  // namespace alongside
