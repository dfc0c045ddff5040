// SPDX-License-Identifier: Apache-2.0
// After a plan was made for an aim, the person is asked once whether it is met: between 14 days and
// 26 weeks (HL7 Person-Centered Outcomes 1.0.0, measure 2). When it is not, five ways are open.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "coproduction/agreement.h"
#include "improvement/attainment.h"

namespace alongside {

constexpr std::int64_t follow_up_days_min = 14;
constexpr std::int64_t follow_up_days_max = 26 * 7;

/// `none`: no plan, or no levels by which to say. `later`: the days have not come. `due`: now, and
/// the person has not said. `said`: they did, within the days. `lapsed`: the days are over, nobody
/// asked.
enum class FollowUp { none, later, due, said, lapsed };

struct FollowUpState {
  FollowUp state = FollowUp::none;
  Instant opens;  ///< of all but none
  Instant closes;
  std::optional<Level> level;  ///< the person's last word within the days
};

/// Counted from the newest agreement that cites the aim. `agreements` newest first.
FollowUpState follow_up_of(const Aim& aim, const std::vector<Agreement>& agreements,
                           std::span<const Rating> ratings, Instant now);

/// What to do about an aim that is not attained; the person chooses.
enum class NextStep { keep, replace, easier, finer_steps, change_actions };
inline constexpr std::array next_steps = {NextStep::keep, NextStep::change_actions,
                                          NextStep::easier, NextStep::finer_steps,
                                          NextStep::replace};
std::string_view code_of(NextStep step);
std::optional<NextStep> next_step_from(std::string_view code);

struct ChosenStep {
  NextStep step = NextStep::keep;
  Instant chosen_at;
};

/// They said it is not attained, and have not chosen since.
bool asks_for_next_step(const FollowUpState& follow_up, std::span<const Rating> ratings,
                        const std::optional<ChosenStep>& chosen);

}  // namespace alongside
