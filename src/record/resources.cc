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
  std::int64_t version = 0;
  std::int64_t at = 0;
  std::int64_t restricted = 0;
};

std::optional<Kept> kept_of(const sql::Reading& reading, std::string_view type,
                            std::string_view id) {
  return reading.first(
      "SELECT content_hash, last_updated_ms, version_no, coalesce(last_updated_ms, imported_ms), "
      "restricted FROM resources WHERE home_id = 0 AND type = ?1 AND resource_id = ?2",
      {type, id}, [](const sql::Row& row) {
        return Kept{std::string(row.text(0)), row.maybe_integer(1), row.integer(2), row.integer(3),
                    row.integer(4)};
      });
}

/// The latest becomes an older one; what is indexed of it goes.
void leave_as_older(sql::Writing& writing, std::string_view type, std::string_view id) {
  writing.execute(
      "INSERT INTO resource_versions (home_id, type, resource_id, version_no, at_ms, deleted, "
      "restricted, content, bytes_hash) "
      "SELECT home_id, type, resource_id, version_no, coalesce(last_updated_ms, imported_ms), 0, "
      "restricted, content, bytes_hash FROM resources WHERE home_id = 0 AND type = ?1 "
      "AND resource_id = ?2 ON CONFLICT (home_id, type, resource_id, version_no) DO NOTHING",
      {type, id});
  forget_people(writing, type, id);
}

/// The last that there was, and since when; 0 where there never was one.
struct Before {
  std::int64_t version = 0;
  std::int64_t at = 0;
};
Before before_of(const sql::Reading& reading, std::string_view type, std::string_view id) {
  const auto last = reading.first(
      "SELECT version_no, at_ms FROM resource_versions WHERE home_id = 0 AND type = ?1 "
      "AND resource_id = ?2 ORDER BY version_no DESC LIMIT 1",
      {type, id}, [](const sql::Row& row) {
        return Before{row.integer(0), row.integer(1)};
      });
  return last.value_or(Before{});
}

}  // namespace

bool has_bytes(const sql::Reading& reading, std::string_view type, std::string_view id,
               std::string_view digest) {
  return reading.integer(
             "SELECT count(*) FROM resources WHERE home_id = 0 AND type = ?1 AND resource_id = ?2 "
             "AND bytes_hash = ?3 AND indexed = 1",
             {type, id, digest}) == 1;
}

std::optional<std::string> content_of_resource(const sql::Reading& reading, std::string_view type,
                                               std::string_view id) {
  return reading.first(
      "SELECT content FROM resources WHERE home_id = 0 AND type = ?1 AND resource_id = ?2",
      {type, id}, [](const sql::Row& row) { return std::string(row.text(0)); });
}

void forget_people(sql::Writing& writing, std::string_view type, std::string_view id) {
  for (const SpokenOf& one :
       spoken_of(type, id, content_of_resource(writing, type, id).value_or("")))
    writing.execute(
        "DELETE FROM resource_people WHERE home_id = 0 AND reference = ?1 AND type = ?2 "
        "AND resource_id = ?3",
        {one.reference, type, id});
}

void keep_people(sql::Writing& writing, std::string_view type, std::string_view id,
                 std::string_view content, std::string_view codes) {
  for (const SpokenOf& one : spoken_of(type, id, content))
    writing.execute(
        "INSERT INTO resource_people (home_id, reference, type, resource_id, about, codes) "
        "VALUES (0, ?1, ?2, ?3, ?4, ?5) ON CONFLICT (home_id, reference, type, resource_id) "
        "DO UPDATE SET about = excluded.about, codes = excluded.codes",
        {one.reference, type, id, one.about ? 1 : 0, codes});
}

Arrival take_in_resource(sql::Writing& writing, const ResourceRow& row, Instant now) {
  const auto kept = kept_of(writing, row.type, row.id);
  if (kept && kept->hash == row.content_hash) {
    add_identifiers(writing, row.type, row.id, row.identifiers);  // Of before there was an index.
    return Arrival::unchanged;
  }
  if (kept && !row.latest && kept->last_updated && row.last_updated &&
      row.last_updated->utc_ms < *kept->last_updated)
    return Arrival::stale;
  // A history that came in may know of later versions than what is here.
  Before before = before_of(writing, row.type, row.id);
  if (kept && kept->version >= before.version) before = {kept->version, kept->at};
  // What is written here is as of now: what another system said before is older.
  const auto said = row.last_updated ? std::optional(row.last_updated->utc_ms) : std::nullopt;
  // Two versions in one millisecond would be in no order.
  const std::int64_t came = row.latest ? std::max(now.utc_ms, before.at + 1) : now.utc_ms;
  const auto updated = said || !row.latest ? said : std::optional(came);
  if (kept) leave_as_older(writing, row.type, row.id);
  writing.execute(
      "INSERT INTO resources (home_id, type, resource_id, content_hash, last_updated_ms, "
      "imported_ms, content, bytes_hash, version_no, restricted, indexed) "
      "VALUES (0, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 1) "
      "ON CONFLICT (home_id, type, resource_id) "
      "DO UPDATE SET content_hash = excluded.content_hash, last_updated_ms = "
      "excluded.last_updated_ms, "
      "imported_ms = excluded.imported_ms, content = excluded.content, "
      "bytes_hash = excluded.bytes_hash, version_no = excluded.version_no, "
      "restricted = excluded.restricted, indexed = 1",
      {row.type, row.id, row.content_hash, sql::optional(updated), came, sql::Bytes{row.content},
       sha256(row.content), before.version + 1, row.restricted ? 1 : 0});
  keep_people(writing, row.type, row.id, row.content, row.codes);
  if (kept || !row.identifiers.empty()) set_identifiers(writing, row.type, row.id, row.identifiers);
  return kept ? Arrival::updated : Arrival::created;
}

bool delete_resource(sql::Writing& writing, std::string_view type, std::string_view id,
                     Instant now) {
  const auto kept = kept_of(writing, type, id);
  if (!kept) return false;
  leave_as_older(writing, type, id);
  set_identifiers(writing, type, id, {});
  writing.execute(
      "DELETE FROM waiting_resources WHERE home_id = 0 AND type = ?1 AND resource_id = ?2",
      {type, id});
  writing.execute("DELETE FROM resources WHERE home_id = 0 AND type = ?1 AND resource_id = ?2",
                  {type, id});
  writing.execute(
      "INSERT INTO resource_versions (home_id, type, resource_id, version_no, at_ms, deleted, "
      "restricted, content, bytes_hash) VALUES (0, ?1, ?2, ?3, ?4, 1, ?7, ?5, ?6)",
      {type, id, kept->version + 1, std::max(now.utc_ms, kept->at + 1), sql::Bytes{""}, sha256(""),
       kept->restricted});
  return true;
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
  reading.each(
      "SELECT type, content, bytes_hash FROM resource_versions WHERE home_id = 0 ORDER BY type, "
      "resource_id, version_no",
      {}, [&](const sql::Row& row) {
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
