// SPDX-License-Identifier: Apache-2.0
// People and places, to rows and back.
#include "record/people.h"

#include "foundation/base/expect.h"
#include "record/rollups.h"
#include "record/store.h"

namespace alongside::record {
namespace {

using sql::Reading;
using sql::Row;
using sql::Writing;

std::int64_t number_of(const Row& row) { return row.integer(0); }

Professional professional_from(HomeNo home, const Row& row) {
  return {home,
          {row.integer(0)},
          Id<Professional>::parse(row.text(1)).value(),
          std::string(row.text(2)),
          std::string(row.text(3))};
}

Team team_from(HomeNo home, const Row& row) {
  return {home, {row.integer(0)}, Id<Team>::parse(row.text(1)).value(), std::string(row.text(2))};
}

Person person_from(HomeNo home, const Row& row) {
  const auto born = row.maybe_integer(3);
  return {{home, {row.integer(0)}},
          Id<Person>::parse(row.text(1)).value(),
          Private(std::string(row.text(2))),
          born ? std::optional(Day{*born}) : std::nullopt};
}

}  // namespace

HomeNo take_in_site(Writing& writing, std::string_view source, std::string_view name,
                    std::string_view zone) {
  const auto known =
      writing.first("SELECT home_id FROM homes WHERE source_reference = ?1", {source}, number_of);
  if (known) {
    writing.execute("UPDATE homes SET site_name = ?2 WHERE home_id = ?1 AND site_name <> ?2",
                    {*known, name});
    return {*known};
  }
  const std::int64_t number =
      writing.integer("SELECT coalesce(max(home_id), 0) + 1 FROM homes", {});
  writing.execute(
      "INSERT INTO homes (home_id, site_name, zone, source_reference) "
      "VALUES (?1, ?2, ?3, ?4)",
      {number, name, zone, source});
  return {number};
}

TakenPerson take_in_person(Writing& writing, HomeNo home, const PersonRow& row,
                           const std::string& new_public_id, const std::string& new_seal) {
  const auto born = row.born ? std::optional(row.born->number) : std::nullopt;
  const std::int64_t gone = row.gone ? 1 : 0;
  const auto known =
      writing.first("SELECT person_no FROM persons WHERE home_id = ?1 AND source_reference = ?2",
                    {home.value, row.source}, number_of);
  if (known) {
    const std::int64_t touched = writing.execute(
        "UPDATE persons SET name = ?3, family_name = ?4, born_day = ?5, gone = ?6 "
        "WHERE home_id = ?1 AND person_no = ?2 AND (name <> ?3 OR family_name <> ?4 "
        "OR born_day IS DISTINCT FROM ?5 OR gone <> ?6)",
        {home.value, *known, row.name, row.family_name, sql::optional(born), gone});
    return {{*known}, touched > 0};
  }
  const std::int64_t number = writing.integer(
      "SELECT coalesce(max(n.number), 0) + 1 FROM (SELECT max(person_no) AS number FROM persons "
      "WHERE home_id = ?1 UNION ALL SELECT max(number) FROM erased WHERE home_id = ?1 "
      "AND kind = 'person') n",
      {home.value});
  writing.execute(
      "INSERT INTO persons (home_id, person_no, public_id, source_reference, name, "
      "family_name, born_day, gone, seal) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
      {home.value, number, new_public_id, row.source, row.name, row.family_name,
       sql::optional(born), gone, new_seal});
  return {{number}, true};
}

ProfessionalNo take_in_professional(Writing& writing, HomeNo home, std::string_view source,
                                    std::string_view name, std::string_view role,
                                    const std::string& new_public_id) {
  const auto known = professional_by_source(writing, home, source);
  if (known) {
    writing.execute(
        "UPDATE professionals SET name = CASE WHEN ?3 = '' THEN name ELSE ?3 END, "
        "role = CASE WHEN ?4 = '' THEN role ELSE ?4 END "
        "WHERE home_id = ?1 AND professional_no = ?2",
        {home.value, known->value, name, role});
    return *known;
  }
  const std::int64_t number = writing.integer(
      "SELECT coalesce(max(professional_no), 0) + 1 FROM professionals WHERE home_id = ?1",
      {home.value});
  writing.execute(
      "INSERT INTO professionals (home_id, professional_no, public_id, source_reference, "
      "name, role) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
      {home.value, number, new_public_id, source, name, role});
  return {number};
}

TeamNo take_in_team(Writing& writing, HomeNo home, std::string_view source, std::string_view name,
                    const std::string& new_public_id) {
  const auto known = team_by_source(writing, home, source);
  if (known) {
    writing.execute("UPDATE teams SET name = ?3 WHERE home_id = ?1 AND team_no = ?2",
                    {home.value, known->value, name});
    return *known;
  }
  const std::int64_t number = writing.integer(
      "SELECT coalesce(max(team_no), 0) + 1 FROM teams WHERE home_id = ?1", {home.value});
  writing.execute(
      "INSERT INTO teams (home_id, team_no, public_id, source_reference, name) "
      "VALUES (?1, ?2, ?3, ?4, ?5)",
      {home.value, number, new_public_id, source, name});
  return {number};
}

void take_in_member(Writing& writing, HomeNo home, TeamNo team, ProfessionalNo member,
                    Instant now) {
  writing.execute(
      "INSERT INTO team_members (home_id, team_no, professional_no, since_ms) "
      "VALUES (?1, ?2, ?3, ?4) ON CONFLICT (home_id, team_no, professional_no) "
      "DO UPDATE SET until_ms = NULL",
      {home.value, team.value, member.value, now.utc_ms});
}

void take_in_served(Writing& writing, HomeNo home, TeamNo team, PersonNo person,
                    std::string_view named_by, Instant now) {
  writing.execute(
      "INSERT INTO team_serves (home_id, team_no, person_no, named_by, since_ms) "
      "VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (home_id, team_no, person_no) "
      "DO UPDATE SET until_ms = NULL, named_by = excluded.named_by",
      {home.value, team.value, person.value, named_by, now.utc_ms});
  mark_stale(writing, home, person);
}

void end_what_a_team_said(Writing& writing, HomeNo home, std::string_view source, Instant now) {
  writing.execute(
      "INSERT INTO rollup_stale (home_id, person_no) SELECT DISTINCT s.home_id, s.person_no "
      "FROM team_serves s WHERE s.home_id = ?1 AND s.named_by = ?2 AND s.until_ms IS NULL "
      "ON CONFLICT (home_id, person_no) DO NOTHING",
      {home.value, source});
  writing.execute(
      "UPDATE team_serves SET until_ms = ?3 WHERE home_id = ?1 AND named_by = ?2 "
      "AND until_ms IS NULL",
      {home.value, source, now.utc_ms});
  writing.execute(
      "UPDATE team_members SET until_ms = ?3 WHERE home_id = ?1 AND until_ms IS NULL AND team_no = "
      "(SELECT t.team_no FROM teams t WHERE t.home_id = ?1 AND t.source_reference = ?2)",
      {home.value, source, now.utc_ms});
}

bool has_teams_besides(const Reading& reading, HomeNo home, std::string_view source) {
  return reading.integer("SELECT count(*) FROM teams WHERE home_id = ?1 AND source_reference <> ?2",
                         {home.value, source}) > 0;
}

namespace {

/// True when it was not said so before. Nothing said leaves what was.
bool keep_mode(Writing& writing, PersonKey key, std::int64_t visit, std::optional<VisitMode> mode) {
  if (!mode) return false;
  return writing.execute(
             "INSERT INTO visit_modes (home_id, person_no, visit_no, mode) "
             "VALUES (?1, ?2, ?3, ?4) ON CONFLICT (home_id, person_no, visit_no) DO UPDATE "
             "SET mode = excluded.mode WHERE visit_modes.mode <> excluded.mode",
             {key.home.value, key.person.value, visit, code_of(*mode)}) > 0;
}

std::int64_t next_visit(const Reading& reading, PersonKey key) {
  return reading.integer(
      "SELECT coalesce(max(visit_no), 0) + 1 FROM visits WHERE home_id = ?1 AND person_no = ?2",
      {key.home.value, key.person.value});
}

}  // namespace

bool take_in_visit(Writing& writing, PersonKey key, std::optional<ProfessionalNo> with,
                   Instant held, std::optional<VisitMode> mode, std::string_view source) {
  const auto professional_no = with ? std::optional(with->value) : std::nullopt;
  const std::int64_t known = writing.integer(
      "SELECT coalesce(max(visit_no), 0) FROM visits WHERE home_id = ?1 AND person_no = ?2 "
      "AND source_reference = ?3",
      {key.home.value, key.person.value, source});
  if (known > 0) {
    const bool changed = writing.execute(
                             "UPDATE visits SET held_ms = ?4, professional_no = ?5 "
                             "WHERE home_id = ?1 AND person_no = ?2 AND visit_no = ?3 "
                             "AND (held_ms <> ?4 OR professional_no IS DISTINCT FROM ?5)",
                             {key.home.value, key.person.value, known, held.utc_ms,
                              sql::optional(professional_no)}) > 0;
    return keep_mode(writing, key, known, mode) || changed;
  }
  const std::int64_t visit = next_visit(writing, key);
  writing.execute(
      "INSERT INTO visits (home_id, person_no, visit_no, professional_no, held_ms, "
      "source_reference) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
      {key.home.value, key.person.value, visit, sql::optional(professional_no), held.utc_ms,
       source});
  keep_mode(writing, key, visit, mode);
  return true;
}

std::vector<Site> sites(const Reading& reading) {
  return reading.all(
      "SELECT home_id, site_name, zone FROM homes ORDER BY home_id", {}, [](const Row& row) {
        return Site{{row.integer(0)}, std::string(row.text(1)), std::string(row.text(2))};
      });
}

std::optional<Site> site(const Reading& reading, HomeNo home) {
  return reading.first(
      "SELECT home_id, site_name, zone FROM homes WHERE home_id = ?1", {home.value},
      [](const Row& row) {
        return Site{{row.integer(0)}, std::string(row.text(1)), std::string(row.text(2))};
      });
}

std::optional<HomeNo> home_by_source(const Reading& reading, std::string_view source) {
  return reading.first("SELECT home_id FROM homes WHERE source_reference = ?1 AND ?1 <> ''",
                       {source}, [](const Row& row) { return HomeNo{row.integer(0)}; });
}

std::optional<PersonKey> person_by_source(const Reading& reading, std::string_view source) {
  // Over all homes: an import does not know yet where the person lives. One look-up for each home.
  for (const Site& at : sites(reading)) {
    const auto number =
        reading.first("SELECT person_no FROM persons WHERE home_id = ?1 AND source_reference = ?2",
                      {at.home.value, source}, number_of);
    if (number) return PersonKey{at.home, {*number}};
  }
  return std::nullopt;
}

std::optional<ProfessionalNo> professional_by_source(const Reading& reading, HomeNo home,
                                                     std::string_view source) {
  return reading.first(
      "SELECT professional_no FROM professionals WHERE home_id = ?1 AND source_reference = ?2",
      {home.value, source}, [](const Row& row) { return ProfessionalNo{row.integer(0)}; });
}

std::optional<TeamNo> team_by_source(const Reading& reading, HomeNo home, std::string_view source) {
  return reading.first("SELECT team_no FROM teams WHERE home_id = ?1 AND source_reference = ?2",
                       {home.value, source}, [](const Row& row) { return TeamNo{row.integer(0)}; });
}

std::optional<PersonNo> person_number(const Reading& reading, HomeNo home, const Id<Person>& id) {
  return reading.first("SELECT person_no FROM persons WHERE home_id = ?1 AND public_id = ?2",
                       {home.value, id.text()},
                       [](const Row& row) { return PersonNo{row.integer(0)}; });
}

bool is_there(const Reading& reading, PersonKey person) {
  return reading.integer("SELECT count(*) FROM persons WHERE home_id = ?1 AND person_no = ?2",
                         {person.home.value, person.person.value}) > 0;
}

bool is_served(const Reading& reading, PersonKey person) {
  return reading.integer(
             "SELECT count(*) FROM team_serves WHERE home_id = ?1 AND person_no = ?2 "
             "AND until_ms IS NULL",
             {person.home.value, person.person.value}) > 0;
}

RecognisedBy recognised_by(const Reading& reading, PersonKey person) {
  return reading
      .first("SELECT family_name, born_day FROM persons WHERE home_id = ?1 AND person_no = ?2",
             {person.home.value, person.person.value},
             [](const Row& row) {
               return RecognisedBy{std::string(row.text(0)),
                                   row.null(1) ? std::nullopt : std::optional(Day{row.integer(1)})};
             })
      .value_or(RecognisedBy{});
}

Id<Person> public_id(const Reading& reading, PersonKey person) {
  return reading
      .first("SELECT public_id FROM persons WHERE home_id = ?1 AND person_no = ?2",
             {person.home.value, person.person.value},
             [](const Row& row) { return Id<Person>::parse(row.text(0)).value(); })
      .value();
}

bool serves(const Reading& reading, HomeNo home, ProfessionalNo member, PersonNo person,
            Instant at) {
  return reading.integer(
             "SELECT count(*) FROM team_members m JOIN team_serves s "
             "ON s.home_id = m.home_id AND s.team_no = m.team_no "
             "WHERE m.home_id = ?1 AND m.professional_no = ?2 AND s.person_no = ?3 "
             "AND (m.until_ms IS NULL OR m.until_ms > ?4) AND (s.until_ms IS NULL OR s.until_ms > "
             "?4)",
             {home.value, member.value, person.value, at.utc_ms}) > 0;
}

bool is_on_a_team(const Reading& reading, HomeNo home, ProfessionalNo member, Instant at) {
  return reading.integer(
             "SELECT count(*) FROM team_members WHERE home_id = ?1 AND professional_no = ?2 "
             "AND (until_ms IS NULL OR until_ms > ?3)",
             {home.value, member.value, at.utc_ms}) > 0;
}

bool is_member(const Reading& reading, HomeNo home, ProfessionalNo member, TeamNo team,
               Instant at) {
  return reading.integer(
             "SELECT count(*) FROM team_members WHERE home_id = ?1 AND team_no = ?2 "
             "AND professional_no = ?3 AND (until_ms IS NULL OR until_ms > ?4)",
             {home.value, team.value, member.value, at.utc_ms}) > 0;
}

std::optional<TeamNo> team_number(const Reading& reading, HomeNo home, const Id<Team>& id) {
  return reading.first("SELECT team_no FROM teams WHERE home_id = ?1 AND public_id = ?2",
                       {home.value, id.text()},
                       [](const Row& row) { return TeamNo{row.integer(0)}; });
}

Person person(const Reading& reading, const PersonAccess& access) {
  const HomeNo home = access.person().home;
  auto found = reading.first(
      "SELECT person_no, public_id, name, born_day FROM persons "
      "WHERE home_id = ?1 AND person_no = ?2",
      {access.home(), access.number()}, [&](const Row& row) { return person_from(home, row); });
  expect(found.has_value(), "whoever may be reached exists");
  return std::move(*found);
}

std::string source_of(const Reading& reading, const PersonAccess& access) {
  return reading
      .first("SELECT source_reference FROM persons WHERE home_id = ?1 AND person_no = ?2",
             {access.home(), access.number()},
             [](const Row& row) { return std::string(row.text(0)); })
      .value();
}

std::string source_of_professional(const Reading& reading, HomeNo home, ProfessionalNo number) {
  return reading
      .first(
          "SELECT source_reference FROM professionals WHERE home_id = ?1 AND professional_no = ?2",
          {home.value, number.value}, [](const Row& row) { return std::string(row.text(0)); })
      .value();
}

Professional professional(const Reading& reading, HomeNo home, ProfessionalNo number) {
  auto found = reading.first(
      "SELECT professional_no, public_id, name, role FROM professionals "
      "WHERE home_id = ?1 AND professional_no = ?2",
      {home.value, number.value}, [&](const Row& row) { return professional_from(home, row); });
  expect(found.has_value(), "a professional's number leads to one");
  return std::move(*found);
}

std::vector<Professional> care_team(const Reading& reading, const PersonAccess& access) {
  return reading.all(
      "SELECT DISTINCT p.professional_no, p.public_id, p.name, p.role FROM team_serves s "
      "JOIN team_members m ON m.home_id = s.home_id AND m.team_no = s.team_no "
      "JOIN professionals p ON p.home_id = m.home_id AND p.professional_no = m.professional_no "
      "WHERE s.home_id = ?1 AND s.person_no = ?2 AND s.until_ms IS NULL AND m.until_ms IS NULL "
      "ORDER BY p.name",
      {access.home(), access.number()},
      [&](const Row& row) { return professional_from(access.person().home, row); });
}

std::vector<Team> teams_of(const Reading& reading, const OwnPeopleAccess& access, Instant at) {
  return reading.all(
      "SELECT t.team_no, t.public_id, t.name FROM team_members m "
      "JOIN teams t ON t.home_id = m.home_id AND t.team_no = m.team_no "
      "WHERE m.home_id = ?1 AND m.professional_no = ?2 "
      "AND (m.until_ms IS NULL OR m.until_ms > ?3) ORDER BY t.name",
      {access.home(), access.professional(), at.utc_ms},
      [&](const Row& row) { return team_from({access.home()}, row); });
}

Team team(const Reading& reading, const TeamAccess& access) {
  auto found = reading.first(
      "SELECT team_no, public_id, name FROM teams "
      "WHERE home_id = ?1 AND team_no = ?2",
      {access.home(), access.number()},
      [&](const Row& row) { return team_from({access.home()}, row); });
  expect(found.has_value(), "a team that may be seen exists");
  return std::move(*found);
}

std::int64_t people_served(const Reading& reading, const TeamAccess& access) {
  return reading.integer(
      "SELECT count(*) FROM team_serves WHERE home_id = ?1 AND team_no = ?2 "
      "AND until_ms IS NULL",
      {access.home(), access.number()});
}

std::vector<PersonInList> people_of(const Reading& reading, const OwnPeopleAccess& access,
                                    std::string_view name_part, std::int64_t page) {
  const std::string pattern = sql::like_pattern(name_part);
  return reading.all(
      query("people_of.sql"),
      {access.home(), access.professional(), pattern, people_on_a_page, page * people_on_a_page},
      [&](const Row& row) {
        PersonInList entry{person_from({access.home()}, row),
                           Private(std::string(row.null(4) ? "" : row.text(4))),
                           row.integer(5) == 1, std::nullopt};
        if (const auto held = row.maybe_integer(6)) entry.last_visit = Instant{*held};
        return entry;
      });
}

std::int64_t count_people_of(const Reading& reading, const OwnPeopleAccess& access,
                             std::string_view name_part) {
  const std::string pattern = sql::like_pattern(name_part);
  return reading.integer(
      "SELECT count(DISTINCT s.person_no) FROM team_members m "
      "JOIN team_serves s ON s.home_id = m.home_id AND s.team_no = m.team_no AND s.until_ms IS "
      "NULL "
      "JOIN persons p ON p.home_id = s.home_id AND p.person_no = s.person_no AND p.gone = 0 "
      "WHERE m.home_id = ?1 AND m.professional_no = ?2 AND m.until_ms IS NULL "
      "AND lower(p.name) LIKE ?3 ESCAPE '\\'",
      {access.home(), access.professional(), pattern});
}

void hold_visit(Writing& writing, const PersonAccess& access, ProfessionalNo with, Instant at,
                std::optional<VisitMode> mode) {
  access.touch({PartKind::visits});
  const std::int64_t visit = next_visit(writing, access.person());
  writing.execute(
      "INSERT INTO visits (home_id, person_no, visit_no, professional_no, held_ms, "
      "source_reference) VALUES (?1, ?2, ?3, ?4, ?5, '')",
      {access.home(), access.number(), visit, with.value, at.utc_ms});
  keep_mode(writing, access.person(), visit, mode);
}

void say_mode(Writing& writing, const PersonAccess& access, std::int64_t visit, VisitMode mode) {
  access.touch({PartKind::visits});
  keep_mode(writing, access.person(), visit, mode);
}

std::optional<Instant> last_visit(const Reading& reading, const PersonAccess& access) {
  const std::int64_t held =
      reading.integer("SELECT max(held_ms) FROM visits WHERE home_id = ?1 AND person_no = ?2",
                      {access.home(), access.number()}, -1);
  return held < 0 ? std::nullopt : std::optional(Instant{held});
}

}  // namespace alongside::record
