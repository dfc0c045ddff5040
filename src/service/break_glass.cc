// SPDX-License-Identifier: Apache-2.0
// The exception is used in the open, or not at all.
#include "service/break_glass.h"

#include "foundation/base/secret.h"
#include "foundation/base/text.h"
#include "record/accounts.h"
#include "record/break_glass.h"
#include "record/people.h"
#include "service/act.h"
#include "service/sign_in.h"

namespace alongside::service {

namespace {

/// Looking for people who are not there is slowed down like guessing a password.
std::string misses_of(const Caller& caller) {
  return sha256("emergency " + std::to_string(caller.home.value) + " " +
                std::to_string(caller.user_no));
}

Outcome<std::string> opened_for(const Service& service, const Caller& caller,
                                const std::string& name, Day born,
                                const Private<std::string>& why) {
  const auto act = [&](sql::Writing& writing) -> Outcome<std::string> {
    const Instant now = service.now();
    record::hold_home(writing, caller.home);
    if (!record::is_on_a_team(writing, caller.home, *caller.professional, now))
      return Refusal("permission.not_found");
    if (record::failures(writing, misses_of(caller)).locked_until > now)
      return Refusal("sign_in.wait", "name");
    const auto person = record::person_named(writing, caller.home, name, born);
    if (!person) return Refusal("break_glass.nobody", "name");
    const PersonKey key{caller.home, *person};
    const std::string id = record::public_id(writing, key).text();
    if (record::has_open(writing, caller.home, *caller.professional, *person, now)) return id;
    const std::int64_t number =
        record::add_opening(writing, key, *caller.professional, why, now,
                            {now.utc_ms + break_glass_minutes * ms_a_minute});
    record::append_history(writing, actor_of(caller),
                           record::About::parts(*person, {{record::PartKind::opening, number}}),
                           {"break_glass", "opening " + std::to_string(number)}, now);
    return id;
  };
  // It cannot wait, so it may use the reserve of a full disk.
  return service.database().write(act, sql::Urgency::account);
}

/// Nobody was found: that somebody looked is kept all the same.
void note_miss(const Service& service, const Caller& caller) {
  service.database().write(
      [&](sql::Writing& writing) {
        count_failure(writing, misses_of(caller), service.now());
        record::append_history(writing, actor_of(caller), record::About::parts({}, {}),
                               {"break_glass_missed", ""}, service.now());
      },
      sql::Urgency::account);
}

}  // namespace

Outcome<std::string> break_glass(const Service& service, const Caller& caller,
                                 const BreakGlassDraft& draft) {
  if (!caller.professional) return Refusal("permission.not_found");
  std::vector<Fault> faults;
  const auto born = Day::from_iso(draft.born);
  if (one_line(draft.name).empty()) faults.push_back({"break_glass.name_missing", "name"});
  if (!born) faults.push_back({"break_glass.born_missing", "born"});
  std::string reason = tidied(draft.reason);
  if (characters(reason) < reason_characters_min)
    faults.push_back({"break_glass.reason_short", "reason"});
  if (characters(reason) > reason_characters_max)
    faults.push_back({"break_glass.reason_long", "reason"});
  if (!faults.empty()) return Refusal(std::move(faults));
  CHECK(step_up(service, caller, draft.password));
  const Private<std::string> why(std::move(reason));
  auto opened = opened_for(service, caller, draft.name, *born, why);
  if (!opened && opened.refusal().key() == "break_glass.nobody") note_miss(service, caller);
  return opened;
}

Outcome<std::string> review_break_glass(const Service& service, const Caller& caller,
                                        const Id<Person>& person, std::string_view opening,
                                        std::string_view once) {
  return change_record(service, caller, RecordOf::person(person), {"review_break_glass", once},
                       [&](sql::Writing& writing, const PersonAccess& access) -> Outcome<Change> {
                         CHECK(only_a_professional(access));
                         for (const record::Opening& known : record::openings(writing, access)) {
                           if (std::to_string(known.number) != opening) continue;
                           if (known.by == *caller.professional)
                             return Refusal("break_glass.own", "opening");
                           record::review_opening(writing, access, known.number,
                                                  *caller.professional, service.now());
                           return Change{"", "opening " + std::to_string(known.number)};
                         }
                         return Refusal("permission.not_found");
                       });
}

}  // namespace alongside::service
