// SPDX-License-Identifier: Apache-2.0
// Deeds, ticks and check-ins.
#include "service/contribute.h"

#include <algorithm>

#include "coproduction/preparation.h"
#include "foundation/base/text.h"
#include "record/agreements.h"
#include "record/numbers.h"
#include "record/people.h"
#include "record/ratings.h"
#include "service/act.h"
#include "service/judge_attainment.h"

namespace alongside::service {
namespace {

Day today_at(const sql::Reading& reading, HomeNo home, Instant now) {
  const auto site = record::site(reading, home);
  return Zone::named(site->zone).value().day_of(now);
}

Outcome<Done> keep_level(sql::Writing& writing, const PersonAccess& access,
                         const CheckInDraft& draft, Instant said) {
  const auto id = Id<Aim>::parse(draft.aim);
  if (!id) return Refusal("check_in.level_unclear", "level");
  TRY(const Level level, Level::parse(draft.level));
  TRY(const Aim aim, aim_to_rate(writing, access, *id));
  record::add_rating(writing, access, aim.number, Side::person, std::nullopt, level, said);
  return Done{};
}

/// Numbers of the person's own that are still asked.
Outcome<Done> keep_numbers(sql::Writing& writing, const PersonAccess& access,
                           const CheckInDraft& draft, Instant said) {
  if (draft.numbers.empty()) return Done{};
  const std::vector<AimNumber> known = record::numbers(writing, access);
  for (const auto& answer : draft.numbers) {
    const std::int64_t number = answer.first;
    const auto value = number_value_from(answer.second);
    if (!value || std::ranges::none_of(known, [&](const AimNumber& one) {
          return one.number == number && one.asked;
        }))
      return Refusal("prepare.choose_one", "number_" + std::to_string(number));
    record::add_number_answer(writing, access, number, *value, 0, said);
  }
  return Done{};
}

Outcome<Done> keep_care(sql::Writing& writing, const PersonAccess& access,
                        const CheckInDraft& draft, Instant said) {
  if (draft.care.empty()) return Done{};
  const auto value = whole_number(draft.care);
  if (!value || *value < 0 || *value > burden_max) return Refusal("prepare.choose_one", "care");
  record::add_burden(writing, access, record::BurdenKind::care, *value, 0, said);
  return Done{};
}

}  // namespace

Outcome<record::ActionKey> action_on(const sql::Reading& reading, const PersonAccess& access,
                                     std::string_view text, Side side) {
  const auto parts = split(text, '.');
  const auto agreement = whole_number(parts.front());
  const auto action = parts.size() == 2 ? whole_number(parts[1]) : std::nullopt;
  if (!agreement || !action) return Refusal("check_in.action_unknown", "done");
  const record::ActionKey key{{*agreement}, *action};
  if (record::side_of_action(reading, access, key) != side)
    return Refusal("check_in.action_unknown", "done");
  return key;
}

Outcome<std::string> check_in(const Service& service, const Caller& caller,
                              const CheckInDraft& draft, std::string_view once) {
  return change_record(service, caller, RecordOf::own(), {"check_in", once},
                       [&](sql::Writing& writing, const PersonAccess& access) -> Outcome<Change> {
                         CHECK(only_the_person(access));
                         std::string line = tidied(draft.line);
                         if (characters(line) > check_in_line_characters_max)
                           return Refusal("check_in.line_too_long", "line");
                         if (draft.level.empty() && draft.done.empty() && line.empty() &&
                             draft.numbers.empty() && draft.care.empty())
                           return Refusal("check_in.empty", "level");
                         const Instant said = said_at(draft.said, service.now());
                         if (!draft.level.empty()) {
                           CHECK(keep_level(writing, access, draft, said));
                         }
                         CHECK(keep_numbers(writing, access, draft, said));
                         CHECK(keep_care(writing, access, draft, said));
                         const Day today = today_at(writing, caller.home, said);
                         for (const std::string& done : draft.done) {
                           TRY(const record::ActionKey key,
                               action_on(writing, access, done, Side::person));
                           record::add_deed(writing, access, key, today, service.now());
                         }
                         record::add_check_in(writing, access, Private(std::move(line)), said);
                         return Change{draft.level.empty() ? std::string() : draft.aim, ""};
                       });
}

namespace {

/// One action of one side, done today.
Outcome<Change> tick(const Service& service, sql::Writing& writing, const PersonAccess& access,
                     std::string_view action, Side side) {
  TRY(const record::ActionKey key, action_on(writing, access, action, side));
  record::add_deed(writing, access, key, today_at(writing, access.person().home, service.now()),
                   service.now());
  return Change{"", "agreement " + std::to_string(key.agreement.value)};
}

}  // namespace

Outcome<std::string> tick_promise(const Service& service, const Caller& caller,
                                  const Id<Person>& person, std::string_view action,
                                  std::string_view once) {
  return change_record(service, caller, RecordOf::person(person), {"keep_promise", once},
                       [&](sql::Writing& writing, const PersonAccess& access) -> Outcome<Change> {
                         CHECK(only_a_professional(access));
                         return tick(service, writing, access, action, Side::professional);
                       });
}

Outcome<std::string> tick_for(const Service& service, const Caller& caller,
                              const Id<Person>& person, std::string_view action,
                              std::string_view once) {
  return change_record(service, caller, RecordOf::supported(person), {"tick_for", once},
                       [&](sql::Writing& writing, const PersonAccess& access) -> Outcome<Change> {
                         CHECK(only_a_supporter(access));
                         return tick(service, writing, access, action, Side::person);
                       });
}

}  // namespace alongside::service
