// SPDX-License-Identifier: Apache-2.0
// Only the person gives, and what they gave ends with their next word or its day.
#include "service/support.h"

#include <algorithm>

#include "foundation/base/secret.h"
#include "foundation/base/text.h"
#include "record/people.h"
#include "service/act.h"

namespace alongside::service {
namespace {

/// The invitation while it can be used.
std::optional<record::SupportInvitation> usable(const Service& service, const sql::Reading& reading,
                                                std::string_view token) {
  auto invitation = record::support_invitation(reading, sha256(token));
  if (!invitation || invitation->expires <= service.now()) return std::nullopt;
  if (invitation->supporter.accepted || !invitation->supporter.holds(service.now()))
    return std::nullopt;
  return invitation;
}

/// Whether the caller took that link on before, and it still holds.
bool accepted_by(const sql::Reading& reading, std::string_view token, const Caller& caller) {
  const auto invitation = record::support_invitation(reading, sha256(token));
  return invitation && invitation->person.home == caller.home && invitation->supporter.accepted &&
         !invitation->supporter.ended && invitation->user == record::UserNo{caller.user_no};
}

void keep_accepted(const Service& service, sql::Writing& writing,
                   const record::SupportInvitation& invitation, const record::Actor& actor,
                   std::vector<record::Part> parts) {
  record::accept_support(writing, invitation, actor.user, service.now());
  parts.push_back({record::PartKind::supporter, invitation.supporter.number});
  record::append_history(
      writing, actor, record::About::parts(invitation.person.person, std::move(parts)),
      {"take_on_support", "supporter " + std::to_string(invitation.supporter.number)},
      service.now());
}

/// As long as was asked for, but not beyond the day on which a child comes of age.
Instant until_when(const sql::Reading& reading, const PersonAccess& access,
                   const SupportAsked& asked, Instant now) {
  const Instant until{now.utc_ms + asked.days * ms_a_day};
  const auto born = record::person(reading, access).born;
  if (!born) return until;
  const Zone zone = Zone::named(record::site(reading, access.person().home)->zone).value();
  const Instant of_age = zone.start_of(comes_of_age(*born));
  return of_age > now && of_age < until ? of_age : until;
}

}  // namespace

Outcome<std::string> ask_for_support(const Service& service, const Caller& caller,
                                     const SupportDraft& draft, std::string_view once) {
  TRY(const SupportAsked asked, support_from(draft));
  const std::string token = fresh_token(service.randomness);
  bool made = false;
  const Instant now = service.now();
  TRY(const std::string number,
      change_record(service, caller, RecordOf::own(), {"ask_for_support", once},
                    [&](sql::Writing& writing, const PersonAccess& access) -> Outcome<Change> {
                      CHECK(only_the_person(access));
                      const auto known = record::supporters(writing, access);
                      if (std::ranges::count_if(known, [&](const Supporter& supporter) {
                            return supporter.holds(now) && !supporter.link_too_old(now);
                          }) >= static_cast<std::ptrdiff_t>(supporters_max))
                        return Refusal("support.too_many", "called");
                      const std::int64_t added = record::add_supporter(
                          writing, access, asked, now, until_when(writing, access, asked, now));
                      record::add_support_invitation(writing, access, added, sha256(token),
                                                     {now.utc_ms + support_link_days * ms_a_day});
                      made = true;
                      return Change{"", "supporter " + std::to_string(added)};
                    }));
  return made ? token : number;
}

Outcome<std::string> end_support(const Service& service, const Caller& caller,
                                 std::string_view supporter, std::string_view once) {
  return change_record(service, caller, RecordOf::own(), {"end_support", once},
                       [&](sql::Writing& writing, const PersonAccess& access) -> Outcome<Change> {
                         CHECK(only_the_person(access));
                         for (const Supporter& known : record::supporters(writing, access)) {
                           if (std::to_string(known.number) != supporter) continue;
                           record::end_support(writing, access, known.number, service.now());
                           return Change{"", "supporter " + std::to_string(known.number)};
                         }
                         return Refusal("permission.not_found");
                       });
}

std::optional<SupportLinkView> support_link(const Service& service, std::string_view token) {
  return service.database().read(
      [&](const sql::Reading& reading) -> std::optional<SupportLinkView> {
        const auto invitation = usable(service, reading, token);
        if (!invitation) return std::nullopt;
        return SupportLinkView{invitation->supporter.called, invitation->person.home,
                               invitation->person.person};
      });
}

Outcome<Done> join_as_supporter(const Service& service, std::string_view token,
                                const JoinDraft& draft) {
  if (!support_link(service, token)) return Refusal("join.invitation_over");
  auto faults = service.database().read(
      [&](const sql::Reading& reading) { return sign_in_faults(reading, draft); });
  const std::string name = one_line(draft.name);
  if (name.empty()) faults.insert(faults.begin(), {"join.name_missing", "name"});
  if (characters(name) > name_characters_max)
    faults.insert(faults.begin(), {"join.name_long", "name"});
  if (!faults.empty()) return Refusal(std::move(faults));
  const std::string login = login_from(draft);
  const std::string hash = password_hash(draft.password);
  return service.database().write([&](sql::Writing& writing) -> Outcome<Done> {
    auto invitation = usable(service, writing, token);
    if (!invitation) return Refusal("join.invitation_over");
    const HomeNo home = invitation->person.home;
    record::hold_home(writing, home);
    invitation = usable(service, writing, token);
    if (!invitation) return Refusal("join.invitation_over");
    if (record::login_taken(writing, login)) return Refusal("join.login_taken", "login");
    const record::UserNo user = record::add_user(writing, {home, {0}, name, {}, {}, false, ""});
    record::add_login(writing, login, home, user, hash, record::LoginKind::real);
    keep_accepted(service, writing, *invitation, {home, user, {}, "other"},
                  {{record::PartKind::users}});
    return Done{};
  });
}

Outcome<Done> take_on_support(const Service& service, const Caller& caller,
                              std::string_view token) {
  return service.database().write([&](sql::Writing& writing) -> Outcome<Done> {
    record::hold_home(writing, caller.home);
    const auto invitation = usable(service, writing, token);
    if (!invitation && accepted_by(writing, token, caller)) return Done{};  // Sent twice.
    if (!invitation) return Refusal("join.invitation_over");
    if (invitation->person.home != caller.home) return Refusal("support.other_site");
    if (invitation->person.person == caller.person) return Refusal("support.not_you");
    keep_accepted(service, writing, *invitation, actor_of(caller), {});
    return Done{};
  });
}

std::vector<Supported> whom_i_support(const Service& service, const Caller& caller) {
  auto people = service.database().read([&](const sql::Reading& reading) {
    const SupportingAccess access = Permission::to_supported(caller);
    return record::supported(reading, access, service.now());
  });
  if (people.empty()) return people;
  service.database().write(
      [&](sql::Writing& writing) {
        for (const Supported& one : people)
          record::append_history(writing, actor_of(caller),
                                 record::About::look(one.key.person, Relation::supporter),
                                 {"look", "supported"}, service.now());
      },
      sql::Urgency::account);
  return people;
}

}  // namespace alongside::service
