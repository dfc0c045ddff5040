// SPDX-License-Identifier: Apache-2.0
// Users, sign-in names, sessions and invitations: the directory, found by text.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "coproduction/person.h"
#include "foundation/sql/database.h"
#include "record/access.h"

namespace alongside::record {

struct UserTag;
using UserNo = Number<UserTag>;

struct User {
  HomeNo home;
  UserNo number;
  std::string name;
  std::optional<PersonNo> person;
  std::optional<ProfessionalNo> professional;
  bool administrator = false;
  std::string language;   ///< empty: as the browser asks
  std::string role = {};  ///< a professional's
};

struct Login {
  HomeNo home;
  UserNo user;
  std::string password_hash;
};

/// Wrong words in a row for a name, by its digest, whether or not the name exists.
struct Failures {
  std::int64_t count = 0;
  Instant locked_until;
};

struct Session {
  User user;
  std::string form_token;
  Instant begun;
  Instant last_used;
};

/// In a home; `user.number` is chosen here.
UserNo add_user(sql::Writing& writing, const User& user);
std::optional<User> user(const sql::Reading& reading, HomeNo home, UserNo number);
std::optional<UserNo> user_of_person(const sql::Reading& reading, PersonKey person);
std::optional<UserNo> user_of_professional(const sql::Reading& reading, HomeNo home,
                                           ProfessionalNo professional);
void set_language(sql::Writing& writing, HomeNo home, UserNo user, std::string_view language);

enum class LoginKind { real, example };
bool login_taken(const sql::Reading& reading, std::string_view name);
void add_login(sql::Writing& writing, std::string_view name, HomeNo home, UserNo user,
               std::string_view password_hash, LoginKind kind);
void set_password(sql::Writing& writing, HomeNo home, UserNo user, std::string_view password_hash);
std::optional<Login> login(const sql::Reading& reading, std::string_view name);
/// The name under which a user signs in; empty when they cannot.
std::string login_name(const sql::Reading& reading, HomeNo home, UserNo user);
bool has_login(const sql::Reading& reading, HomeNo home, UserNo user);
Failures failures(const sql::Reading& reading, std::string_view name_hash);
/// One more; answers how many there are now. Those a day old are forgotten.
std::int64_t add_failure(sql::Writing& writing, std::string_view name_hash, Instant now);
void lock_until(sql::Writing& writing, std::string_view name_hash, Instant locked_until);
void forget_failures(sql::Writing& writing, std::string_view name_hash);
/// Sessions, invitations and answers to acts that nobody can use any more.
void forget_what_has_lapsed(sql::Writing& writing, HomeNo home, Instant now);
/// The sign-in names marked as examples, with their users' names, for the sign-in page of an
/// example.
std::vector<std::pair<std::string, User>> example_logins(const sql::Reading& reading);

void add_session(sql::Writing& writing, std::string_view session_hash, HomeNo home, UserNo user,
                 std::string_view form_token, Instant now);
std::optional<Session> session(const sql::Reading& reading, std::string_view session_hash);
void note_use(sql::Writing& writing, std::string_view session_hash, Instant now);
void end_session(sql::Writing& writing, std::string_view session_hash);
std::vector<Session> sessions_of(const sql::Reading& reading, HomeNo home, UserNo user);
/// All of that user but one; an empty hash spares none.
void end_sessions(sql::Writing& writing, HomeNo home, UserNo user, std::string_view but_hash);

struct Invitation {
  HomeNo home;
  UserNo user;  ///< 0: the first administrator
  Instant expires;
  bool used = false;
};
void add_invitation(sql::Writing& writing, std::string_view token_hash, HomeNo home, UserNo user,
                    Instant expires);
std::optional<Invitation> invitation(const sql::Reading& reading, std::string_view token_hash);
void use_invitation(sql::Writing& writing, std::string_view token_hash, Instant now);
bool has_administrator(const sql::Reading& reading);

/// Somebody an administrator can invite. Names only: no record is opened.
struct Invitee {
  HomeNo home;
  std::string site;
  Side side;
  std::int64_t number;
  std::string name;
  std::string login;  ///< empty when they cannot sign in yet
};
constexpr std::int64_t invitees_max = 200;
std::optional<Invitee> invitee(const sql::Reading& reading, const AdministratorAccess& access,
                               HomeNo home, Side side, std::int64_t number);
/// Professionals first, then people, by name; at most invitees_max.
std::vector<Invitee> invitees(const sql::Reading& reading, const AdministratorAccess& access,
                              std::string_view name_part);

}  // namespace alongside::record
