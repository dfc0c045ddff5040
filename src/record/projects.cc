// SPDX-License-Identifier: Apache-2.0
// Projects and charters as rows. Charters are added, never rewritten.
#include "record/projects.h"

#include "record/people.h"

namespace alongside::record {

using sql::Reading;
using sql::Row;
using sql::Writing;

namespace {

constexpr std::string_view project_columns =
    "SELECT p.public_id, t.public_id, t.name, coalesce((SELECT w.words FROM charter_words w "
    "WHERE w.home_id = p.home_id AND w.project_no = p.project_no AND w.field = 'name' "
    "ORDER BY w.version_no DESC LIMIT 1), ''), p.begun_ms, p.ended_ms, p.ended_why, p.home_id, "
    "p.team_no "
    "FROM projects p JOIN teams t ON t.home_id = p.home_id AND t.team_no = p.team_no ";

Project project_in(const Row& row) {
  Project project{Id<Project>::parse(row.text(0)).value(),
                  {{row.integer(7)},
                   {row.integer(8)},
                   Id<Team>::parse(row.text(1)).value(),
                   std::string(row.text(2))},
                  std::string(row.text(3)),
                  {row.integer(4)}};
  if (!row.null(5)) project.ended_at = Instant{row.integer(5)};
  project.ended_why = row.text(6);
  return project;
}

void touch_members(const ProjectAccess& access) { access.touch({PartKind::project_members}); }
void touch(const ProjectAccess& access) { access.touch({PartKind::project, access.number()}); }

}  // namespace

std::optional<ProjectKeys> project_keys(const Reading& reading, HomeNo home,
                                        const Id<Project>& id) {
  return reading.first(
      "SELECT project_no, team_no FROM projects WHERE home_id = ?1 AND public_id = ?2",
      {home.value, id.text()}, [](const Row& row) {
        return ProjectKeys{{row.integer(0)}, {row.integer(1)}};
      });
}

bool takes_part(const Reading& reading, HomeNo home, ProjectNo project, UserNo user) {
  return reading.integer(
             "SELECT count(*) FROM project_members WHERE home_id = ?1 AND project_no = ?2 "
             "AND user_no = ?3 AND joined_ms IS NOT NULL AND ended_ms IS NULL",
             {home.value, project.value, user.value}) > 0;
}

bool works_with_team(const Reading& reading, HomeNo home, TeamNo team, UserNo user) {
  return reading.integer(
             "SELECT count(*) FROM project_members m JOIN projects p ON p.home_id = m.home_id "
             "AND p.project_no = m.project_no WHERE m.home_id = ?1 AND p.team_no = ?2 "
             "AND m.user_no = ?3 AND m.joined_ms IS NOT NULL AND m.ended_ms IS NULL "
             "AND p.ended_ms IS NULL",
             {home.value, team.value, user.value}) > 0;
}

std::vector<Project> own_projects(const Reading& reading, const OwnProjectsAccess& access,
                                  Instant now) {
  return reading.all(
      std::string(project_columns) +
          "WHERE p.home_id = ?1 AND (EXISTS (SELECT 1 FROM team_members m WHERE m.home_id = ?1 "
          "AND m.team_no = p.team_no AND m.professional_no = ?3 AND m.since_ms <= ?4 "
          "AND (m.until_ms IS NULL OR m.until_ms > ?4)) "
          "OR EXISTS (SELECT 1 FROM project_members j WHERE j.home_id = ?1 "
          "AND j.project_no = p.project_no AND j.user_no = ?2 AND j.joined_ms IS NOT NULL "
          "AND j.ended_ms IS NULL)) "
          "ORDER BY CASE WHEN p.ended_ms IS NULL THEN 0 ELSE 1 END, p.project_no DESC",
      {access.home(), access.user(), access.professional(), now.utc_ms}, project_in);
}

std::vector<Project> asked_to_join(const Reading& reading, const OwnProjectsAccess& access) {
  return reading.all(
      std::string(project_columns) +
          "JOIN project_members j ON j.home_id = p.home_id AND j.project_no = p.project_no "
          "WHERE p.home_id = ?1 AND j.user_no = ?2 AND j.joined_ms IS NULL AND j.ended_ms IS NULL "
          "AND p.ended_ms IS NULL ORDER BY p.project_no DESC",
      {access.home(), access.user()}, project_in);
}

ProjectNo add_project(Writing& writing, const TeamAccess& access, const NewProject& project,
                      Instant now) {
  const std::int64_t number = writing.integer(
      "SELECT coalesce(max(project_no), 0) + 1 FROM projects WHERE home_id = ?1", {access.home()});
  writing.execute(
      "INSERT INTO projects (home_id, project_no, public_id, team_no, begun_by, begun_ms, "
      "ended_why) VALUES (?1, ?2, ?3, ?4, ?5, ?6, '')",
      {access.home(), number, project.id.text(), access.number(), project.begun_by.value,
       now.utc_ms});
  return {number};
}

std::int64_t count_projects(const Reading& reading, const TeamAccess& access) {
  return reading.integer("SELECT count(*) FROM projects WHERE home_id = ?1 AND team_no = ?2",
                         {access.home(), access.number()});
}

Project project(const Reading& reading, const ProjectAccess& access) {
  return reading
      .first(std::string(project_columns) + "WHERE p.home_id = ?1 AND p.project_no = ?2",
             {access.home(), access.number()}, project_in)
      .value();
}

void set_ended(Writing& writing, const ProjectAccess& access, std::optional<Instant> at,
               std::string_view why) {
  writing.execute(
      "UPDATE projects SET ended_ms = ?3, ended_why = ?4 WHERE home_id = ?1 AND project_no = ?2",
      {access.home(), access.number(),
       at ? sql::Parameter(at->utc_ms) : sql::Parameter(std::monostate{}), why});
  touch(access);
}

std::vector<ProjectMember> project_members(const Reading& reading, const ProjectAccess& access) {
  return reading.all(
      "SELECT m.user_no, u.name, CASE WHEN u.professional_no IS NULL THEN 1 ELSE 0 END, "
      "m.joined_ms, m.ended_ms FROM project_members m JOIN users u ON u.home_id = m.home_id "
      "AND u.user_no = m.user_no WHERE m.home_id = ?1 AND m.project_no = ?2 "
      "ORDER BY m.asked_ms, m.user_no",
      {access.home(), access.number()}, [](const Row& row) {
        const Membership state = !row.null(4)  ? Membership::ended
                                 : row.null(3) ? Membership::asked
                                               : Membership::joined;
        return ProjectMember{row.integer(0), std::string(row.text(1)), row.integer(2) == 1, state};
      });
}

void ask_to_join(Writing& writing, const ProjectAccess& access, UserNo user, UserNo asked_by,
                 Instant now) {
  writing.execute(
      "INSERT INTO project_members (home_id, project_no, user_no, asked_by, asked_ms) "
      "VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (home_id, project_no, user_no) DO UPDATE "
      "SET asked_by = excluded.asked_by, asked_ms = excluded.asked_ms, joined_ms = NULL, "
      "ended_ms = NULL WHERE project_members.ended_ms IS NOT NULL",
      {access.home(), access.number(), user.value, asked_by.value, now.utc_ms});
  touch_members(access);
}

void end_membership(Writing& writing, const ProjectAccess& access, UserNo user, Instant now) {
  writing.execute(
      "UPDATE project_members SET ended_ms = ?4 WHERE home_id = ?1 AND project_no = ?2 "
      "AND user_no = ?3 AND ended_ms IS NULL",
      {access.home(), access.number(), user.value, now.utc_ms});
  touch_members(access);
}

bool answer_to_joining(Writing& writing, const OwnProjectsAccess& access, ProjectNo project,
                       Answer answer, Instant now) {
  const auto asked = writing.integer(
      "SELECT count(*) FROM project_members WHERE home_id = ?1 AND project_no = ?2 "
      "AND user_no = ?3 AND joined_ms IS NULL AND ended_ms IS NULL",
      {access.home(), project.value, access.user()});
  if (asked == 0) return false;
  const std::string_view column = answer == Answer::yes ? "joined_ms" : "ended_ms";
  writing.execute("UPDATE project_members SET " + std::string(column) +
                      " = ?4 WHERE home_id = ?1 AND project_no = ?2 AND user_no = ?3",
                  {access.home(), project.value, access.user(), now.utc_ms});
  return true;
}

void add_charter(Writing& writing, HomeNo home, ProjectNo project, const Charter& charter,
                 UserNo written_by) {
  writing.execute(
      "INSERT INTO charters (home_id, project_no, version_no, written_by, written_ms) "
      "VALUES (?1, ?2, ?3, ?4, ?5)",
      {home.value, project.value, charter.version, written_by.value, charter.written_at.utc_ms});
  for (const CharterField field : charter_fields) {
    if (charter.at(field).empty()) continue;
    writing.execute(
        "INSERT INTO charter_words (home_id, project_no, version_no, field, words) "
        "VALUES (?1, ?2, ?3, ?4, ?5)",
        {home.value, project.value, charter.version, code_of(field), charter.at(field)});
  }
}

std::vector<Charter> charter_versions(const Reading& reading, const ProjectAccess& access) {
  return reading.all(
      "SELECT c.version_no, coalesce((SELECT u.name FROM users u WHERE u.home_id = ?1 "
      "AND u.user_no = c.written_by), ''), c.written_ms FROM charters c "
      "WHERE c.home_id = ?1 AND c.project_no = ?2 ORDER BY c.version_no DESC",
      {access.home(), access.number()}, [](const Row& row) {
        Charter charter;
        charter.version = row.integer(0);
        charter.written_by = row.text(1);
        charter.written_at = {row.integer(2)};
        return charter;
      });
}

std::optional<Charter> charter(const Reading& reading, const ProjectAccess& access,
                               std::optional<std::int64_t> version) {
  for (Charter& charter : charter_versions(reading, access)) {
    if (version && charter.version != *version) continue;
    reading.each(
        "SELECT field, words FROM charter_words WHERE home_id = ?1 AND project_no = ?2 "
        "AND version_no = ?3",
        {access.home(), access.number(), charter.version}, [&](const Row& row) {
          for (const CharterField field : charter_fields)
            if (code_of(field) == row.text(0)) charter.at(field) = row.text(1);
        });
    return std::move(charter);
  }
  return std::nullopt;
}

}  // namespace alongside::record
