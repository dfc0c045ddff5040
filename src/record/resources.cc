// SPDX-License-Identifier: Apache-2.0
// Original bytes beside what we index.
#include "record/resources.h"

#include <algorithm>

#include "foundation/base/secret.h"
#include "record/mention.h"

namespace alongside::record {
namespace {

struct Kept {
  std::string hash;
  std::optional<std::int64_t> last_updated;
};

}  // namespace

Arrival take_in_resource(sql::Writing& writing, const ResourceRow& row, Instant now) {
  const auto kept = writing.first(
      "SELECT content_hash, last_updated_ms FROM resources "
      "WHERE home_id = 0 AND type = ?1 AND resource_id = ?2",
      {row.type, row.id}, [](const sql::Row& found) {
        return Kept{std::string(found.text(0)), found.maybe_integer(1)};
      });
  if (kept && kept->hash == row.content_hash) {
    add_identifiers(writing, row.type, row.id, row.identifiers);  // Of before there was an index.
    return Arrival::unchanged;
  }
  if (kept && kept->last_updated && row.last_updated &&
      row.last_updated->utc_ms < *kept->last_updated)
    return Arrival::stale;
  const auto updated = row.last_updated ? std::optional(row.last_updated->utc_ms) : std::nullopt;
  writing.execute(
      "INSERT INTO resources (home_id, type, resource_id, content_hash, last_updated_ms, "
      "imported_ms, "
      "content, bytes_hash) VALUES (0, ?1, ?2, ?3, ?4, ?5, ?6, ?7) "
      "ON CONFLICT (home_id, type, resource_id) "
      "DO UPDATE SET content_hash = excluded.content_hash, last_updated_ms = "
      "excluded.last_updated_ms, "
      "imported_ms = excluded.imported_ms, content = excluded.content, "
      "bytes_hash = excluded.bytes_hash",
      {row.type, row.id, row.content_hash, sql::optional(updated), now.utc_ms,
       sql::Bytes{row.content}, sha256(row.content)});
  if (kept || !row.identifiers.empty()) set_identifiers(writing, row.type, row.id, row.identifiers);
  return kept ? Arrival::updated : Arrival::created;
}

std::int64_t each_resource_as_it_came(const sql::Reading& reading,
                                      const std::function<void(std::string_view)>& changed) {
  std::int64_t count = 0;
  reading.each(
      "SELECT type, content, bytes_hash FROM resources WHERE home_id = 0 ORDER BY type, "
      "resource_id",
      {}, [&](const sql::Row& row) {
        ++count;
        if (sha256(row.text(1)) != row.text(2)) changed(row.text(0));
      });
  return count;
}

std::vector<KeptResource> resources_with(const sql::Reading& reading, std::string_view reference) {
  std::vector<KeptResource> found;
  const auto asked = by_identifier(reference);
  const std::size_t slash = asked ? reference.size() : reference.find('/');
  // An address in an identifier may be written in more than one way; its value hardly.
  const std::string sought = asked ? asked->value : std::string(reference.substr(slash + 1));
  reading.each(
      "SELECT type, resource_id, content FROM resources WHERE home_id = 0 "
      "ORDER BY type, resource_id",
      {}, [&](const sql::Row& row) {
        const std::string_view type = row.text(0);
        const std::string_view id = row.text(1);
        const bool is_them =
            !asked && type == reference.substr(0, slash) && id == reference.substr(slash + 1);
        if (!is_them && row.text(2).find(sought) == std::string_view::npos) return;
        const auto all = mentions(row.text(2));
        const bool about = is_about(type, id, reference, all);
        const bool speaks = std::ranges::find(all, reference, &Mention::reference) != all.end();
        if (about || speaks)
          found.push_back({std::string(type), std::string(id), std::string(row.text(2)), about});
      });
  return found;
}

void set_waiting(sql::Writing& writing, const std::vector<Wait>& waits) {
  writing.execute("DELETE FROM waiting_resources WHERE home_id = 0");
  for (const Wait& wait : waits)
    writing.execute(
        "INSERT INTO waiting_resources (home_id, type, resource_id, waits_for) "
        "SELECT home_id, type, resource_id, ?3 FROM resources WHERE home_id = 0 AND type = ?1 "
        "AND resource_id = ?2",
        {wait.type, wait.id, wait.waits_for});
}

std::vector<std::string> waiting_resources(const sql::Reading& reading) {
  return reading.all(
      "SELECT r.content FROM waiting_resources w JOIN resources r ON r.home_id = w.home_id "
      "AND r.type = w.type AND r.resource_id = w.resource_id WHERE w.home_id = 0 "
      "ORDER BY w.type, w.resource_id",
      {}, [](const sql::Row& row) { return std::string(row.text(0)); });
}

}  // namespace alongside::record
