// SPDX-License-Identifier: Apache-2.0
// A few rows; none of them is about a person whom the clinic serves.
#include "record/record_systems.h"

#include "foundation/base/text.h"

namespace alongside::record {
namespace {

std::string in_lines(const std::vector<std::string>& parts) {
  std::string lines;
  for (const std::string& part : parts) {
    if (!lines.empty()) lines += '\n';
    lines += part;
  }
  return lines;
}

std::vector<std::string> from_lines(std::string_view lines) {
  std::vector<std::string> parts;
  for (const std::string_view line : split(lines, '\n'))
    if (!line.empty()) parts.emplace_back(line);
  return parts;
}

}  // namespace

std::vector<RecordSystem> record_systems(const sql::Reading& reading) {
  return reading.all(
      "SELECT system_id, name, address, client_id, also, signs, private_network FROM "
      "record_systems "
      "WHERE home_id = 0 ORDER BY name, system_id",
      {}, [](const sql::Row& row) {
        return RecordSystem{std::string(row.text(0)), std::string(row.text(1)),
                            std::string(row.text(2)), std::string(row.text(3)),
                            from_lines(row.text(4)),  row.integer(5) == 1,
                            row.integer(6) == 1};
      });
}

void add_record_system(sql::Writing& writing, const AdministratorAccess&,
                       const RecordSystem& system, Instant now) {
  writing.execute(
      "INSERT INTO record_systems (home_id, system_id, name, address, client_id, also, signs, "
      "private_network, named_ms) VALUES (0, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
      {system.id, system.name, system.address, system.client_id, in_lines(system.also),
       std::int64_t{system.signs ? 1 : 0}, std::int64_t{system.private_network ? 1 : 0},
       now.utc_ms});
}

bool remove_record_system(sql::Writing& writing, const AdministratorAccess&, std::string_view id) {
  writing.execute("DELETE FROM fetched_groups WHERE home_id = 0 AND system_id = ?1", {id});
  return writing.execute("DELETE FROM record_systems WHERE home_id = 0 AND system_id = ?1", {id}) ==
         1;
}

std::optional<std::pair<HomeNo, UserNo>> user_known_as(const sql::Reading& reading,
                                                       std::string_view identity) {
  return reading.first("SELECT home_id, user_no FROM outside_identities WHERE identity = ?1",
                       {identity}, [](const sql::Row& row) {
                         return std::pair<HomeNo, UserNo>{{row.integer(0)}, {row.integer(1)}};
                       });
}

void link_identity(sql::Writing& writing, std::string_view identity, HomeNo home, UserNo user,
                   Instant now) {
  writing.execute(
      "INSERT INTO outside_identities (identity, home_id, user_no, linked_ms) "
      "VALUES (?1, ?2, ?3, ?4) ON CONFLICT (identity) DO UPDATE SET home_id = excluded.home_id, "
      "user_no = excluded.user_no, linked_ms = excluded.linked_ms",
      {identity, home.value, user.value, now.utc_ms});
}

void unlink_identities(sql::Writing& writing, HomeNo home, UserNo user) {
  writing.execute("DELETE FROM outside_identities WHERE home_id = ?1 AND user_no = ?2",
                  {home.value, user.value});
}

std::optional<std::string> fetched_until(const sql::Reading& reading, std::string_view system,
                                         std::string_view group) {
  return reading.first(
      "SELECT until_text FROM fetched_groups WHERE home_id = 0 AND system_id = ?1 "
      "AND group_id = ?2",
      {system, group}, [](const sql::Row& row) { return std::string(row.text(0)); });
}

void set_fetched_until(sql::Writing& writing, std::string_view system, std::string_view group,
                       std::string_view until, Instant now) {
  writing.execute(
      "INSERT INTO fetched_groups (home_id, system_id, group_id, until_text, fetched_ms) "
      "VALUES (0, ?1, ?2, ?3, ?4) ON CONFLICT (home_id, system_id, group_id) "
      "DO UPDATE SET until_text = excluded.until_text, fetched_ms = excluded.fetched_ms",
      {system, group, until, now.utc_ms});
}

}  // namespace alongside::record
