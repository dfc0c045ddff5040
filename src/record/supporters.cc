// SPDX-License-Identifier: Apache-2.0
// Who supports whom, within which scope, from when to when.
#include "record/supporters.h"

#include <algorithm>

namespace alongside::record {
namespace {

using sql::Reading;
using sql::Row;
using sql::Writing;

constexpr std::string_view holds_now = "ended_ms IS NULL AND until_ms > ";

constexpr std::string_view supporter_columns =
    "SELECT supporter_no, called, scope, asked_ms, until_ms, accepted_ms, ended_ms "
    "FROM supporters WHERE home_id = ?1 AND person_no = ?2 ";

Supporter supporter_from(const Row& row) {
  return {row.integer(0),   std::string(row.text(1)), support_scope_from(row.text(2)).value(),
          {row.integer(3)}, {row.integer(4)},         !row.null(5),
          !row.null(6)};
}

}  // namespace

std::optional<SupportScope> support_scope(const Reading& reading, PersonKey person, UserNo user,
                                          Instant at) {
  std::optional<SupportScope> widest;
  reading.each(
      "SELECT scope FROM supporters WHERE home_id = ?1 AND person_no = ?2 "
      "AND user_no = ?3 AND " +
          std::string(holds_now) + "?4",
      {person.home.value, person.person.value, user.value, at.utc_ms},
      [&](const Row& row) { widest = std::max(widest, support_scope_from(row.text(0))); });
  return widest;
}

bool supports_anybody(const Reading& reading, HomeNo home, UserNo user, Instant at) {
  return reading.integer(
             "SELECT count(*) FROM supporters WHERE home_id = ?1 AND user_no = ?2 AND " +
                 std::string(holds_now) + "?3",
             {home.value, user.value, at.utc_ms}) > 0;
}

std::vector<Supporter> supporters(const Reading& reading, const PersonAccess& access) {
  return reading.all(std::string(supporter_columns) + "ORDER BY supporter_no DESC",
                     {access.home(), access.number()}, supporter_from);
}

std::int64_t add_supporter(Writing& writing, const PersonAccess& access, const SupportAsked& asked,
                           Instant now, Instant until) {
  const std::int64_t number = writing.integer(
      "SELECT coalesce(max(supporter_no), 0) + 1 FROM supporters "
      "WHERE home_id = ?1 AND person_no = ?2",
      {access.home(), access.number()});
  access.touch({PartKind::supporter, number});
  writing.execute(
      "INSERT INTO supporters (home_id, person_no, supporter_no, called, scope, asked_ms, "
      "until_ms) "
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
      {access.home(), access.number(), number, asked.called, code_of(asked.scope), now.utc_ms,
       until.utc_ms});
  return number;
}

void end_support(Writing& writing, const PersonAccess& access, std::int64_t supporter,
                 Instant now) {
  access.touch({PartKind::supporter, supporter});
  writing.execute(
      "UPDATE supporters SET ended_ms = ?4 WHERE home_id = ?1 AND person_no = ?2 "
      "AND supporter_no = ?3 AND ended_ms IS NULL",
      {access.home(), access.number(), supporter, now.utc_ms});
}

void add_support_invitation(Writing& writing, const PersonAccess& access, std::int64_t supporter,
                            std::string_view token_hash, Instant expires) {
  writing.execute("DELETE FROM support_invitations WHERE home_id = ?1 AND expires_ms < ?2",
                  {access.home(), expires.utc_ms - 30 * ms_a_day});
  writing.execute(
      "INSERT INTO support_invitations (token_hash, home_id, person_no, supporter_no, expires_ms) "
      "VALUES (?1, ?2, ?3, ?4, ?5)",
      {token_hash, access.home(), access.number(), supporter, expires.utc_ms});
}

std::optional<SupportInvitation> support_invitation(const Reading& reading,
                                                    std::string_view token_hash) {
  struct Found {
    PersonKey person;
    std::int64_t supporter;
    Instant expires;
  };
  const auto found = reading.first(
      "SELECT home_id, person_no, supporter_no, expires_ms FROM support_invitations "
      "WHERE token_hash = ?1",
      {token_hash}, [](const Row& row) {
        return Found{{{row.integer(0)}, {row.integer(1)}}, row.integer(2), {row.integer(3)}};
      });
  if (!found) return std::nullopt;
  auto supporter = reading.first(
      std::string(supporter_columns) + "AND supporter_no = ?3",
      {found->person.home.value, found->person.person.value, found->supporter}, supporter_from);
  if (!supporter) return std::nullopt;
  const auto user = reading.first(
      "SELECT user_no FROM supporters WHERE home_id = ?1 AND person_no = ?2 AND supporter_no = ?3 "
      "AND user_no IS NOT NULL",
      {found->person.home.value, found->person.person.value, found->supporter},
      [](const Row& row) { return UserNo{row.integer(0)}; });
  return SupportInvitation{found->person, *std::move(supporter), found->expires, user};
}

void accept_support(Writing& writing, const SupportInvitation& invitation, UserNo user,
                    Instant now) {
  writing.execute(
      "UPDATE supporters SET user_no = ?4, accepted_ms = ?5 WHERE home_id = ?1 AND person_no = ?2 "
      "AND supporter_no = ?3 AND accepted_ms IS NULL",
      {invitation.person.home.value, invitation.person.person.value, invitation.supporter.number,
       user.value, now.utc_ms});
}

std::vector<Supported> supported(const Reading& reading, const SupportingAccess& access,
                                 Instant at) {
  return reading.all(
      "SELECT p.home_id, p.person_no, p.public_id, p.name, max(s.until_ms) FROM supporters s "
      "JOIN persons p ON p.home_id = s.home_id AND p.person_no = s.person_no "
      "WHERE s.home_id = ?1 AND s.user_no = ?2 AND s.ended_ms IS NULL AND s.until_ms > ?3 "
      "GROUP BY p.home_id, p.person_no, p.public_id, p.name ORDER BY p.name, p.person_no",
      {access.home(), access.user(), at.utc_ms}, [](const Row& row) {
        return Supported{{{row.integer(0)}, {row.integer(1)}},
                         Id<Person>::parse(row.text(2)).value(),
                         Private(std::string(row.text(3))),
                         {row.integer(4)}};
      });
}

}  // namespace alongside::record
