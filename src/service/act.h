// SPDX-License-Identifier: Apache-2.0
// The shape of every act: permission, rule, one transaction, history; carried out once however
// often it is sent.
#pragma once

#include <string>

#include "record/history.h"
#include "service/permission.h"
#include "service/service.h"

namespace alongside::service {

/// What an act answers (such as the new aim's identifier), and which part history names.
struct Change {
  std::string answer;
  std::string what;
};

/// An act by its word in the history, and the form's one-time key.
struct Once {
  std::string_view act;
  std::string_view key;
};

constexpr std::size_t once_key_bytes_max = 64;

/// Only whoever answers for what they did at work stands in the chain by name.
inline record::Actor actor_of(const Caller& caller) {
  const bool at_work = caller.professional || caller.administrator;
  const bool named = at_work && caller.side() != code_of(Side::person);
  return {caller.home,
          {caller.user_no},
          named ? caller.name : std::string(),
          std::string(caller.side()),
          caller.role};
}

/// Runs `body(Writing&, const PersonAccess&) -> Outcome<Change>` on one person's record. An act
/// sent again with its key answers as it did the first time and changes nothing. Refused: an empty
/// or over-long key, or one used for another act or another record ("form.once_missing"), and
/// whatever policy and body refuse; then nothing at all is kept.
template <class Body>
Outcome<std::string> change_record(const Service& service, const Caller& caller,
                                   const RecordOf& whose, const Once& once, Body body) {
  if (once.key.empty() || once.key.size() > once_key_bytes_max) return Refusal("form.once_missing");
  return service.database().write([&](sql::Writing& writing) -> Outcome<std::string> {
    const Instant now = service.now();
    const record::Actor actor = actor_of(caller);
    record::hold_home(writing, caller.home);
    TRY(const PersonAccess access,
        Permission::to_record(writing, caller, whose, Doing::change, now));
    const PersonNo person = access.person().person;
    if (const auto before = record::answer_before(writing, actor, once.key)) {
      if (before->person != person || before->act != once.act) return Refusal("form.once_missing");
      return before->answer;
    }
    TRY(Change change, body(writing, access));
    record::append_history(writing, actor, record::About::record(access), {once.act, change.what},
                           now);
    record::keep_answer(writing, actor, once.key, {change.answer, person, std::string(once.act)},
                        now);
    return std::move(change.answer);
  });
}

/// The same for a part of the home: `permit(Reading) -> Outcome<Access>`, then
/// `body(Writing&, const Access&) -> Outcome<Change>`, which changes that part.
template <class Permit, class Body>
Outcome<std::string> change_part(const Service& service, const Caller& caller,
                                 const record::Part& part, const Once& once, Permit permit,
                                 Body body) {
  if (once.key.empty() || once.key.size() > once_key_bytes_max) return Refusal("form.once_missing");
  return service.database().write([&](sql::Writing& writing) -> Outcome<std::string> {
    const Instant now = service.now();
    const record::Actor actor = actor_of(caller);
    record::hold_home(writing, caller.home);
    TRY(const auto access, permit(writing));
    if (const auto before = record::answer_before(writing, actor, once.key)) {
      if (before->act != once.act) return Refusal("form.once_missing");
      return before->answer;
    }
    TRY(Change change, body(writing, access));
    record::append_history(writing, actor, record::About::parts(std::nullopt, {part}),
                           {once.act, change.what}, now);
    record::keep_answer(writing, actor, once.key, {change.answer, {0}, std::string(once.act)}, now);
    return std::move(change.answer);
  });
}

/// For what a team decides: `body(Writing&, const TeamAccess&) -> Outcome<Change>`.
template <class Body>
Outcome<std::string> change_team(const Service& service, const Caller& caller, const Id<Team>& team,
                                 record::PartKind kind, const Once& once, Body body) {
  return change_part(
      service, caller, {kind}, once,
      [&](const sql::Reading& reading) {
        return Permission::to_team(reading, caller, team, service.now());
      },
      std::move(body));
}

/// For those who work in a project: `body(Writing&, const ProjectAccess&) -> Outcome<Change>`,
/// whose record functions say what they touched.
template <class Body>
Outcome<std::string> change_project(const Service& service, const Caller& caller,
                                    const Id<Project>& project, const Once& once, Body body) {
  if (once.key.empty() || once.key.size() > once_key_bytes_max) return Refusal("form.once_missing");
  return service.database().write([&](sql::Writing& writing) -> Outcome<std::string> {
    const Instant now = service.now();
    const record::Actor actor = actor_of(caller);
    record::hold_home(writing, caller.home);
    TRY(const ProjectAccess access, Permission::to_project(writing, caller, project, now));
    if (const auto before = record::answer_before(writing, actor, once.key)) {
      if (before->act != once.act) return Refusal("form.once_missing");
      return before->answer;
    }
    TRY(Change change, body(writing, access));
    std::vector<record::Part> touched(access.touched().begin(), access.touched().end());
    record::append_history(writing, actor, record::About::parts(std::nullopt, std::move(touched)),
                           {once.act, change.what}, now);
    record::keep_answer(writing, actor, once.key, {change.answer, {0}, std::string(once.act)}, now);
    return std::move(change.answer);
  });
}

/// Runs `body(const Reading&, const PersonAccess&) -> T` and accounts for the look before the value
/// is handed out: no look without its entry.
template <class Body>
auto look_into_record(const Service& service, const Caller& caller, const RecordOf& whose,
                      const record::Deed& deed, Body body)
    -> Outcome<decltype(body(std::declval<const sql::Reading&>(),
                             std::declval<const PersonAccess&>()))> {
  using Value =
      decltype(body(std::declval<const sql::Reading&>(), std::declval<const PersonAccess&>()));
  auto about = record::About::parts(std::nullopt, {});
  auto seen = service.database().read([&](const sql::Reading& reading) -> Outcome<Value> {
    TRY(const PersonAccess access,
        Permission::to_record(reading, caller, whose, Doing::look, service.now()));
    about = record::About::look(access.person().person, access.relation());
    return body(reading, access);
  });
  if (!seen) return seen;
  service.database().write(
      [&](sql::Writing& writing) {
        record::append_history(writing, actor_of(caller), about, deed, service.now());
      },
      sql::Urgency::account);
  return seen;
}

}  // namespace alongside::service
