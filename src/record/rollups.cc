// SPDX-License-Identifier: Apache-2.0
// One person's share is replaced, and the sums take the difference.
#include "record/rollups.h"

#include <algorithm>
#include <set>

#include "foundation/base/secret.h"
#include "foundation/base/text.h"
#include "record/store.h"

namespace alongside::record {

using sql::Parameter;
using sql::Reading;
using sql::Row;
using sql::Writing;

namespace {

constexpr std::int64_t people_row = -1;  ///< in place of a value
constexpr std::int64_t months_of_all_time = 12 * 400;

struct Key {
  std::int64_t team, measure, month, value;
  auto operator<=>(const Key&) const = default;
};
using Shares = std::map<Key, std::int64_t>;

/// 6 of "A6".
std::int64_t number_of(const Measure& measure) {
  return whole_number(std::string_view(measure.code).substr(1)).value();
}

bool is_rolled_up(const Measure& measure) { return measure.rows == QueryRows::units; }
/// One's own are counted from the rows: no sums wait for a definition that may come.
bool has_sums(const Measure& measure) { return is_rolled_up(measure) && !measure.own(); }

std::string basis_of(const RollupsAt& at) {
  static const std::string queries = [] {
    std::string all;
    for (const Measure& measure : standard_measures())
      if (is_rolled_up(measure)) all += measure.code + " " + sha256(query_text(measure)) + "\n";
    return all;
  }();
  return sha256(queries + std::string(at.zone.name()));
}

bool same_basis(const Reading& reading, const RollupsAt& at) {
  return reading.first("SELECT basis FROM rollup_basis WHERE home_id = ?1", {at.home.value},
                       [](const Row& row) { return std::string(row.text(0)); }) == basis_of(at);
}

/// ?1 home: who joined a team or left one since.
constexpr std::string_view changed_members =
    "(SELECT x.professional_no FROM (SELECT team_no, professional_no FROM team_members "
    "WHERE home_id = ?1 EXCEPT SELECT team_no, professional_no FROM rollup_members "
    "WHERE home_id = ?1) x UNION SELECT y.professional_no FROM (SELECT team_no, professional_no "
    "FROM rollup_members WHERE home_id = ?1 EXCEPT SELECT team_no, professional_no "
    "FROM team_members WHERE home_id = ?1) y)";

bool same_members(const Reading& reading, HomeNo home) {
  return reading.integer("SELECT count(*) FROM " + std::string(changed_members) + " z",
                         {home.value}) == 0;
}

void take_members(Writing& writing, HomeNo home) {
  writing.execute(
      "INSERT INTO rollup_stale (home_id, person_no) SELECT DISTINCT v.home_id, v.person_no "
      "FROM visits v WHERE v.home_id = ?1 AND v.professional_no IN " +
          std::string(changed_members) + " ON CONFLICT (home_id, person_no) DO NOTHING",
      {home.value});
  writing.execute("DELETE FROM rollup_members WHERE home_id = ?1", {home.value});
  writing.execute(
      "INSERT INTO rollup_members (home_id, team_no, professional_no) SELECT home_id, team_no, "
      "professional_no FROM team_members WHERE home_id = ?1",
      {home.value});
}

void begin_anew(Writing& writing, const RollupsAt& at) {
  for (const std::string_view statement :
       {"DELETE FROM rollup_shares WHERE home_id = ?1 AND person_no > 0",
        "DELETE FROM rollup_persons WHERE home_id = ?1 AND person_no > 0",
        "DELETE FROM rollup_sums WHERE home_id = ?1",
        "DELETE FROM rollup_stale WHERE home_id = ?1 AND person_no > 0",
        "INSERT INTO rollup_stale (home_id, person_no) SELECT p.home_id, p.person_no "
        "FROM persons p WHERE p.home_id = ?1 AND p.person_no > 0",
        "DELETE FROM rollup_basis WHERE home_id = ?1"})
    writing.execute(statement, {at.home.value});
  writing.execute("INSERT INTO rollup_basis (home_id, basis) VALUES (?1, ?2)",
                  {at.home.value, basis_of(at)});
}

Shares shares_kept(const Reading& reading, HomeNo home, PersonNo person) {
  Shares shares;
  reading.each(
      "SELECT team_no, measure_no, month_no, value, units FROM rollup_shares "
      "WHERE home_id = ?1 AND person_no = ?2",
      {home.value, person.value}, [&](const Row& row) {
        shares[{row.integer(0), row.integer(1), row.integer(2), row.integer(3)}] = row.integer(4);
      });
  return shares;
}

/// Teams to whose counts somebody may add: that serve them, and whose professionals met them.
std::vector<std::int64_t> teams_of(const Reading& reading, HomeNo home, PersonNo person) {
  return reading.all(
      "SELECT s.team_no FROM team_serves s WHERE s.home_id = ?1 AND s.person_no = ?2 UNION "
      "SELECT m.team_no FROM visits v JOIN team_members m ON m.home_id = v.home_id "
      "AND m.professional_no = v.professional_no WHERE v.home_id = ?1 AND v.person_no = ?2",
      {home.value, person.value}, [](const Row& row) { return row.integer(0); });
}

Shares shares_counted(const Reading& reading, const RollupsAt& at, PersonNo person,
                      std::optional<Instant>& next) {
  Shares shares;
  for (const std::int64_t team : teams_of(reading, at.home, person))
    for (const Measure& measure : standard_measures()) {
      if (!is_rolled_up(measure)) continue;
      const TallyOf of{at.home.value, team, Month{0}, months_of_all_time, person};
      for (const auto& [month, tally] : tallies(reading, of, measure, at.zone, at.now, &next)) {
        for (const auto& [value, units] : tally.units)
          shares[{team, number_of(measure), month, value}] = units;
        shares[{team, number_of(measure), month, people_row}] = 1;
      }
    }
  return shares;
}

/// The sums, and the person's rows, from `before` to `after`.
void replace_shares(Writing& writing, HomeNo home, PersonNo person, const Shares& before,
                    const Shares& after) {
  std::set<Key> keys;
  for (const auto& [key, units] : before) keys.insert(key);
  for (const auto& [key, units] : after) keys.insert(key);
  const auto units_in = [](const Shares& shares, const Key& key) {
    const auto found = shares.find(key);
    return found == shares.end() ? 0 : found->second;
  };
  for (const Key& key : keys) {
    const std::int64_t was = units_in(before, key);
    const std::int64_t is = units_in(after, key);
    if (was == is) continue;
    writing.execute(
        "INSERT INTO rollup_sums (home_id, team_no, measure_no, month_no, value, units) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (home_id, team_no, measure_no, month_no, "
        "value) DO UPDATE SET units = rollup_sums.units + excluded.units",
        {home.value, key.team, key.measure, key.month, key.value, is - was});
    writing.execute(
        "DELETE FROM rollup_shares WHERE home_id = ?1 AND person_no = ?2 AND team_no = ?3 "
        "AND measure_no = ?4 AND month_no = ?5 AND value = ?6",
        {home.value, person.value, key.team, key.measure, key.month, key.value});
    writing.execute(
        "DELETE FROM rollup_sums WHERE home_id = ?1 AND team_no = ?2 AND measure_no = ?3 "
        "AND month_no = ?4 AND value = ?5 AND units = 0",
        {home.value, key.team, key.measure, key.month, key.value});
    if (is != 0)
      writing.execute(
          "INSERT INTO rollup_shares (home_id, person_no, team_no, measure_no, month_no, value, "
          "units) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
          {home.value, person.value, key.team, key.measure, key.month, key.value, is});
  }
}

void refresh_person(Writing& writing, const RollupsAt& at, PersonNo person) {
  std::optional<Instant> next;
  const Shares after = shares_counted(writing, at, person, next);
  replace_shares(writing, at.home, person, shares_kept(writing, at.home, person), after);
  writing.execute(
      "INSERT INTO rollup_persons (home_id, person_no, next_ms) VALUES (?1, ?2, ?3) "
      "ON CONFLICT (home_id, person_no) DO UPDATE SET next_ms = excluded.next_ms",
      {at.home.value, person.value, next ? Parameter(next->utc_ms) : Parameter(std::monostate{})});
  writing.execute("DELETE FROM rollup_stale WHERE home_id = ?1 AND person_no = ?2",
                  {at.home.value, person.value});
}

/// Time alone changed what they add.
void mark_ripe(Writing& writing, const RollupsAt& at) {
  writing.execute(
      "INSERT INTO rollup_stale (home_id, person_no) SELECT r.home_id, r.person_no "
      "FROM rollup_persons r WHERE r.home_id = ?1 AND r.next_ms <= ?2 "
      "ON CONFLICT (home_id, person_no) DO NOTHING",
      {at.home.value, at.now.utc_ms});
}

}  // namespace

void mark_stale(Writing& writing, HomeNo home, PersonNo person) {
  writing.execute(
      "INSERT INTO rollup_stale (home_id, person_no) SELECT p.home_id, p.person_no "
      "FROM persons p WHERE p.home_id = ?1 AND p.person_no = ?2 "
      "ON CONFLICT (home_id, person_no) DO NOTHING",
      {home.value, person.value});
}

void forget_in_rollups(Writing& writing, HomeNo home, PersonNo person) {
  replace_shares(writing, home, person, shares_kept(writing, home, person), {});
  for (const std::string_view statement :
       {"DELETE FROM rollup_persons WHERE home_id = ?1 AND person_no = ?2",
        "DELETE FROM rollup_stale WHERE home_id = ?1 AND person_no = ?2"})
    writing.execute(statement, {home.value, person.value});
}

bool rollups_begun(const Reading& reading, const RollupsAt& at) { return same_basis(reading, at); }

bool rollups_stand(const Reading& reading, const RollupsAt& at) {
  const std::int64_t waiting = reading.integer(
      "SELECT CASE WHEN EXISTS (SELECT 1 FROM rollup_stale s WHERE s.home_id = ?1 "
      "AND s.person_no > 0) OR EXISTS (SELECT 1 FROM rollup_persons r WHERE r.home_id = ?1 "
      "AND r.next_ms <= ?2) THEN 1 ELSE 0 END",
      {at.home.value, at.now.utc_ms});
  return waiting == 0 && same_basis(reading, at) && same_members(reading, at.home);
}

std::int64_t refresh_rollups(Writing& writing, const RollupsAt& at, std::int64_t people_max) {
  if (!same_basis(writing, at)) begin_anew(writing, at);
  if (!same_members(writing, at.home)) take_members(writing, at.home);
  mark_ripe(writing, at);
  const auto people = writing.all(
      "SELECT s.person_no FROM rollup_stale s WHERE s.home_id = ?1 ORDER BY s.person_no LIMIT ?2",
      {at.home.value, people_max}, [](const Row& row) { return PersonNo{row.integer(0)}; });
  for (const PersonNo person : people) refresh_person(writing, at, person);
  return writing.integer(
      "SELECT count(*) FROM rollup_stale s WHERE s.home_id = ?1 AND s.person_no > 0",
      {at.home.value});
}

Tallies rolled_up(const Reading& reading, const TallyOf& of, const Measure& measure) {
  Tallies found;
  reading.each(
      "SELECT month_no, value, units FROM rollup_sums WHERE home_id = ?1 AND team_no = ?2 "
      "AND measure_no = ?3 AND month_no >= ?4 AND month_no < ?5 AND units <> 0",
      {of.home, of.team, number_of(measure), of.first.number, of.first.number + of.months},
      [&](const Row& row) {
        MonthTally& month = found[row.integer(0)];
        if (row.integer(1) == people_row)
          month.people = row.integer(2);
        else
          month.units[row.integer(1)] = row.integer(2);
      });
  return found;
}

std::vector<MonthCount> counts_by_month(const Reading& reading, const TallyOf& of,
                                        const Measure& measure, const RollupsAt& at,
                                        std::int64_t people_from) {
  if (measure.rows == QueryRows::months) return months_told(reading, of, measure, people_from);
  if (measure.rows == QueryRows::values)
    return month_counts(values_told(reading, of, measure, at.zone), of, measure, 0);
  const Tallies found = has_sums(measure) && rollups_stand(reading, at)
                            ? rolled_up(reading, of, measure)
                            : tallies(reading, of, measure, at.zone, at.now);
  return month_counts(found, of, measure, people_from);
}

std::vector<std::string> differing_rollups(const Reading& reading, const RollupsAt& at) {
  std::vector<std::string> differing;
  if (!rollups_stand(reading, at)) return differing;
  const auto teams = reading.all("SELECT team_no FROM teams WHERE home_id = ?1", {at.home.value},
                                 [](const Row& row) { return row.integer(0); });
  for (const std::int64_t team : teams)
    for (const Measure& measure : standard_measures()) {
      if (!is_rolled_up(measure)) continue;
      const TallyOf of{at.home.value, team, Month{0}, months_of_all_time};
      if (rolled_up(reading, of, measure) != tallies(reading, of, measure, at.zone, at.now))
        differing.push_back("team " + std::to_string(team) + " " + measure.code);
    }
  return differing;
}

}  // namespace alongside::record
