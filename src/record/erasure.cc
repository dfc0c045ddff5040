// SPDX-License-Identifier: Apache-2.0
// Children before parents, so that no row is left that speaks of nobody.
#include "record/erasure.h"

#include <algorithm>
#include <array>

#include "foundation/base/secret.h"
#include "record/known_programs.h"
#include "record/mention.h"
#include "record/people.h"
#include "record/record_systems.h"
#include "record/resources.h"
#include "record/rollups.h"

namespace alongside::record {
namespace {

using sql::Reading;
using sql::Row;
using sql::Writing;

/// ?1 home, ?2 person: what belongs to the person alone, children first. A time that was kept for
/// them is free again.
constexpr std::array rows_of_the_person = {
    "DELETE FROM answered WHERE home_id = ?1 AND person_no = ?2",
    "DELETE FROM shared_people WHERE home_id = ?1 AND person_no = ?2",
    "DELETE FROM own_trials WHERE home_id = ?1 AND person_no = ?2",
    "DELETE FROM program_grants WHERE home_id = ?1 AND person_no = ?2",
    "DELETE FROM own_resources WHERE home_id = ?1 AND person_no = ?2",
    "DELETE FROM predictions WHERE home_id = ?1 AND person_no = ?2",
    "DELETE FROM option_set_offers WHERE home_id = ?1 AND person_no = ?2",
    "DELETE FROM option_sets WHERE home_id = ?1 AND person_no = ?2",
    "DELETE FROM corrections WHERE home_id = ?1 AND person_no = ?2",
    "DELETE FROM instrument_answers WHERE home_id = ?1 AND person_no = ?2",
    "DELETE FROM relationship_asked WHERE home_id = ?1 AND person_no = ?2",
    "DELETE FROM next_steps WHERE home_id = ?1 AND person_no = ?2",
    "DELETE FROM barriers WHERE home_id = ?1 AND person_no = ?2",
    "UPDATE reserved_times SET person_no = NULL WHERE home_id = ?1 AND person_no = ?2",
    "DELETE FROM planned_visits WHERE home_id = ?1 AND person_no = ?2",
    "DELETE FROM wishes WHERE home_id = ?1 AND person_no = ?2",
    "DELETE FROM aim_confirmations WHERE home_id = ?1 AND person_no = ?2",
    "DELETE FROM burdens WHERE home_id = ?1 AND person_no = ?2",
    "DELETE FROM number_answers WHERE home_id = ?1 AND person_no = ?2",
    "DELETE FROM numbers WHERE home_id = ?1 AND person_no = ?2",
    "DELETE FROM preparation_lines WHERE home_id = ?1 AND person_no = ?2",
    "DELETE FROM preparations WHERE home_id = ?1 AND person_no = ?2",
    "DELETE FROM guest_sessions WHERE code_hash IN (SELECT v.code_hash FROM visit_invitations v "
    "WHERE v.home_id = ?1 AND v.person_no = ?2)",
    "DELETE FROM visit_invitations WHERE home_id = ?1 AND person_no = ?2",
    "DELETE FROM support_invitations WHERE home_id = ?1 AND person_no = ?2",
    "DELETE FROM supporters WHERE home_id = ?1 AND person_no = ?2",
    "DELETE FROM break_glass WHERE home_id = ?1 AND person_no = ?2",
    "DELETE FROM ratings WHERE home_id = ?1 AND person_no = ?2",
    "DELETE FROM check_ins WHERE home_id = ?1 AND person_no = ?2",
    "DELETE FROM contributions WHERE home_id = ?1 AND person_no = ?2",
    "DELETE FROM actions WHERE home_id = ?1 AND person_no = ?2",
    "DELETE FROM agreement_reviews WHERE home_id = ?1 AND person_no = ?2",
    "DELETE FROM agreement_offers WHERE home_id = ?1 AND person_no = ?2",
    "DELETE FROM agreement_options WHERE home_id = ?1 AND person_no = ?2",
    "DELETE FROM agreement_aims WHERE home_id = ?1 AND person_no = ?2",
    "DELETE FROM agreements WHERE home_id = ?1 AND person_no = ?2",
    "DELETE FROM circumstances WHERE home_id = ?1 AND person_no = ?2",
    "DELETE FROM read_backs WHERE home_id = ?1 AND person_no = ?2",
    "DELETE FROM aim_levels WHERE home_id = ?1 AND person_no = ?2",
    "DELETE FROM aim_versions WHERE home_id = ?1 AND person_no = ?2",
    "DELETE FROM aims WHERE home_id = ?1 AND person_no = ?2",
    "DELETE FROM kept_counts WHERE home_id = ?1 AND team_no IN (SELECT s.team_no "
    "FROM team_serves s WHERE s.home_id = ?1 AND s.person_no = ?2 UNION SELECT m.team_no "
    "FROM visits v JOIN team_members m ON m.home_id = v.home_id "
    "AND m.professional_no = v.professional_no WHERE v.home_id = ?1 AND v.person_no = ?2)",
    "DELETE FROM visit_modes WHERE home_id = ?1 AND person_no = ?2",
    "DELETE FROM visits WHERE home_id = ?1 AND person_no = ?2",
    "DELETE FROM team_serves WHERE home_id = ?1 AND person_no = ?2",
};

void keep_number(Writing& writing, HomeNo home, std::string_view kind, std::int64_t number,
                 std::string_view source_hash, Instant now) {
  writing.execute(
      "INSERT INTO erased (home_id, kind, number, source_hash, erased_ms) "
      "VALUES (?1, ?2, ?3, ?4, ?5)",
      {home.value, kind, number, source_hash, now.utc_ms});
}

/// A sign-in of nobody: names, sessions, links, answers, the count of wrong passwords.
void erase_user(Writing& writing, HomeNo home, UserNo user, Instant now) {
  forget_failures(writing, sha256(login_name(writing, home, user)));
  writing.execute("DELETE FROM logins WHERE home_id = ?1 AND user_no = ?2",
                  {home.value, user.value});
  end_sessions(writing, home, user, "");
  unlink_identities(writing, home, user);
  end_program_grants(writing, home, user);
  writing.execute("DELETE FROM invitations WHERE home_id = ?1 AND user_no = ?2",
                  {home.value, user.value});
  writing.execute("DELETE FROM answered WHERE home_id = ?1 AND user_no = ?2",
                  {home.value, user.value});
  writing.execute("DELETE FROM project_members WHERE home_id = ?1 AND user_no = ?2",
                  {home.value, user.value});
  writing.execute("DELETE FROM users WHERE home_id = ?1 AND user_no = ?2",
                  {home.value, user.value});
  keep_number(writing, home, "user", user.value, "", now);
}

/// What they began to write for somebody else and nobody else ever saw.
void drop_draft(Writing& writing, HomeNo home, const NamedElsewhere& place) {
  const auto drop = [&](std::string_view statement) {
    writing.execute(statement, {home.value, place.person.value, place.part.first});
  };
  if (writing.integer("SELECT count(*) FROM preparations WHERE home_id = ?1 AND person_no = ?2 "
                      "AND preparation_no = ?3 AND sent_ms IS NULL",
                      {home.value, place.person.value, place.part.first}) == 0)
    return;
  drop(
      "DELETE FROM preparation_lines WHERE home_id = ?1 AND person_no = ?2 "
      "AND preparation_no = ?3");
  drop("DELETE FROM preparations WHERE home_id = ?1 AND person_no = ?2 AND preparation_no = ?3");
}

/// A team that was the person's own and serves nobody else keeps no name and no member.
void erase_own_team(Writing& writing, HomeNo home, const std::string& source) {
  const auto team = team_by_source(writing, home, source);
  if (!team) return;
  const bool serves =
      writing.integer("SELECT count(*) FROM team_serves WHERE home_id = ?1 AND team_no = ?2",
                      {home.value, team->value}) > 0;
  if (serves) return;
  writing.execute("DELETE FROM team_members WHERE home_id = ?1 AND team_no = ?2",
                  {home.value, team->value});
  writing.execute(
      "UPDATE teams SET name = '', source_reference = ?3 WHERE home_id = ?1 AND team_no = ?2",
      {home.value, team->value, "erased/" + std::to_string(team->value)});
}

/// What other people's records say of the one who goes, where they helped: their name and sign-in.
std::vector<NamedElsewhere> leave_others(Writing& writing, HomeNo home, UserNo user, Instant now) {
  std::vector<NamedElsewhere> named;
  const auto take = [&](std::string_view statement, PartKind kind) {
    writing.each(statement, {home.value, user.value}, [&](const Row& row) {
      named.push_back({{row.integer(0)}, {kind, row.integer(1)}});
    });
  };
  take(
      "SELECT person_no, supporter_no FROM supporters WHERE home_id = ?1 AND user_no = ?2 "
      "ORDER BY person_no, supporter_no",
      PartKind::supporter);
  take(
      "SELECT person_no, preparation_no FROM preparations WHERE home_id = ?1 "
      "AND writer_user = ?2 AND writer = 'supporter' ORDER BY person_no, preparation_no",
      PartKind::preparation);
  for (const NamedElsewhere& place : named) {
    // What an act of theirs answered might name the one whom they asked.
    writing.execute(
        "DELETE FROM answered WHERE home_id = ?1 AND person_no = ?2 AND act = 'end_support'",
        {home.value, place.person.value});
    if (place.part.kind == PartKind::supporter)
      writing.execute(
          "UPDATE supporters SET called = '', user_no = NULL, ended_ms = coalesce(ended_ms, ?4) "
          "WHERE home_id = ?1 AND person_no = ?2 AND supporter_no = ?3",
          {home.value, place.person.value, place.part.first, now.utc_ms});
    else
      writing.execute(
          "UPDATE preparations SET writer_name = '' WHERE home_id = ?1 AND person_no = ?2 "
          "AND preparation_no = ?3",
          {home.value, place.person.value, place.part.first});
    if (place.part.kind == PartKind::preparation) drop_draft(writing, home, place);
  }
  return named;
}

std::vector<UserNo> supporters_of(const Reading& reading, const PersonAccess& access) {
  return reading.all(
      "SELECT DISTINCT user_no FROM supporters WHERE home_id = ?1 AND person_no = ?2 "
      "AND user_no IS NOT NULL ORDER BY user_no",
      {access.home(), access.number()}, [](const Row& row) { return UserNo{row.integer(0)}; });
}

/// Is a user only because somebody asked for their support, and nobody does any more.
bool supports_nobody_else(const Reading& reading, HomeNo home, UserNo number) {
  const auto whose = user(reading, home, number);
  if (!whose || whose->person || whose->professional || whose->administrator) return false;
  return reading.integer(
             "SELECT (SELECT count(*) FROM supporters s WHERE s.home_id = ?1 AND s.user_no = ?2) + "
             "(SELECT count(*) FROM project_members m WHERE m.home_id = ?1 AND m.user_no = ?2 "
             "AND m.joined_ms IS NOT NULL AND m.ended_ms IS NULL)",
             {home.value, number.value}) == 0;
}

/// `reference`: "Patient/57a5", or by an identifier.
void erase_resources(Writing& writing, HomeNo home, std::string_view reference) {
  if (reference.find_first_of("/?") == std::string_view::npos) return;
  for (const KeptResource& kept : resources_with(writing, reference)) {
    if (kept.about_them) {
      if (kept.type == "CareTeam") erase_own_team(writing, home, kept.type + "/" + kept.id);
      writing.execute(
          "DELETE FROM waiting_resources WHERE home_id = 0 AND type = ?1 AND resource_id = ?2",
          {kept.type, kept.id});
      set_identifiers(writing, kept.type, kept.id, {});
      forget_people(writing, kept.type, kept.id);
      writing.execute("DELETE FROM resources WHERE home_id = 0 AND type = ?1 AND resource_id = ?2",
                      {kept.type, kept.id});
      continue;
    }
    const std::string left = without(kept.content, reference);
    writing.execute(
        "UPDATE resources SET content = ?3, bytes_hash = ?4 WHERE home_id = 0 AND type = ?1 "
        "AND resource_id = ?2",
        {kept.type, kept.id, sql::Bytes{left}, sha256(left)});
  }
}

/// Whatever an older version says of them goes, too.
void erase_versions(Writing& writing, std::string_view reference) {
  struct Older {
    std::string type, id, left;
    std::int64_t version;
    bool about;
  };
  std::vector<Older> named;
  writing.each(
      "SELECT type, resource_id, version_no, content FROM resource_versions WHERE home_id = 0 "
      "ORDER BY type, resource_id, version_no",
      {}, [&](const Row& row) {
        for (const SpokenOf& one : spoken_of(row.text(0), row.text(1), row.text(3)))
          if (one.reference == reference)
            named.push_back({std::string(row.text(0)), std::string(row.text(1)),
                             without(row.text(3), reference), row.integer(2), one.about});
      });
  for (const Older& one : named) {
    if (one.about)
      writing.execute(
          "DELETE FROM resource_versions WHERE home_id = 0 AND type = ?1 AND resource_id = ?2",
          {one.type, one.id});
    else
      writing.execute(
          "UPDATE resource_versions SET content = ?4, bytes_hash = ?5 WHERE home_id = 0 "
          "AND type = ?1 AND resource_id = ?2 AND version_no = ?3",
          {one.type, one.id, one.version, sql::Bytes{one.left}, sha256(one.left)});
  }
  writing.execute("DELETE FROM resource_people WHERE home_id = 0 AND reference = ?1", {reference});
}

/// Others may know the person by an identifier alone. One that somebody else has, too, says nobody.
void erase_all_resources(Writing& writing, HomeNo home, const std::string& source) {
  const std::vector<std::string> references = references_of(writing, source);
  writing.execute("DELETE FROM access_tokens WHERE home_id = 0 AND patient = ?1", {source});
  for (const std::string& reference : references) {
    erase_versions(writing, reference);
    erase_resources(writing, home, reference);
    if (reference == source) continue;
    writing.execute(
        "INSERT INTO erased_identifiers (home_id, digest) VALUES (?1, ?2) "
        "ON CONFLICT (home_id, digest) DO NOTHING",
        {home.value, sha256(reference)});
  }
}

}  // namespace

std::vector<NamedElsewhere> erase_person(Writing& writing, const PersonAccess& access,
                                         Instant now) {
  const HomeNo home{access.home()};
  const std::string source = source_of(writing, access);
  const auto helpers = supporters_of(writing, access);
  forget_in_rollups(writing, home, access.person().person);
  for (const std::string_view statement : rows_of_the_person)
    writing.execute(statement, {access.home(), access.number()});
  std::vector<NamedElsewhere> named;
  if (const auto own = user_of_person(writing, access.person())) {
    const auto whose = user(writing, home, *own);
    if (whose->professional || whose->administrator) {
      writing.execute("UPDATE users SET person_no = NULL WHERE home_id = ?1 AND user_no = ?2",
                      {home.value, own->value});
      end_sessions(writing, home, *own, "");
    } else {
      named = leave_others(writing, home, *own, now);
      erase_user(writing, home, *own, now);
    }
  }
  for (const UserNo helper : helpers)
    if (supports_nobody_else(writing, home, helper)) erase_user(writing, home, helper, now);
  erase_all_resources(writing, home, source);
  writing.execute("DELETE FROM persons WHERE home_id = ?1 AND person_no = ?2",
                  {access.home(), access.number()});
  keep_number(writing, home, "person", access.number(), sha256(source), now);
  for (const PartKind kind : {PartKind::teams, PartKind::users, PartKind::erased, PartKind::huddles,
                              PartKind::reserved_times, PartKind::project_members})
    access.touch({kind});
  return named;
}

ErasedPeople::ErasedPeople(const Reading& reading) {
  for (const Site& at : sites(reading))
    reading.each("SELECT source_hash FROM erased WHERE home_id = ?1 AND kind = 'person'",
                 {at.home.value}, [&](const Row& row) { digests_.emplace(row.text(0)); });
  for (const Site& at : sites(reading))
    reading.each("SELECT digest FROM erased_identifiers WHERE home_id = ?1", {at.home.value},
                 [&](const Row& row) { digests_.emplace(row.text(0)); });
}

bool ErasedPeople::hold(std::string_view reference) const {
  return !digests_.empty() && digests_.contains(sha256(reference));
}

bool ErasedPeople::take_out(std::string_view type, std::string_view id,
                            std::string& content) const {
  if (digests_.empty()) return false;
  const auto all = mentions(content);
  std::set<std::string> references{std::string(type) + "/" + std::string(id)};
  for (const Mention& mention : all) references.insert(mention.reference);
  for (const std::string& reference : references) {
    if (!digests_.contains(sha256(reference))) continue;
    if (is_about(type, id, reference, all)) return true;
    content = without(content, reference);
  }
  return false;
}

}  // namespace alongside::record
