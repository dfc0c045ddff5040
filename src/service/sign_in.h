// SPDX-License-Identifier: Apache-2.0
// Sign in, stay signed in, sign out: a session is a secret of 256 bits, kept only as its digest.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "record/accounts.h"
#include "service/caller.h"
#include "service/service.h"

namespace alongside::service {

/// Session lifetimes (research/security.md, section 5); those of a person hold for supporters, too.
constexpr std::int64_t idle_minutes_professional = 30;
constexpr std::int64_t idle_minutes_person = 60;
constexpr std::int64_t whole_hours_professional = 12;
constexpr std::int64_t whole_hours_person = 24;
/// Wrong words before waiting begins; then 1, 2, 4 ... to 60 seconds.
constexpr std::int64_t free_failures = 5;
constexpr std::size_t password_bytes_max = 256;

struct SignedIn {
  Caller caller;
  std::string form_token;  ///< what each form of this session carries, against forged requests
};

/// Answers the cookie's value. Unknown names and wrong words are refused alike: "sign_in.refused",
/// and "sign_in.wait" after many failures, whether the name exists or not.
Outcome<std::string> sign_in(const Service& service, std::string_view name,
                             std::string_view password);
Caller caller_from(const record::User& user);
/// A new session of somebody who has proved who they are; answers the cookie's value.
std::string begin_session(const Service& service, HomeNo home, record::UserNo user);
/// Whether it is still the caller who sits there: their password once more, before what matters
/// most. Refused like a sign-in (field "password"), and counted like one.
Outcome<Done> step_up(const Service& service, const Caller& caller, std::string_view password);
/// Counts one failure under a digest, and how long to wait before the next try.
void count_failure(sql::Writing& writing, std::string_view digest, Instant now);
/// Too long unused, or too old.
bool lapsed(const record::Session& session, Instant now);
/// Nothing for an unknown, idle or outworn session.
std::optional<SignedIn> signed_in(const Service& service, std::string_view cookie);
/// The same without counting as use: for what a page asks by itself.
std::optional<SignedIn> still_signed_in(const Service& service, std::string_view cookie);
void sign_out(const Service& service, std::string_view cookie);
void choose_language(const Service& service, const Caller& caller, std::string_view language);

/// For the sign-in page of an example clinic; empty in a clinic of one's own.
struct ExampleSignIn {
  std::string login;
  std::string name;
  std::string_view side;
};
std::vector<ExampleSignIn> example_sign_ins(const Service& service);
/// Known to everybody, and refused everywhere else.
constexpr std::string_view example_password = "example-clinic-only";

}  // namespace alongside::service
