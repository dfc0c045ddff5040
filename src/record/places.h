// SPDX-License-Identifier: Apache-2.0
// What a team's place is like, version by version; and what was held against it again.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "context/place.h"
#include "foundation/sql/database.h"
#include "record/access.h"
#include "record/accounts.h"

namespace alongside::record {

/// Newest first.
std::vector<PlaceProfile> places(const sql::Reading& reading, const TeamAccess& access);
std::vector<PlaceProfile> places(const sql::Reading& reading, const ProjectAccess& access);
/// As the next version, which it answers.
std::int64_t add_place(sql::Writing& writing, const TeamAccess& access, const PlaceProfile& profile,
                       UserNo written_by);

/// A plan held against the place again, for a version of it.
struct PlaceCheck {
  std::int64_t place_version = 0;
  bool still_fits = false;
  std::string words;
  std::string checked_by;
  Instant checked_at;
};
/// Newest first.
std::vector<PlaceCheck> place_checks(const sql::Reading& reading, const ProjectAccess& access);
/// The last word about a version holds.
void set_place_check(sql::Writing& writing, const ProjectAccess& access, const PlaceCheck& check,
                     UserNo checked_by);

}  // namespace alongside::record
