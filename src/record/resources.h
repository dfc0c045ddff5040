// SPDX-License-Identifier: Apache-2.0
// Resources exactly as they came in, so that nothing is lost and nothing is taken in twice.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/base/clock.h"
#include "foundation/sql/database.h"
#include "record/identifiers.h"

namespace alongside::record {

/// `erased`: about somebody who had their record erased; it is not kept.
enum class Arrival { created, updated, unchanged, stale, erased };

/// Where it is not known which codes a resource has: it must be looked into.
constexpr std::string_view any_code = "*";

struct ResourceRow {
  std::string_view type;
  std::string_view id;
  std::string_view content_hash;
  std::optional<Instant> last_updated;
  std::string_view content;
  std::span<const Identifier> identifiers = {};
  bool restricted = false;            ///< for the person alone
  std::string_view codes = any_code;  ///< of its `code`: " 8480-6 "
  bool latest = false;                ///< replaces what is there, whatever time it says
};

/// Stores the bytes, unless the same content is there (unchanged) or the stored one is newer
/// (stale). What was there becomes an older version.
Arrival take_in_resource(sql::Writing& writing, const ResourceRow& row, Instant now);
/// From now on it is found by the people of whom it speaks.
void keep_people(sql::Writing& writing, std::string_view type, std::string_view id,
                 std::string_view content, std::string_view codes);
/// No longer, of what it says now.
void forget_people(sql::Writing& writing, std::string_view type, std::string_view id);
/// Whether these are the very bytes that are kept; `digest` is their SHA-256.
bool has_bytes(const sql::Reading& reading, std::string_view type, std::string_view id,
               std::string_view digest);
/// What it says now.
std::optional<std::string> content_of_resource(const sql::Reading& reading, std::string_view type,
                                               std::string_view id);
/// False when there is none. Its versions stay.
bool delete_resource(sql::Writing& writing, std::string_view type, std::string_view id,
                     Instant now);

/// Looks at the bytes of every resource and version; `changed` is told the type of each that is not
/// as it came in. Answers how many resources there are.
std::int64_t each_resource_as_it_came(const sql::Reading& reading,
                                      const std::function<void(std::string_view)>& changed);

/// One that speaks of somebody: about them, or naming them in what is about others.
struct KeptResource {
  std::string type;
  std::string id;
  std::string content;
  bool about_them = false;
};
/// Reads every resource once. `reference` is "Patient/57a5".
std::vector<KeptResource> resources_with(const sql::Reading& reading, std::string_view reference);

/// A resource by type and identifier, and whom or what it waits for ("Patient/57a5").
struct Wait {
  std::string type;
  std::string id;
  std::string waits_for;
};
/// From now on exactly these wait.
void set_waiting(sql::Writing& writing, const std::vector<Wait>& waits);
/// The bytes of those that wait.
std::vector<std::string> waiting_resources(const sql::Reading& reading);

}  // namespace alongside::record
