// SPDX-License-Identifier: Apache-2.0
// When an aim is to be judged again, and what then.
#include "improvement/follow_up.h"

#include <algorithm>

namespace alongside {
namespace {

const Agreement* newest_for(const Aim& aim, const std::vector<Agreement>& agreements) {
  const auto found = std::ranges::find_if(agreements, [&](const Agreement& agreement) {
    return std::ranges::find(agreement.aims, aim.number) != agreement.aims.end();
  });
  return found == agreements.end() ? nullptr : &*found;
}

}  // namespace

FollowUpState follow_up_of(const Aim& aim, const std::vector<Agreement>& agreements,
                           std::span<const Rating> ratings, Instant now) {
  FollowUpState made;
  const Agreement* agreement = newest_for(aim, agreements);
  if (agreement == nullptr || !aim.scale || aim.state == AimState::let_go) return made;
  made.opens = {agreement->agreed_at.utc_ms + follow_up_days_min * ms_a_day};
  made.closes = {agreement->agreed_at.utc_ms + follow_up_days_max * ms_a_day};
  std::optional<Rating> last;
  for (const Rating& rating : ratings)
    if (rating.side == Side::person && rating.rated_at >= made.opens &&
        rating.rated_at <= made.closes && (!last || rating.rated_at >= last->rated_at))
      last = rating;
  if (last) {
    made.state = FollowUp::said;
    made.level = last->level;
  } else if (now < made.opens) {
    made.state = FollowUp::later;
  } else {
    made.state = now <= made.closes ? FollowUp::due : FollowUp::lapsed;
  }
  return made;
}

std::string_view code_of(NextStep step) {
  switch (step) {
    case NextStep::keep:
      return "keep";
    case NextStep::replace:
      return "replace";
    case NextStep::easier:
      return "easier";
    case NextStep::finer_steps:
      return "finer_steps";
    case NextStep::change_actions:
      return "change_actions";
  }
  return {};
}

std::optional<NextStep> next_step_from(std::string_view code) {
  for (const NextStep step : next_steps)
    if (code_of(step) == code) return step;
  return std::nullopt;
}

bool asks_for_next_step(const FollowUpState& follow_up, std::span<const Rating> ratings,
                        const std::optional<ChosenStep>& chosen) {
  if (follow_up.state != FollowUp::said || !follow_up.level || follow_up.level->is_attained())
    return false;
  const auto latest = latest_of(Side::person, ratings);
  if (latest && latest->level.is_attained()) return false;
  return !chosen || chosen->chosen_at < follow_up.opens;
}

}  // namespace alongside
