// SPDX-License-Identifier: Apache-2.0
// Invitations and sign-in names.
#include "service/manage_people.h"

#include <algorithm>

#include "foundation/base/secret.h"
#include "foundation/base/text.h"
#include "record/history.h"
#include "record/people.h"
#include "service/act.h"
#include "service/permission.h"
#include "service/sign_in.h"

namespace alongside::service {
namespace {

constexpr std::string_view example_prefix = "example-";

/// Unused, not too old, and for somebody who cannot sign in yet.
bool usable(const sql::Reading& reading, const std::optional<record::Invitation>& invitation,
            Instant now) {
  if (!invitation || invitation->used || invitation->expires <= now) return false;
  if (invitation->user.value == 0) return !record::has_administrator(reading);
  return !record::has_login(reading, invitation->home, invitation->user);
}

void check_login(const sql::Reading& reading, const std::string& login,
                 std::vector<Fault>& faults) {
  const bool plain = std::all_of(login.begin(), login.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_' ||
           c == '@' || c == '+';
  });
  if (login.size() < login_characters_min || login.size() > login_characters_max || !plain) {
    faults.push_back({"join.login_unclear", "login"});
  } else if (login.starts_with(example_prefix)) {
    faults.push_back({"sign_in.example_refused", "login"});
  } else if (record::login_taken(reading, login)) {
    faults.push_back({"join.login_taken", "login"});
  }
}

/// The user of that person or professional; made when there is none.
record::UserNo user_for(sql::Writing& writing, HomeNo home, Side side, std::int64_t number,
                        const std::string& name) {
  record::User user{home, {0}, name, std::nullopt, std::nullopt, false, ""};
  if (side == Side::person) {
    if (auto known = record::user_of_person(writing, {home, {number}})) return *known;
    user.person = PersonNo{number};
  } else {
    if (auto known = record::user_of_professional(writing, home, {number})) return *known;
    user.professional = ProfessionalNo{number};
  }
  return record::add_user(writing, user);
}

record::UserNo administrator_named(sql::Writing& writing, HomeNo home, const std::string& name) {
  return record::add_user(writing, {home, {0}, name, std::nullopt, std::nullopt, true, ""});
}

/// Whoever has just become able to sign in, as they act from now on.
record::Actor actor_joined(const record::User& user) {
  return actor_of({user.home, user.number.value, user.name, user.person, user.professional,
                   user.administrator, user.language, user.role});
}

}  // namespace

std::string login_from(const JoinDraft& draft) { return lower_ascii(one_line(draft.login)); }

std::vector<Fault> password_faults(std::string_view password, std::string_view again) {
  if (characters(password) < password_characters_min) return {{"join.password_short", "password"}};
  if (password.size() > password_bytes_max) return {{"join.password_long", "password"}};
  if (password == example_password) return {{"join.password_known", "password"}};
  if (password != again) return {{"join.password_differs", "again"}};
  return {};
}

std::vector<Fault> sign_in_faults(const sql::Reading& reading, const JoinDraft& draft) {
  std::vector<Fault> faults;
  check_login(reading, login_from(draft), faults);
  for (Fault& fault : password_faults(draft.password, draft.again))
    faults.push_back(std::move(fault));
  return faults;
}

std::optional<std::string> first_invitation(const Service& service) {
  return service.database().write([&](sql::Writing& writing) -> std::optional<std::string> {
    if (record::has_administrator(writing)) return std::nullopt;
    const auto sites = record::sites(writing);
    const std::string token = fresh_token(service.randomness);
    record::add_invitation(writing, sha256(token), sites.empty() ? HomeNo{0} : sites.front().home,
                           {0}, {service.now().utc_ms + first_invitation_minutes * ms_a_minute});
    return token;
  });
}

Outcome<Invited> invite(const Service& service, const Caller& caller, HomeNo home, Side side,
                        std::int64_t number) {
  return service.database().write([&](sql::Writing& writing) -> Outcome<Invited> {
    TRY(const AdministratorAccess access, Permission::to_administer(caller));
    record::hold_home(writing, home);
    const auto found = record::invitee(writing, access, home, side, number);
    if (!found) return Refusal("permission.not_found");
    if (!found->login.empty()) return Refusal("join.has_login");
    const record::UserNo user = user_for(writing, home, side, number, found->name);
    const std::string token = fresh_token(service.randomness);
    record::add_invitation(writing, sha256(token), home, user,
                           {service.now().utc_ms + invitation_days * ms_a_day});
    record::Actor actor = actor_of(caller);
    actor.home = home;
    const auto person = side == Side::person ? std::optional(PersonNo{number}) : std::nullopt;
    record::append_history(writing, actor,
                           record::About::parts(person, {{record::PartKind::users}}),
                           {"invite", ""}, service.now());
    return Invited{token, found->name, user.value};
  });
}

