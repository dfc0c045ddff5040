// SPDX-License-Identifier: Apache-2.0
// Sessions and passwords.
#include "service/sign_in.h"

#include <algorithm>

#include "foundation/base/expect.h"
#include "foundation/base/secret.h"
#include "foundation/base/text.h"
#include "record/accounts.h"
#include "record/history.h"
#include "record/supporters.h"

namespace alongside::service {
namespace {

constexpr std::int64_t wait_seconds_max = 60;
/// How stale "last used" may be before it is written again: a page view costs no extra write.
constexpr std::int64_t last_used_ms_min = ms_a_minute;

std::int64_t wait_ms(std::int64_t failures) {
  if (failures < free_failures) return 0;
  const std::int64_t doublings = std::min<std::int64_t>(failures - free_failures, 6);
  return std::min(wait_seconds_max, std::int64_t{1} << doublings) * 1000;
}

}  // namespace

Caller caller_from(const record::User& user) {
  return {user.home,         user.number.value,  user.name,     user.person,
          user.professional, user.administrator, user.language, user.role};
}

namespace {

/// The login of that name and password. A try counts as a failure before it is looked at, so that
/// many at once are no more tries than one after another; `counter` is forgotten when it was right.
Outcome<record::Login> proven(const Service& service, std::string_view name,
                              std::string_view password, std::string_view counter) {
  const Instant now = service.now();
  std::optional<record::Login> login;
  const auto try_it = [&](sql::Writing& writing) -> Outcome<Done> {
    if (record::failures(writing, counter).locked_until > now)
      return Refusal("sign_in.wait", "password");
    login = record::login(writing, name);
    count_failure(writing, counter, now);
    return Done{};
  };
  CHECK(service.database().write(try_it, sql::Urgency::account));
  const bool right = password.size() <= password_bytes_max &&
                     password_matches(login ? login->password_hash : std::string(), password);
  if (!right || !login) return Refusal("sign_in.refused", "password");
  return *login;
}

}  // namespace

bool lapsed(const record::Session& session, Instant now) {
  const bool staff = session.user.professional || session.user.administrator;
  const std::int64_t idle = (staff ? idle_minutes_professional : idle_minutes_person) * ms_a_minute;
  const std::int64_t whole = (staff ? whole_hours_professional : whole_hours_person) * ms_an_hour;
  return now.utc_ms - session.last_used.utc_ms > idle || now.utc_ms - session.begun.utc_ms > whole;
}

void count_failure(sql::Writing& writing, std::string_view digest, Instant now) {
  const std::int64_t count = record::add_failure(writing, digest, now);
  record::lock_until(writing, digest, {now.utc_ms + wait_ms(count)});
}

Outcome<Done> step_up(const Service& service, const Caller& caller, std::string_view password) {
  // A count of its own: strangers who guess at the sign-in do not keep its owner out of here.
  const std::string counter =
      sha256("step-up " + std::to_string(caller.home.value) + " " + std::to_string(caller.user_no));
  const std::string name = service.database().read([&](const sql::Reading& reading) {
    return record::login_name(reading, caller.home, {caller.user_no});
  });
  TRY(const record::Login login, proven(service, name, password, counter));
  expect(login.home == caller.home && login.user.value == caller.user_no, "a login is one user's");
  service.database().write(
      [&](sql::Writing& writing) { record::forget_failures(writing, counter); },
      sql::Urgency::account);
  return Done{};
}

Outcome<std::string> sign_in(const Service& service, std::string_view name_typed,
                             std::string_view password) {
  const std::string name = lower_ascii(one_line(name_typed));
  const std::string name_hash = sha256(name);
  TRY(const record::Login login, proven(service, name, password, name_hash));
  service.database().write(
      [&](sql::Writing& writing) { record::forget_failures(writing, name_hash); },
      sql::Urgency::account);
  return begin_session(service, login.home, login.user);
}

std::string begin_session(const Service& service, HomeNo home, record::UserNo user) {
  const Instant now = service.now();
  std::string cookie = fresh_token(service.randomness);
  const std::string form_token = fresh_token(service.randomness);
  service.database().write(
      [&](sql::Writing& writing) {
        record::forget_what_has_lapsed(writing, home, now);
        record::add_session(writing, sha256(cookie), home, user, form_token, now);
      },
      sql::Urgency::account);
  return cookie;
}

namespace {

struct Known {
  std::string hash;
  record::Session session;
  bool supports = false;
};

std::optional<Known> session_of(const Service& service, std::string_view cookie) {
  if (cookie.size() != 64) return std::nullopt;
  const std::string hash = sha256(cookie);
  const Instant now = service.now();
  return service.database().read([&](const sql::Reading& reading) -> std::optional<Known> {
    const auto found = record::session(reading, hash);
    if (!found || lapsed(*found, now)) return std::nullopt;
    return Known{hash, *found,
                 record::supports_anybody(reading, found->user.home, found->user.number, now)};
  });
}

SignedIn signed_in_as(const Known& known) {
  SignedIn signed_in{caller_from(known.session.user), known.session.form_token};
  signed_in.caller.supports = known.supports;
  return signed_in;
}

}  // namespace

std::optional<SignedIn> signed_in(const Service& service, std::string_view cookie) {
  const auto known = session_of(service, cookie);
  if (!known) return std::nullopt;
  const Instant now = service.now();
  if (now.utc_ms - known->session.last_used.utc_ms > last_used_ms_min)
    service.database().write(
        [&](sql::Writing& writing) { record::note_use(writing, known->hash, now); },
        sql::Urgency::account);
  return signed_in_as(*known);
}

std::optional<SignedIn> still_signed_in(const Service& service, std::string_view cookie) {
  const auto known = session_of(service, cookie);
  if (!known) return std::nullopt;
  return signed_in_as(*known);
}

void sign_out(const Service& service, std::string_view cookie) {
  service.database().write(
      [&](sql::Writing& writing) { record::end_session(writing, sha256(cookie)); },
      sql::Urgency::account);
}

void choose_language(const Service& service, const Caller& caller, std::string_view language) {
  service.database().write([&](sql::Writing& writing) {
    record::set_language(writing, caller.home, {caller.user_no}, language);
  });
}

std::vector<ExampleSignIn> example_sign_ins(const Service& service) {
  if (!service.example()) return {};
  const auto logins = service.database().read(
      [](const sql::Reading& reading) { return record::example_logins(reading); });
  std::vector<ExampleSignIn> shown;
  for (const auto& [login, user] : logins)
    shown.push_back({login, user.name, caller_from(user).side()});
  return shown;
}

}  // namespace alongside::service
