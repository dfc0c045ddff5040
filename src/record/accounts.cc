// SPDX-License-Identifier: Apache-2.0
// Who may sign in: users, names, sessions and invitations, to rows and back.
#include "record/accounts.h"

#include <algorithm>
#include <tuple>

namespace alongside::record {
namespace {

using sql::Reading;
using sql::Row;
using sql::Writing;

template <class Noun>
std::optional<Number<Noun>> numbered(const Row& row, int column) {
  const auto value = row.maybe_integer(column);
  return value ? std::optional(Number<Noun>{*value}) : std::nullopt;
}

template <class Noun>
sql::Parameter parameter(const std::optional<Number<Noun>>& number) {
  return number ? sql::Parameter(number->value) : sql::Parameter(std::monostate{});
}

User user_from(const Row& row) {
  return {{row.integer(0)},
          {row.integer(1)},
          std::string(row.text(2)),
          numbered<Person>(row, 3),
          numbered<Professional>(row, 4),
          row.integer(5) == 1,
          std::string(row.text(6)),
          std::string(row.text(7))};
}

constexpr std::string_view user_columns =
    "SELECT u.home_id, u.user_no, u.name, u.person_no, u.professional_no, u.administrator, "
    "u.language, coalesce(p.role, '')";
constexpr std::string_view users_with_roles =
    " FROM users u LEFT JOIN professionals p ON p.home_id = u.home_id "
    "AND p.professional_no = u.professional_no ";

/// Everybody who could have a sign-in, whether they have one or not.
constexpr std::string_view every_invitee =
    "SELECT i.home_id, h.site_name, i.side, i.number, i.name, l.login_name FROM ("
    "SELECT p.home_id AS home_id, 'professional' AS side, p.professional_no AS number, p.name AS "
    "name, "
    "u.user_no AS user_no FROM professionals p LEFT JOIN users u ON u.home_id = p.home_id "
    "AND u.professional_no = p.professional_no UNION ALL "
    "SELECT p.home_id, 'person', p.person_no, p.name, u.user_no FROM persons p LEFT JOIN users u "
    "ON u.home_id = p.home_id AND u.person_no = p.person_no WHERE p.gone = 0) i "
    "JOIN homes h ON h.home_id = i.home_id "
    "LEFT JOIN logins l ON l.home_id = i.home_id AND l.user_no = i.user_no ";

Invitee invitee_from(const Row& row) {
  return {{row.integer(0)}, std::string(row.text(1)), side_from(row.text(2)).value(),
          row.integer(3),   std::string(row.text(4)), std::string(row.null(5) ? "" : row.text(5))};
}

}  // namespace

UserNo add_user(Writing& writing, const User& user) {
  const std::int64_t number = writing.integer(
      "SELECT coalesce(max(n.number), 0) + 1 FROM (SELECT max(user_no) AS number FROM users "
      "WHERE home_id = ?1 UNION ALL SELECT max(number) FROM erased WHERE home_id = ?1 "
      "AND kind = 'user') n",
      {user.home.value});
  writing.execute(
      "INSERT INTO users (home_id, user_no, name, person_no, professional_no, "
      "administrator, language) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
      {user.home.value, number, user.name, parameter(user.person), parameter(user.professional),
       user.administrator ? 1 : 0, user.language});
  return {number};
}

std::optional<User> user(const Reading& reading, HomeNo home, UserNo number) {
  return reading.first(std::string(user_columns) + std::string(users_with_roles) +
                           "WHERE u.home_id = ?1 AND u.user_no = ?2",
                       {home.value, number.value}, user_from);
}

std::optional<UserNo> user_of_person(const Reading& reading, PersonKey person) {
  return reading.first("SELECT user_no FROM users WHERE home_id = ?1 AND person_no = ?2",
                       {person.home.value, person.person.value},
                       [](const Row& row) { return UserNo{row.integer(0)}; });
}

std::optional<UserNo> user_of_professional(const Reading& reading, HomeNo home,
                                           ProfessionalNo professional) {
  return reading.first("SELECT user_no FROM users WHERE home_id = ?1 AND professional_no = ?2",
                       {home.value, professional.value},
                       [](const Row& row) { return UserNo{row.integer(0)}; });
}

void set_language(Writing& writing, HomeNo home, UserNo user, std::string_view language) {
  writing.execute("UPDATE users SET language = ?3 WHERE home_id = ?1 AND user_no = ?2",
                  {home.value, user.value, language});
}

bool login_taken(const Reading& reading, std::string_view name) {
  return reading.integer("SELECT count(*) FROM logins WHERE login_name = ?1", {name}) > 0;
}

void add_login(Writing& writing, std::string_view name, HomeNo home, UserNo user,
               std::string_view password_hash, LoginKind kind) {
  writing.execute(
      "INSERT INTO logins (login_name, home_id, user_no, password_hash, example) "
      "VALUES (?1, ?2, ?3, ?4, ?5)",
      {name, home.value, user.value, password_hash, kind == LoginKind::example ? 1 : 0});
}

void set_password(Writing& writing, HomeNo home, UserNo user, std::string_view password_hash) {
  writing.execute("UPDATE logins SET password_hash = ?3 WHERE home_id = ?1 AND user_no = ?2",
                  {home.value, user.value, password_hash});
}

std::optional<Login> login(const Reading& reading, std::string_view name) {
  return reading.first("SELECT home_id, user_no, password_hash FROM logins WHERE login_name = ?1",
                       {name}, [](const Row& row) {
                         return Login{{row.integer(0)}, {row.integer(1)}, std::string(row.text(2))};
                       });
}

std::string login_name(const Reading& reading, HomeNo home, UserNo user) {
  return reading
      .first("SELECT login_name FROM logins WHERE home_id = ?1 AND user_no = ?2",
             {home.value, user.value}, [](const Row& row) { return std::string(row.text(0)); })
      .value_or(std::string());
}

bool has_login(const Reading& reading, HomeNo home, UserNo user) {
  return reading.integer("SELECT count(*) FROM logins WHERE home_id = ?1 AND user_no = ?2",
                         {home.value, user.value}) > 0;
}

Failures failures(const Reading& reading, std::string_view name_hash) {
  return reading
      .first("SELECT failures, locked_until_ms FROM sign_in_failures WHERE name_hash = ?1",
             {name_hash},
             [](const Row& row) {
               return Failures{row.integer(0), {row.integer(1)}};
             })
      .value_or(Failures{});
}

std::int64_t add_failure(Writing& writing, std::string_view name_hash, Instant now) {
  writing.execute("DELETE FROM sign_in_failures WHERE locked_until_ms < ?1",
                  {now.utc_ms - ms_a_day});
  writing.execute(
      "INSERT INTO sign_in_failures (name_hash, failures, locked_until_ms) VALUES (?1, 1, ?2) "
      "ON CONFLICT (name_hash) DO UPDATE SET failures = sign_in_failures.failures + 1",
      {name_hash, now.utc_ms});
  return failures(writing, name_hash).count;
}

void lock_until(Writing& writing, std::string_view name_hash, Instant locked_until) {
  writing.execute("UPDATE sign_in_failures SET locked_until_ms = ?2 WHERE name_hash = ?1",
                  {name_hash, locked_until.utc_ms});
}

void forget_failures(Writing& writing, std::string_view name_hash) {
  writing.execute("DELETE FROM sign_in_failures WHERE name_hash = ?1", {name_hash});
}

void forget_what_has_lapsed(Writing& writing, HomeNo home, Instant now) {
  const std::int64_t a_month_ago = now.utc_ms - 30 * ms_a_day;
  writing.execute("DELETE FROM sessions WHERE last_used_ms < ?1", {now.utc_ms - 2 * ms_a_day});
  writing.execute("DELETE FROM invitations WHERE expires_ms < ?1", {a_month_ago});
  writing.execute("DELETE FROM answered WHERE home_id = ?1 AND answered_ms < ?2",
                  {home.value, a_month_ago});
}

std::vector<std::pair<std::string, User>> example_logins(const Reading& reading) {
  const auto logins = reading.all(
      "SELECT login_name, home_id, user_no FROM logins WHERE example = 1 ORDER BY login_name", {},
      [](const Row& row) {
        return std::tuple(std::string(row.text(0)), HomeNo{row.integer(1)}, UserNo{row.integer(2)});
      });
  std::vector<std::pair<std::string, User>> found;
  for (const auto& [name, home, number] : logins)
    if (auto whose = user(reading, home, number)) found.emplace_back(name, *std::move(whose));
  // People first, then professionals, then administrators.
  std::ranges::stable_sort(found, {}, [](const auto& entry) {
    return std::pair(entry.second.administrator, entry.second.professional.has_value());
  });
  return found;
}

void add_session(Writing& writing, std::string_view session_hash, HomeNo home, UserNo user,
                 std::string_view form_token, Instant now) {
  writing.execute(
      "INSERT INTO sessions (session_hash, home_id, user_no, form_token, begun_ms, "
      "last_used_ms) VALUES (?1, ?2, ?3, ?4, ?5, ?5)",
      {session_hash, home.value, user.value, form_token, now.utc_ms});
}

std::optional<Session> session(const Reading& reading, std::string_view session_hash) {
  // Two statements: the directory and the homes may lie on different machines.
  struct Found {
    HomeNo home;
    UserNo user;
    std::string form_token;
    Instant begun;
    Instant last_used;
  };
  const auto found = reading.first(
      "SELECT home_id, user_no, form_token, begun_ms, last_used_ms FROM sessions "
      "WHERE session_hash = ?1",
      {session_hash}, [](const Row& row) {
        return Found{{row.integer(0)},
                     {row.integer(1)},
                     std::string(row.text(2)),
                     {row.integer(3)},
                     {row.integer(4)}};
      });
  if (!found) return std::nullopt;
  auto whose = user(reading, found->home, found->user);
  if (!whose) return std::nullopt;
  return Session{*std::move(whose), found->form_token, found->begun, found->last_used};
}

void note_use(Writing& writing, std::string_view session_hash, Instant now) {
  writing.execute("UPDATE sessions SET last_used_ms = ?2 WHERE session_hash = ?1",
                  {session_hash, now.utc_ms});
}

void end_session(Writing& writing, std::string_view session_hash) {
  writing.execute("DELETE FROM sessions WHERE session_hash = ?1", {session_hash});
}

std::vector<Session> sessions_of(const Reading& reading, HomeNo home, UserNo number) {
  const auto whose = user(reading, home, number);
  if (!whose) return {};
  return reading.all(
      "SELECT form_token, begun_ms, last_used_ms FROM sessions WHERE home_id = ?1 AND user_no = ?2",
      {home.value, number.value}, [&](const Row& row) {
        return Session{*whose, std::string(row.text(0)), {row.integer(1)}, {row.integer(2)}};
      });
}

void end_sessions(Writing& writing, HomeNo home, UserNo user, std::string_view but_hash) {
  writing.execute("DELETE FROM sessions WHERE home_id = ?1 AND user_no = ?2 AND session_hash <> ?3",
                  {home.value, user.value, but_hash});
}

void add_invitation(Writing& writing, std::string_view token_hash, HomeNo home, UserNo user,
                    Instant expires) {
  writing.execute(
      "INSERT INTO invitations (token_hash, home_id, user_no, expires_ms) "
      "VALUES (?1, ?2, ?3, ?4)",
      {token_hash, home.value, user.value, expires.utc_ms});
}

std::optional<Invitation> invitation(const Reading& reading, std::string_view token_hash) {
  return reading.first(
      "SELECT home_id, user_no, expires_ms, used_ms FROM invitations "
      "WHERE token_hash = ?1",
      {token_hash}, [](const Row& row) {
        return Invitation{{row.integer(0)}, {row.integer(1)}, {row.integer(2)}, !row.null(3)};
      });
}

void use_invitation(Writing& writing, std::string_view token_hash, Instant now) {
  writing.execute("UPDATE invitations SET used_ms = ?2 WHERE token_hash = ?1",
                  {token_hash, now.utc_ms});
}

bool has_administrator(const Reading& reading) {
  return reading.integer("SELECT count(*) FROM users WHERE administrator = 1", {}) > 0;
}

std::vector<Invitee> invitees(const Reading& reading, const AdministratorAccess&,
                              std::string_view name_part) {
  const std::string pattern = sql::like_pattern(name_part);
  return reading.all(std::string(every_invitee) +
                         "WHERE lower(i.name) LIKE ?1 ESCAPE '\\' ORDER BY i.side DESC, i.name, "
                         "i.home_id LIMIT ?2",
                     {pattern, invitees_max}, invitee_from);
}

std::optional<Invitee> invitee(const Reading& reading, const AdministratorAccess&, HomeNo home,
                               Side side, std::int64_t number) {
  return reading.first(
      std::string(every_invitee) + "WHERE i.home_id = ?1 AND i.side = ?2 AND i.number = ?3",
      {home.value, code_of(side), number}, invitee_from);
}

}  // namespace alongside::record
