// SPDX-License-Identifier: Apache-2.0
// Resources for programs: one, its versions, or all that speak of somebody; only with an access.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/base/clock.h"
#include "foundation/sql/database.h"
#include "record/access.h"
#include "record/identifiers.h"

namespace alongside::record {

/// One version as it is kept. Lives as long as the row it was read from.
struct ResourceSeen {
  std::string_view type;
  std::string_view id;
  std::int64_t version = 0;
  Instant at;  ///< since when it is, or was, the latest: as it says itself, or when it came
  bool deleted = false;
  std::string_view content;
};
struct ResourceVersion {
  std::string type;
  std::string id;
  std::int64_t version = 0;
  Instant at;
  bool deleted = false;
  std::string content;
};
/// The latest; `deleted` where it was. Nothing where there never was one and where the access does
/// not reach.
std::optional<ResourceVersion> resource_now(const sql::Reading& reading,
                                            const ResourceAccess& access, std::string_view type,
                                            std::string_view id);
/// Newest first, the latest among them; empty as above.
std::vector<ResourceVersion> resource_versions(const sql::Reading& reading,
                                               const ResourceAccess& access, std::string_view type,
                                               std::string_view id);

/// Where to look: all conditions hold. Of all types (an empty one): only about somebody.
struct Sought {
  std::string_view type;
  std::vector<std::string> about = {};  ///< speaks of any of these people; empty: of whomever
  std::optional<Identifier> with = {};  ///< an empty system: of any
  bool about_them_only = false;         ///< not what only names them
  std::vector<std::string> codes = {};  ///< any of these in its `code`; empty: whichever
};
/// In the order of type and identifier, each once.
void each_resource(const sql::Reading& reading, const ResourceAccess& access, const Sought& sought,
                   const std::function<void(const ResourceSeen&)>& visit);
/// Every older version and every deletion, by type, identifier and version; for one person no
/// deletions.
void each_older_version(const sql::Reading& reading, const ResourceAccess& access,
                        const std::function<void(const ResourceSeen&)>& visit);
/// Types such as Practitioner: whoever comes for one person may read them, and not write them.
bool is_about_nobody(std::string_view type);
/// The people whom a resource is about.
std::vector<std::string> people_of(std::string_view type, std::string_view id,
                                   std::string_view content);

/// A version of before, from an export that is whole; one that is there already stays.
void keep_older_version(sql::Writing& writing, const ResourceVersion& version, bool restricted);
/// Says which version the latest is and since when, where it is not known to be a later one.
void set_latest_version(sql::Writing& writing, std::string_view type, std::string_view id,
                        std::int64_t version, Instant at);

/// Those that came in before their people were indexed, at most `count`.
std::vector<ResourceVersion> without_index(const sql::Reading& reading, std::int64_t count);
void put_in_index(sql::Writing& writing, const ResourceVersion& resource, bool restricted,
                  std::string_view codes);

}  // namespace alongside::record
