// SPDX-License-Identifier: Apache-2.0
// Who may see what is decided in the statements, not after them.
#include "record/resource_reading.h"

#include <algorithm>
#include <array>
#include <set>

#include "foundation/base/secret.h"
#include "record/mention.h"
#include "record/resources.h"

namespace alongside::record {
namespace {

/// Types that are about nobody: whoever comes for one person may read them, too.
constexpr std::array<std::string_view, 30> about_nobody = {"ActivityDefinition",
                                                           "CapabilityStatement",
                                                           "CodeSystem",
                                                           "ConceptMap",
                                                           "EffectEvidenceSynthesis",
                                                           "Endpoint",
                                                           "Evidence",
                                                           "EvidenceVariable",
                                                           "HealthcareService",
                                                           "ImplementationGuide",
                                                           "InsurancePlan",
                                                           "Library",
                                                           "Location",
                                                           "Measure",
                                                           "Medication",
                                                           "MedicationKnowledge",
                                                           "NamingSystem",
                                                           "OperationDefinition",
                                                           "Organization",
                                                           "OrganizationAffiliation",
                                                           "PlanDefinition",
                                                           "Practitioner",
                                                           "PractitionerRole",
                                                           "Questionnaire",
                                                           "RiskEvidenceSynthesis",
                                                           "SearchParameter",
                                                           "StructureDefinition",
                                                           "StructureMap",
                                                           "Substance",
                                                           "ValueSet"};

constexpr std::string_view latest_columns =
    "SELECT r.type, r.resource_id, r.version_no, coalesce(r.last_updated_ms, r.imported_ms), "
    "r.content FROM resources r ";

ResourceSeen seen(const sql::Row& row) {
  return {row.text(0), row.text(1), row.integer(2), {row.integer(3)}, false, row.text(4)};
}

ResourceVersion version_of(const ResourceSeen& one) {
  return {std::string(one.type), std::string(one.id),     one.version, one.at,
          one.deleted,           std::string(one.content)};
}

std::int64_t flag(bool yes) { return yes ? 1 : 0; }

bool reaches(const ResourceAccess& access, std::string_view type, std::string_view id,
             std::string_view content) {
  if (access.whose().empty() || is_about_nobody(type)) return true;
  const auto spoken = spoken_of(type, id, content);
  return std::ranges::any_of(spoken, [&](const SpokenOf& one) {
    return one.about && std::ranges::find(access.whose(), one.reference) != access.whose().end();
  });
}

/// Older versions of one, newest first.
std::vector<ResourceVersion> older(const sql::Reading& reading, const ResourceAccess& access,
                                   std::string_view type, std::string_view id) {
  return reading.all(
      "SELECT type, resource_id, version_no, at_ms, content, deleted FROM resource_versions "
      "WHERE home_id = 0 AND type = ?1 AND resource_id = ?2 AND (restricted = 0 OR ?3 = 1) "
      "ORDER BY version_no DESC",
      {type, id, flag(access.shows_restricted())}, [](const sql::Row& row) {
        ResourceSeen one = seen(row);
        one.deleted = row.integer(5) == 1;
        return version_of(one);
      });
}

using Visit = std::function<void(const ResourceSeen&)>;

void each_of_type(const sql::Reading& reading, const ResourceAccess& access, const Sought& sought,
                  const Visit& visit) {
  std::string statement(latest_columns);
  statement +=
      "WHERE r.home_id = 0 AND r.type = ?1 AND (r.restricted = 0 OR ?2 = 1) "
      "ORDER BY r.resource_id";
  reading.each(statement, {sought.type, flag(access.shows_restricted())},
               [&](const sql::Row& row) { visit(seen(row)); });
}

void each_with(const sql::Reading& reading, const ResourceAccess& access, const Sought& sought,
               const Visit& visit) {
  std::string statement(latest_columns);
  statement +=
      "JOIN resource_identifiers i ON i.home_id = r.home_id AND i.type = r.type "
      "AND i.resource_id = r.resource_id WHERE i.home_id = 0 AND i.type = ?1 AND i.value = ?2 "
      "AND (?3 = '' OR i.system = ?3) AND (r.restricted = 0 OR ?4 = 1) ORDER BY r.resource_id";
  std::set<std::string> done;  // One may have the value twice.
  reading.each(
      statement,
      {sought.type, sought.with->value, sought.with->system, flag(access.shows_restricted())},
      [&](const sql::Row& row) {
        const ResourceSeen one = seen(row);
        if (reaches(access, one.type, one.id, one.content) && done.emplace(one.id).second)
          visit(one);
      });
}

/// Those that speak of one person; `only_about`: only what is about them. CROSS JOIN: SQLite would
/// otherwise begin with all resources of the type.
void each_about(const sql::Reading& reading, const ResourceAccess& access, const Sought& sought,
                const std::string& reference, bool only_about, const Visit& visit) {
  std::string statement =
      "SELECT r.type, r.resource_id, r.version_no, coalesce(r.last_updated_ms, r.imported_ms), "
      "r.content FROM resource_people p CROSS JOIN resources r WHERE p.home_id = 0 "
      "AND p.reference = ?1 AND r.home_id = p.home_id AND r.type = p.type "
      "AND r.resource_id = p.resource_id AND (p.about = 1 OR ?2 = 0) "
      "AND (r.restricted = 0 OR ?3 = 1) ";
  if (!sought.type.empty()) statement += "AND p.type = ?4 ";
  statement += "ORDER BY p.type, p.resource_id";
  const auto show = [&](const sql::Row& row) { visit(seen(row)); };
  const sql::Parameter only = flag(only_about);
  const sql::Parameter restricted = flag(access.shows_restricted());
  if (sought.type.empty())
    reading.each(statement, {reference, only, restricted}, show);
  else
    reading.each(statement, {reference, only, restricted, sought.type}, show);
}

/// Whether one of the codes may be among those of a row.
bool may_have(std::string_view row, const std::vector<std::string>& codes) {
  return row == any_code || std::ranges::any_of(codes, [&](const std::string& code) {
           return row.find(" " + code + " ") != std::string_view::npos;
         });
}

/// The same where a code is sought: only those that may have it are looked into, since each lies
/// on a page of its own.
void each_with_code(const sql::Reading& reading, const ResourceAccess& access, const Sought& sought,
                    const std::string& reference, bool only_about, const Visit& visit) {
  const auto ids = [&] {
    std::vector<std::string> found;
    reading.each(
        "SELECT resource_id, codes FROM resource_people WHERE home_id = 0 AND reference = ?1 "
        "AND type = ?2 AND (about = 1 OR ?3 = 0) ORDER BY resource_id",
        {reference, sought.type, flag(only_about)}, [&](const sql::Row& row) {
          if (may_have(row.text(1), sought.codes)) found.emplace_back(row.text(0));
        });
    return found;
  }();
  std::string statement(latest_columns);
  statement +=
      "WHERE r.home_id = 0 AND r.type = ?1 AND r.resource_id = ?2 "
      "AND (r.restricted = 0 OR ?3 = 1)";
  for (const std::string& id : ids)
    reading.each(statement, {sought.type, id, flag(access.shows_restricted())},
                 [&](const sql::Row& row) { visit(seen(row)); });
}

}  // namespace

bool is_about_nobody(std::string_view type) {
  return std::ranges::find(about_nobody, type) != about_nobody.end();
}

std::optional<ResourceVersion> resource_now(const sql::Reading& reading,
                                            const ResourceAccess& access, std::string_view type,
                                            std::string_view id) {
  std::string statement(latest_columns);
  statement +=
      "WHERE r.home_id = 0 AND r.type = ?1 AND r.resource_id = ?2 "
      "AND (r.restricted = 0 OR ?3 = 1)";
  auto latest = reading.first(statement, {type, id, flag(access.shows_restricted())},
                              [](const sql::Row& row) { return version_of(seen(row)); });
  if (latest) {
    if (!reaches(access, type, id, latest->content)) return std::nullopt;
    return latest;
  }
  auto before = older(reading, access, type, id);
  if (before.empty() || !before.front().deleted) return std::nullopt;
  const bool theirs = std::ranges::any_of(before, [&](const ResourceVersion& one) {
    return !one.deleted && reaches(access, type, id, one.content);
  });
  if (!theirs) return std::nullopt;
  return before.front();
}

std::vector<ResourceVersion> resource_versions(const sql::Reading& reading,
                                               const ResourceAccess& access, std::string_view type,
                                               std::string_view id) {
  std::vector<ResourceVersion> versions;
  auto latest = resource_now(reading, access, type, id);
  if (!latest) return versions;
  const bool deleted = latest->deleted;
  if (!deleted) versions.push_back(*std::move(latest));
  for (ResourceVersion& one : older(reading, access, type, id))
    if (one.deleted || reaches(access, type, id, one.content)) versions.push_back(std::move(one));
  return versions;
}

void each_resource(const sql::Reading& reading, const ResourceAccess& access, const Sought& sought,
                   const Visit& visit) {
  const bool bound = !access.whose().empty() && !is_about_nobody(sought.type);
  if (sought.with) return each_with(reading, access, sought, visit);
  if (!bound && sought.about.empty()) return each_of_type(reading, access, sought, visit);
  std::set<std::pair<std::string, std::string>> done;
  for (const std::string& reference : sought.about.empty() ? access.whose() : sought.about) {
    // Whoever comes for one person asks about that one, whatever they ask.
    if (bound && std::ranges::find(access.whose(), reference) == access.whose().end()) continue;
    const bool only_about = bound || sought.about_them_only;
    const Visit once = [&](const ResourceSeen& one) {
      if (done.emplace(one.type, one.id).second) visit(one);
    };
    if (sought.codes.empty() || sought.type.empty())
      each_about(reading, access, sought, reference, only_about, once);
    else
      each_with_code(reading, access, sought, reference, only_about, once);
  }
}

void each_older_version(const sql::Reading& reading, const ResourceAccess& access,
                        const Visit& visit) {
  reading.each(
      "SELECT type, resource_id, version_no, at_ms, content, deleted FROM resource_versions "
      "WHERE home_id = 0 AND (restricted = 0 OR ?1 = 1) ORDER BY type, resource_id, version_no",
      {flag(access.shows_restricted())}, [&](const sql::Row& row) {
        ResourceSeen one = seen(row);
        one.deleted = row.integer(5) == 1;
        const bool theirs =
            one.deleted ? access.whose().empty() : reaches(access, one.type, one.id, one.content);
        if (theirs) visit(one);
      });
}

std::vector<std::string> people_of(std::string_view type, std::string_view id,
                                   std::string_view content) {
  std::vector<std::string> people;
  for (const SpokenOf& one : spoken_of(type, id, content))
    if (one.about) people.push_back(one.reference);
  return people;
}

void keep_older_version(sql::Writing& writing, const ResourceVersion& version, bool restricted) {
  writing.execute(
      "INSERT INTO resource_versions (home_id, type, resource_id, version_no, at_ms, deleted, "
      "restricted, content, bytes_hash) VALUES (0, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) "
      "ON CONFLICT (home_id, type, resource_id, version_no) DO NOTHING",
      {version.type, version.id, version.version, version.at.utc_ms, flag(version.deleted),
       flag(restricted), sql::Bytes{version.content}, sha256(version.content)});
}

void set_latest_version(sql::Writing& writing, std::string_view type, std::string_view id,
                        std::int64_t version, Instant at) {
  writing.execute(
      "UPDATE resources SET version_no = ?3, imported_ms = ?4 WHERE home_id = 0 AND type = ?1 "
      "AND resource_id = ?2 AND version_no <= ?3",
      {type, id, version, at.utc_ms});
}

std::vector<ResourceVersion> without_index(const sql::Reading& reading, std::int64_t count) {
  std::string statement(latest_columns);
  statement += "WHERE r.home_id = 0 AND r.indexed = 0 ORDER BY r.type, r.resource_id LIMIT ?1";
  return reading.all(statement, {count}, [](const sql::Row& row) { return version_of(seen(row)); });
}

void put_in_index(sql::Writing& writing, const ResourceVersion& resource, bool restricted,
                  std::string_view codes) {
  keep_people(writing, resource.type, resource.id, resource.content, codes);
  writing.execute(
      "UPDATE resources SET indexed = 1, restricted = ?3 WHERE home_id = 0 AND type = ?1 "
      "AND resource_id = ?2",
      {resource.type, resource.id, flag(restricted)});
}

}  // namespace alongside::record
