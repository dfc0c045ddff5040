// SPDX-License-Identifier: Apache-2.0
// History knows who changed; looks change nobody.
#include "record/own_resources.h"

#include "record/people.h"

namespace alongside::record {

OwnResources own_resources(const sql::Reading& reading, const PersonAccess& access) {
  OwnResources own;
  reading.each(
      "SELECT type, resource_id, content_hash FROM own_resources WHERE home_id = ?1 "
      "AND person_no = ?2",
      {access.home(), access.number()}, [&](const sql::Row& row) {
        own[{std::string(row.text(0)), std::string(row.text(1))}] = std::string(row.text(2));
      });
  return own;
}

void keep_own_resource(sql::Writing& writing, const PersonAccess& access, std::string_view type,
                       std::string_view id, std::string_view content_hash) {
  writing.execute(
      "INSERT INTO own_resources (home_id, person_no, type, resource_id, content_hash) "
      "VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (home_id, person_no, type, resource_id) "
      "DO UPDATE SET content_hash = excluded.content_hash",
      {access.home(), access.number(), type, id, content_hash});
}

void forget_own_resource(sql::Writing& writing, const PersonAccess& access, std::string_view type,
                         std::string_view id) {
  writing.execute(
      "DELETE FROM own_resources WHERE home_id = ?1 AND person_no = ?2 AND type = ?3 "
      "AND resource_id = ?4",
      {access.home(), access.number(), type, id});
}

Changed changed_since_shown(const sql::Reading& reading) {
  Changed changed;
  for (const Head& head : history_heads(reading)) {
    const std::int64_t shown =
        reading.integer("SELECT entry_no FROM shown_until WHERE home_id = ?1", {head.home.value});
    if (shown == head.number) continue;
    changed.heads.push_back(head);
    reading.each(
        "SELECT DISTINCT person_no FROM history WHERE home_id = ?1 AND entry_no > ?2 "
        "AND content <> '' AND person_no IS NOT NULL ORDER BY person_no",
        {head.home.value, shown}, [&](const sql::Row& row) {
          const PersonKey key{head.home, {row.integer(0)}};
          if (is_there(reading, key)) changed.people.push_back(key);
        });
  }
  return changed;
}

void set_shown_until(sql::Writing& writing, const Head& head) {
  writing.execute(
      "INSERT INTO shown_until (home_id, entry_no) VALUES (?1, ?2) "
      "ON CONFLICT (home_id) DO UPDATE SET entry_no = excluded.entry_no",
      {head.home.value, head.number});
}

}  // namespace alongside::record
