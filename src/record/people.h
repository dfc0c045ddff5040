// SPDX-License-Identifier: Apache-2.0
// Sites, people, professionals, teams and visits: rows and values.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "context/site.h"
#include "coproduction/person.h"
#include "coproduction/visit_mode.h"
#include "foundation/sql/database.h"
#include "record/access.h"

namespace alongside::record {

// What an import brings in. `source` is the FHIR reference, such as "Patient/57a5"; it is found
// again by it, and a second time changes nothing but what differs.

HomeNo take_in_site(sql::Writing& writing, std::string_view source, std::string_view name,
                    std::string_view zone);
struct PersonRow {
  std::string_view source;
  std::string_view name;
  std::string_view family_name;
  std::optional<Day> born;
  bool gone = false;
};
struct TakenPerson {
  PersonNo number;
  bool changed = false;  ///< new, or not as it was
};
TakenPerson take_in_person(sql::Writing& writing, HomeNo home, const PersonRow& row,
                           const std::string& new_public_id, const std::string& new_seal);
ProfessionalNo take_in_professional(sql::Writing& writing, HomeNo home, std::string_view source,
                                    std::string_view name, std::string_view role,
                                    const std::string& new_public_id);
TeamNo take_in_team(sql::Writing& writing, HomeNo home, std::string_view source,
                    std::string_view name, const std::string& new_public_id);
void take_in_member(sql::Writing& writing, HomeNo home, TeamNo team, ProfessionalNo member,
                    Instant now);
void take_in_served(sql::Writing& writing, HomeNo home, TeamNo team, PersonNo person,
                    std::string_view named_by, Instant now);
/// Ends the memberships of the team of that source, and the service that it named, from now on.
void end_what_a_team_said(sql::Writing& writing, HomeNo home, std::string_view source, Instant now);
bool has_teams_besides(const sql::Reading& reading, HomeNo home, std::string_view source);
/// True when the visit is new, or not as it was.
bool take_in_visit(sql::Writing& writing, PersonKey person, std::optional<ProfessionalNo> with,
                   Instant held, std::optional<VisitMode> mode, std::string_view source);

std::vector<Site> sites(const sql::Reading& reading);
std::optional<Site> site(const sql::Reading& reading, HomeNo home);
std::optional<HomeNo> home_by_source(const sql::Reading& reading, std::string_view source);
std::optional<PersonKey> person_by_source(const sql::Reading& reading, std::string_view source);
std::optional<ProfessionalNo> professional_by_source(const sql::Reading& reading, HomeNo home,
                                                     std::string_view source);
std::optional<TeamNo> team_by_source(const sql::Reading& reading, HomeNo home,
                                     std::string_view source);

// What the policy asks.

std::optional<PersonNo> person_number(const sql::Reading& reading, HomeNo home,
                                      const Id<Person>& id);
bool is_there(const sql::Reading& reading, PersonKey person);
/// Whether any team serves them now.
bool is_served(const sql::Reading& reading, PersonKey person);
/// By what a person is told from another of the same number in another system.
struct RecognisedBy {
  std::string family_name;
  std::optional<Day> born;
};
RecognisedBy recognised_by(const sql::Reading& reading, PersonKey person);
Id<Person> public_id(const sql::Reading& reading, PersonKey person);
bool serves(const sql::Reading& reading, HomeNo home, ProfessionalNo member, PersonNo person,
            Instant at);
bool is_on_a_team(const sql::Reading& reading, HomeNo home, ProfessionalNo member, Instant at);
bool is_member(const sql::Reading& reading, HomeNo home, ProfessionalNo member, TeamNo team,
               Instant at);
std::optional<TeamNo> team_number(const sql::Reading& reading, HomeNo home, const Id<Team>& id);

// What pages show.

Person person(const sql::Reading& reading, const PersonAccess& access);
/// The reference under which they came in, "Patient/57a5".
std::string source_of(const sql::Reading& reading, const PersonAccess& access);
Professional professional(const sql::Reading& reading, HomeNo home, ProfessionalNo number);
std::string source_of_professional(const sql::Reading& reading, HomeNo home, ProfessionalNo number);
/// The professionals of all teams that serve the person now, by name.
std::vector<Professional> care_team(const sql::Reading& reading, const PersonAccess& access);
std::vector<Team> teams_of(const sql::Reading& reading, const OwnPeopleAccess& access, Instant at);
Team team(const sql::Reading& reading, const TeamAccess& access);
std::int64_t people_served(const sql::Reading& reading, const TeamAccess& access);

/// A person in a professional's list. `first_aim` is empty when they have none yet.
struct PersonInList {
  Person person;
  Private<std::string> first_aim;
  bool read_back_waits = false;  ///< stated or restated, and nobody has read it back yet
  std::optional<Instant> last_visit;
};
constexpr std::int64_t people_on_a_page = 50;
/// The people whom the professional's teams serve, filtered and paged in SQL, in order of family
/// name. `name_part` is looked for in the name, in any case of ASCII letters.
std::vector<PersonInList> people_of(const sql::Reading& reading, const OwnPeopleAccess& access,
                                    std::string_view name_part, std::int64_t page);
std::int64_t count_people_of(const sql::Reading& reading, const OwnPeopleAccess& access,
                             std::string_view name_part);

void hold_visit(sql::Writing& writing, const PersonAccess& access, ProfessionalNo with, Instant at,
                std::optional<VisitMode> mode = {});
/// How they met, said of a visit that stands.
void say_mode(sql::Writing& writing, const PersonAccess& access, std::int64_t visit,
              VisitMode mode);
std::optional<Instant> last_visit(const sql::Reading& reading, const PersonAccess& access);

}  // namespace alongside::record
