// SPDX-License-Identifier: Apache-2.0
// A team begins a project, writes its charter with patient partners, and ends it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "change/charter.h"
#include "change/project.h"
#include "service/caller.h"
#include "service/service.h"

namespace alongside::service {

struct MyProjects {
  std::vector<Project> projects;  ///< in which the caller takes part
  std::vector<Project> asked;     ///< in which somebody asks them to
  std::vector<Team> teams;        ///< for which they may begin one
};
MyProjects my_projects(const Service& service, const Caller& caller);

/// Answers its identifier. Refused for whoever is not on the team, "charter.name_missing",
/// "charter.name_long", "project.too_many" (name).
Outcome<std::string> begin_project(const Service& service, const Caller& caller,
                                   const Id<Team>& team, std::string_view name,
                                   std::string_view once);

/// As the next version, whose number it answers. `base`: the version on which it was written; what
/// others changed since is joined (change/charter.h), and "charter.both_changed" beside a field
/// says that somebody else wrote there meanwhile. Nothing is kept then.
Outcome<std::string> save_charter(const Service& service, const Caller& caller,
                                  const Id<Project>& project, const CharterWords& typed,
                                  std::string_view base, std::string_view once);

struct EndDraft {
  std::string why, keeper;
};
/// No project ends without a reason and somebody who keeps its measure going (Batalden 2018:
/// improving does not stop): "project.end_why" (why), "project.end_keeper" (keeper),
/// "charter.long".
Outcome<std::string> end_project(const Service& service, const Caller& caller,
                                 const Id<Project>& project, const EndDraft& draft,
                                 std::string_view once);
Outcome<std::string> take_project_up(const Service& service, const Caller& caller,
                                     const Id<Project>& project, std::string_view once);

/// By their sign-in name. The answer is the same whether somebody has that name or not. Refused for
/// who is not of the team, "member.name_missing" (login), "member.too_many" (login).
Outcome<std::string> ask_to_join_project(const Service& service, const Caller& caller,
                                         const Id<Project>& project, std::string_view login,
                                         std::string_view once);
/// Of who was asked: "permission.not_found" for all others.
enum class JoinAnswer { yes, no };
Outcome<std::string> answer_project(const Service& service, const Caller& caller,
                                    const Id<Project>& project, JoinAnswer answer,
                                    std::string_view once);
/// Oneself, or another where one is of the team. `user`: their number on the project's page.
Outcome<std::string> leave_project(const Service& service, const Caller& caller,
                                   const Id<Project>& project, std::string_view user,
                                   std::string_view once);

}  // namespace alongside::service