std::optional<InvitationView> invitation_for(const Service& service, std::string_view token) {
  return service.database().read([&](const sql::Reading& reading) -> std::optional<InvitationView> {
    const auto invitation = record::invitation(reading, sha256(token));
    if (!usable(reading, invitation, service.now())) return std::nullopt;
    const auto user = record::user(reading, invitation->home, invitation->user);
    return InvitationView{user ? user->name : std::string(), invitation->user.value == 0,
                          invitation->user.value == 0 && record::sites(reading).empty()};
  });
}

Outcome<Done> join(const Service& service, std::string_view token, const JoinDraft& draft) {
  const std::string login = login_from(draft);
  const std::string name = one_line(draft.name);
  const std::string clinic = one_line(draft.clinic);
  const auto view = invitation_for(service, token);
  if (!view) return Refusal("join.invitation_over");
  std::vector<Fault> faults;
  if (view->first_administrator && name.empty()) faults.push_back({"join.name_missing", "name"});
  if (characters(name) > name_characters_max) faults.push_back({"join.name_long", "name"});
  if (characters(clinic) > name_characters_max) faults.push_back({"join.name_long", "clinic"});
  if (view->asks_clinic && clinic.empty()) faults.push_back({"join.clinic_missing", "clinic"});
  for (Fault& fault : service.database().read(
           [&](const sql::Reading& reading) { return sign_in_faults(reading, draft); }))
    faults.push_back(std::move(fault));
  if (!faults.empty()) return Refusal(std::move(faults));
  const std::string hash = password_hash(draft.password);
  return service.database().write([&](sql::Writing& writing) -> Outcome<Done> {
    auto invitation = record::invitation(writing, sha256(token));
    if (!invitation) return Refusal("join.invitation_over");
    record::hold_home(writing, invitation->home);
    invitation = record::invitation(writing, sha256(token));
    if (!usable(writing, invitation, service.now())) return Refusal("join.invitation_over");
    if (record::login_taken(writing, login)) return Refusal("join.login_taken", "login");
    HomeNo home = invitation->home;
    std::vector<record::Part> parts{{record::PartKind::users}};
    if (home.value == 0) {
      const auto sites = record::sites(writing);
      if (sites.empty())
        for (const record::PartKind kind :
             {record::PartKind::site, record::PartKind::professionals, record::PartKind::teams})
          parts.push_back({kind});
      home = sites.empty() ? record::take_in_site(writing, "", clinic, draft.zone) : sites[0].home;
    }
    const record::UserNo user =
        invitation->user.value != 0 ? invitation->user : administrator_named(writing, home, name);
    record::add_login(writing, login, home, user, hash, record::LoginKind::real);
    record::use_invitation(writing, sha256(token), service.now());
    const auto joined = record::user(writing, home, user);
    record::append_history(writing, actor_joined(*joined),
                           record::About::parts(joined->person, parts), {"join", ""},
                           service.now());
    return Done{};
  });
}

Outcome<std::vector<Invitee>> people_to_invite(const Service& service, const Caller& caller,
                                               std::string_view name_part) {
  return service.database().read([&](const sql::Reading& reading) -> Outcome<std::vector<Invitee>> {
    TRY(const AdministratorAccess access, Permission::to_administer(caller));
    return record::invitees(reading, access, name_part);
  });
}

Outcome<Done> add_example_sign_in(const Service& service, const record::User& user,
                                  std::string_view login) {
  if (!service.example() || !login.starts_with(example_prefix))
    return Refusal("sign_in.example_refused", "login");
  const std::string hash = password_hash(example_password);
  return service.database().write([&](sql::Writing& writing) -> Outcome<Done> {
    if (record::login_taken(writing, login)) return Done{};
    record::UserNo number;
    if (user.person || user.professional) {
      const Side side = user.person ? Side::person : Side::professional;
      number = user_for(writing, user.home, side,
                        user.person ? user.person->value : user.professional->value, user.name);
    } else {
      number = administrator_named(writing, user.home, user.name);
    }
    record::add_login(writing, login, user.home, number, hash, record::LoginKind::example);
    record::append_history(writing, actor_joined(*record::user(writing, user.home, number)),
                           record::About::parts(user.person, {{record::PartKind::users}}),
                           {"join", ""}, service.now());
    return Done{};
  });
}

}  // namespace alongside::service
