// SPDX-License-Identifier: Apache-2.0
// A team says what its place is like; whoever works in a project holds the plan against it again.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "context/place.h"
#include "change/project.h"
#include "service/caller.h"
#include "service/service.h"

namespace alongside::service {

struct PlaceView {
  Team team;
  std::string zone;
  std::vector<PlaceProfile> versions;  ///< newest first
};
Outcome<PlaceView> read_place(const Service& service, const Caller& caller, const Id<Team>& team);

/// Answers the version. Refused for who is not on the team, beside the fields of place_from.
Outcome<std::string> describe_place(const Service& service, const Caller& caller,
                                    const Id<Team>& team, const FacetWords& words,
                                    std::string_view as_of, std::string_view once);

struct PlaceCheckDraft {
  std::string fits;  ///< "yes" or "no"
  std::string words;
};
/// For the newest version of the place. Refused: nothing was described, "place.choose" (fits), "no"
/// without words ("place.say_what", words), "place.long" (words).
Outcome<std::string> check_place_again(const Service& service, const Caller& caller,
                                       const Id<Project>& project, const PlaceCheckDraft& draft,
                                       std::string_view once);

}  // namespace alongside::service
