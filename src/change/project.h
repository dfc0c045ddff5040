// SPDX-License-Identifier: Apache-2.0
// A piece of improvement work: whose it is, who takes part, whether it goes on.
#pragma once

#include <optional>
#include <string>

#include "coproduction/person.h"
#include "foundation/base/clock.h"
#include "foundation/base/id.h"

namespace alongside {

struct ProjectNoun;
using ProjectNo = Number<ProjectNoun>;

struct Project {
  Id<Project> id;
  Team team;
  std::string name;
  Instant begun_at;
  std::optional<Instant> ended_at = {};
  std::string ended_why = {};  ///< what was decided, and who keeps the measure going
};
constexpr std::size_t projects_max = 200;  ///< of a team

/// asked: has not said yes yet. joined: a full member.
enum class Membership { asked, joined, ended };
struct ProjectMember {
  std::int64_t user = 0;
  std::string name;
  bool partner = false;  ///< a patient or somebody close, and nobody who works there
  Membership state = Membership::asked;
};
constexpr std::size_t project_members_max = 40;

}  // namespace alongside
