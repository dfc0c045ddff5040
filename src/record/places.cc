// SPDX-License-Identifier: Apache-2.0
// Profiles of a place: added, never rewritten.
#include "record/places.h"

namespace alongside::record {

using sql::Reading;
using sql::Row;
using sql::Writing;

namespace {

std::vector<PlaceProfile> places_of(const Reading& reading, std::int64_t home, std::int64_t team) {
  auto profiles = reading.all(
      "SELECT p.version_no, p.as_of_day, coalesce((SELECT u.name FROM users u "
      "WHERE u.home_id = ?1 AND u.user_no = p.written_by), ''), p.written_ms "
      "FROM place_profiles p WHERE p.home_id = ?1 AND p.team_no = ?2 ORDER BY p.version_no DESC",
      {home, team}, [](const Row& row) {
        PlaceProfile profile;
        profile.version = row.integer(0);
        profile.as_of = {row.integer(1)};
        profile.written_by = row.text(2);
        profile.written_at = {row.integer(3)};
        return profile;
      });
  reading.each(
      "SELECT version_no, facet, words FROM place_facets WHERE home_id = ?1 AND team_no = ?2",
      {home, team}, [&](const Row& row) {
        for (PlaceProfile& profile : profiles)
          for (std::size_t i = 0; i < facets.size(); ++i)
            if (profile.version == row.integer(0) && code_of(facets[i]) == row.text(1))
              profile.words[i] = row.text(2);
      });
  return profiles;
}

}  // namespace

std::vector<PlaceProfile> places(const Reading& reading, const TeamAccess& access) {
  return places_of(reading, access.home(), access.number());
}

std::vector<PlaceProfile> places(const Reading& reading, const ProjectAccess& access) {
  return places_of(reading, access.home(), access.team());
}

std::int64_t add_place(Writing& writing, const TeamAccess& access, const PlaceProfile& profile,
                       UserNo written_by) {
  const std::int64_t version = writing.integer(
      "SELECT coalesce(max(version_no), 0) + 1 FROM place_profiles WHERE home_id = ?1 "
      "AND team_no = ?2",
      {access.home(), access.number()});
  writing.execute(
      "INSERT INTO place_profiles (home_id, team_no, version_no, as_of_day, written_by, "
      "written_ms) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
      {access.home(), access.number(), version, profile.as_of.number, written_by.value,
       profile.written_at.utc_ms});
  for (std::size_t i = 0; i < facets.size(); ++i) {
    if (profile.words[i].empty()) continue;
    writing.execute(
        "INSERT INTO place_facets (home_id, team_no, version_no, facet, words) "
        "VALUES (?1, ?2, ?3, ?4, ?5)",
        {access.home(), access.number(), version, code_of(facets[i]), profile.words[i]});
  }
  return version;
}

std::vector<PlaceCheck> place_checks(const Reading& reading, const ProjectAccess& access) {
  return reading.all(
      "SELECT c.place_version, c.still_fits, c.words, coalesce((SELECT u.name FROM users u "
      "WHERE u.home_id = ?1 AND u.user_no = c.checked_by), ''), c.checked_ms FROM place_checks c "
      "WHERE c.home_id = ?1 AND c.project_no = ?2 ORDER BY c.place_version DESC",
      {access.home(), access.number()}, [](const Row& row) {
        return PlaceCheck{row.integer(0),
                          row.integer(1) == 1,
                          std::string(row.text(2)),
                          std::string(row.text(3)),
                          {row.integer(4)}};
      });
}

void set_place_check(Writing& writing, const ProjectAccess& access, const PlaceCheck& check,
                     UserNo checked_by) {
  writing.execute(
      "INSERT INTO place_checks (home_id, project_no, place_version, still_fits, words, "
      "checked_by, checked_ms) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) "
      "ON CONFLICT (home_id, project_no, place_version) DO UPDATE SET "
      "still_fits = excluded.still_fits, words = excluded.words, "
      "checked_by = excluded.checked_by, checked_ms = excluded.checked_ms",
      {access.home(), access.number(), check.place_version, check.still_fits ? 1 : 0, check.words,
       checked_by.value, check.checked_at.utc_ms});
  access.touch({PartKind::project, access.number()});
}

}  // namespace alongside::record
