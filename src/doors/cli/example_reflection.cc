// SPDX-License-Identifier: Apache-2.0
// Invented words and answers; every one of them goes through the product's own acts.
#include "doors/cli/example_reflection.h"

#include <algorithm>
#include <array>

#include "service/reflect.h"
#include "service/say_joy.h"
#include "service/take_value_passport.h"

namespace alongside::cli {
namespace {

constexpr std::int64_t days_between_joy = 30;
constexpr std::int64_t work_is_heavy_until = 420;

void done(const Outcome<std::string>& outcome) {
  expect(outcome.accepted(), "what the example's team says is right");
}

struct EntryIdea {
  std::int64_t day;
  std::string_view happened, learnt, thinking, where;
  std::string_view minutes;
};
constexpr EntryIdea ideas[] = {
    {300, "I explained the numbers well, and then heard that the stairs were never the matter",
     "Ask what it is for before I explain", "", "", "15"},
    {352, "Our monthly sheet shows visits and nothing about what they were for",
     "What we count is what we talk about", "product", "assessing", ""},
    {430, "Somebody came with a list that they had made with their daughter. We began there.",
     "The visit was shorter, and I knew more", "", "", "20"},
    {560, "At the huddle the partner asked who it is for, and we dropped half of the plan",
     "A partner at the table saves weeks", "service", "improving", "10"},
    {690, "I was told: you did not ask me this time. It was true.",
     "The text before the visit does not ask for me", "", "", "15"},
};

/// What the two sides say, line by line, at first; both go up slowly.
struct LineIdea {
  std::int64_t professionals, partners;
  std::string_view seen, next;
};
constexpr std::array<LineIdea, passport_lines.size()> lines_at_first = {{
    {2, 1, "We ask more often; not everybody feels heard", "Say back what we heard"},
    {1, 1, "Exercises on paper are put away", "Try them once in the room"},
    {1, 0, "Letters take a week", "Call the home nurse while the person is there"},
    {1, 1, "Many come far for ten minutes", "Offer the phone where nothing is examined"},
    {1, 2, "Good days, and too many late ones", ""},
    {2, 1, "The line is busy all morning", "An hour kept free after lunch"},
    {2, 2, "", ""},
    {1, 1, "", ""},
    {0, 0, "", "A breakfast for people who live with it"},
    {1, 1, "", ""},
}};

}  // namespace

std::string LivedReflection::once() { return uuid_v7(service_.now(), chance_); }

void LivedReflection::begin_with(std::vector<service::Caller> members, const Id<Team>& team) {
  members_ = std::move(members);
  team_ = team;
}

void LivedReflection::live_day(std::int64_t day) {
  if (!team_) return;
  if (day >= next_joy_) {
    say_joy();
    next_joy_ += days_between_joy;
  }
  write_journal(day);
  if (day >= next_passport_) take_passport(day);
}

void LivedReflection::say_joy() {
  const bool heavy = service_.now().utc_ms < first_day_.plus(work_is_heavy_until).number * ms_a_day;
  for (const service::Caller& member : members_) {
    const auto waiting = service::joy_waits_for(service_, member);
    if (std::ranges::none_of(waiting, [&](const Team& team) { return team.id == *team_; }))
      continue;
    const std::uint64_t answer = chance_.below(heavy ? 4 : 5) + (heavy ? 0 : chance_.below(2));
    const auto joy = std::min<std::uint64_t>(answer, 4);
    done(service::say_joy(service_, member, *team_, std::to_string(joy), once()));
  }
}

void LivedReflection::write_journal(std::int64_t day) {
  if (written_ == std::size(ideas) || day < ideas[written_].day) return;
  const EntryIdea& idea = ideas[written_++];
  const bool noticing = !idea.thinking.empty();
  done(service::write_entry(
      service_, members_.front(),
      {noticing ? "noticing" : "reflection", first_day_.plus(day).iso(), std::string(idea.happened),
       std::string(idea.learnt), std::string(idea.thinking), std::string(idea.where),
       std::string(idea.minutes), noticing ? "" : "yes", noticing ? "" : "28"},
      once()));
  if (written_ == 1)
    done(service::look_again(service_, members_.front(), "1",
                             {"I ask at the door now", "The numbers come last"}, once()));
}

void LivedReflection::take_passport(std::int64_t day) {
  PassportDraft draft;
  draft.as_of = first_day_.plus(day).iso();
  for (std::size_t i = 0; i < passport_lines.size(); ++i) {
    const LineIdea& idea = lines_at_first[i];
    const auto later = [&](std::int64_t level, std::size_t pace) {
      const auto steps =
          static_cast<std::int64_t>((static_cast<std::size_t>(passports_) + i % 3) / pace);
      return std::to_string(std::min(level + steps, passport_level_max));
    };
    draft.lines[i] = {later(idea.professionals, 6), later(idea.partners, 5), std::string(idea.seen),
                      std::string(idea.next)};
  }
  done(service::take_value_passport(service_, members_.front(), *team_, draft,
                                    std::to_string(passports_), once()));
  ++passports_;
  next_passport_ = day + passport_days_between;
}

}  // namespace alongside::cli
