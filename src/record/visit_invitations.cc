// SPDX-License-Identifier: Apache-2.0
// Codes and the devices that used them.
#include "record/visit_invitations.h"

#include "record/rollups.h"

namespace alongside::record {
namespace {

using sql::Reading;
using sql::Row;
using sql::Writing;

constexpr std::string_view columns =
    "SELECT home_id, person_no, made_ms, expires_ms, tries, ended_ms FROM visit_invitations ";

VisitInvitation invitation_from(const Row& row) {
  return {{{row.integer(0)}, {row.integer(1)}},
          {row.integer(2)},
          {row.integer(3)},
          row.integer(4),
          !row.null(5)};
}

}  // namespace

void add_visit_invitation(Writing& writing, const PersonAccess& access, std::string_view code_hash,
                          Instant now) {
  writing.execute(
      "UPDATE visit_invitations SET ended_ms = ?3 WHERE home_id = ?1 AND person_no = ?2 "
      "AND ended_ms IS NULL",
      {access.home(), access.number(), now.utc_ms});
  writing.execute(
      "INSERT INTO visit_invitations (code_hash, home_id, person_no, made_ms, expires_ms, tries) "
      "VALUES (?1, ?2, ?3, ?4, ?5, 0)",
      {code_hash, access.home(), access.number(), now.utc_ms,
       now.utc_ms + visit_invitation_days * ms_a_day});
  mark_stale(writing, access.person().home, access.person().person);
}

std::optional<VisitInvitation> visit_invitation(const Reading& reading,
                                                std::string_view code_hash) {
  return reading.first(std::string(columns) + "WHERE code_hash = ?1", {code_hash}, invitation_from);
}

std::optional<VisitInvitation> latest_visit_invitation(const Reading& reading,
                                                       const PersonAccess& access) {
  return reading.first(std::string(columns) +
                           "WHERE home_id = ?1 AND person_no = ?2 AND ended_ms IS NULL "
                           "ORDER BY made_ms DESC LIMIT 1",
                       {access.home(), access.number()}, invitation_from);
}

void count_birth_year_try(Writing& writing, std::string_view code_hash) {
  writing.execute("UPDATE visit_invitations SET tries = tries + 1 WHERE code_hash = ?1",
                  {code_hash});
}

void add_guest_session(Writing& writing, std::string_view session_hash, std::string_view code_hash,
                       Instant now) {
  writing.execute("DELETE FROM guest_sessions WHERE begun_ms < ?1",
                  {now.utc_ms - visit_invitation_days * ms_a_day});
  writing.execute(
      "INSERT INTO guest_sessions (session_hash, code_hash, begun_ms) VALUES (?1, ?2, ?3)",
      {session_hash, code_hash, now.utc_ms});
}

bool has_guest_session(const Reading& reading, std::string_view session_hash,
                       std::string_view code_hash) {
  return reading.integer(
             "SELECT count(*) FROM guest_sessions WHERE session_hash = ?1 AND code_hash = ?2",
             {session_hash, code_hash}) > 0;
}

bool is_invited(const Reading& reading, PersonKey person, std::string_view code_hash, Instant now) {
  const auto invitation = visit_invitation(reading, code_hash);
  return invitation && invitation->person == person && invitation->holds(now);
}

InvitedPerson invited_person(const Reading& reading, const VisitInvitation& invitation) {
  return reading
      .first("SELECT name, born_day FROM persons WHERE home_id = ?1 AND person_no = ?2",
             {invitation.person.home.value, invitation.person.person.value},
             [](const Row& row) {
               InvitedPerson person{Private(std::string(row.text(0))), std::nullopt};
               if (const auto born = row.maybe_integer(1)) person.born = Day{*born};
               return person;
             })
      .value();
}

}  // namespace alongside::record
