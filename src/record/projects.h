// SPDX-License-Identifier: Apache-2.0
// Projects, who takes part, and what their charters said: rows and values.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "change/charter.h"
#include "change/project.h"
#include "foundation/sql/database.h"
#include "record/access.h"
#include "record/accounts.h"

namespace alongside::record {

// What the policy asks.

struct ProjectKeys {
  ProjectNo project;
  TeamNo team;
};
std::optional<ProjectKeys> project_keys(const sql::Reading& reading, HomeNo home,
                                        const Id<Project>& id);
/// Said yes to being asked, and is not out again.
bool takes_part(const sql::Reading& reading, HomeNo home, ProjectNo project, UserNo user);

/// Takes part in a project of the team that goes on.
bool works_with_team(const sql::Reading& reading, HomeNo home, TeamNo team, UserNo user);

/// Of the caller's teams and those in which they take part; the newest first, ended ones last.
std::vector<Project> own_projects(const sql::Reading& reading, const OwnProjectsAccess& access,
                                  Instant now);
/// In which somebody asked them to take part, and they did not answer yet.
std::vector<Project> asked_to_join(const sql::Reading& reading, const OwnProjectsAccess& access);

struct NewProject {
  Id<Project> id;
  UserNo begun_by;
};
/// Answers its number.
ProjectNo add_project(sql::Writing& writing, const TeamAccess& access, const NewProject& project,
                      Instant now);
std::int64_t count_projects(const sql::Reading& reading, const TeamAccess& access);
Project project(const sql::Reading& reading, const ProjectAccess& access);
/// `why` empty and no instant: it goes on again.
void set_ended(sql::Writing& writing, const ProjectAccess& access, std::optional<Instant> at,
               std::string_view why);

/// Those who were asked; the team's own professionals are not among them.
std::vector<ProjectMember> project_members(const sql::Reading& reading,
                                           const ProjectAccess& access);
/// Once more, where they left or were let go.
void ask_to_join(sql::Writing& writing, const ProjectAccess& access, UserNo user, UserNo asked_by,
                 Instant now);
void end_membership(sql::Writing& writing, const ProjectAccess& access, UserNo user, Instant now);
/// False where nobody asked them.
enum class Answer { yes, no };
bool answer_to_joining(sql::Writing& writing, const OwnProjectsAccess& access, ProjectNo project,
                       Answer answer, Instant now);

/// Before anybody has an access: the first charter of a project that is begun now.
void add_charter(sql::Writing& writing, HomeNo home, ProjectNo project, const Charter& charter,
                 UserNo written_by);
/// The one of that version, or the newest.
std::optional<Charter> charter(const sql::Reading& reading, const ProjectAccess& access,
                               std::optional<std::int64_t> version = std::nullopt);
/// Newest first, without their words.
std::vector<Charter> charter_versions(const sql::Reading& reading, const ProjectAccess& access);

}  // namespace alongside::record
