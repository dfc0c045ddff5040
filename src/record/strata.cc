// SPDX-License-Identifier: Apache-2.0
// Each unit goes to one stratum.
#include "record/strata.h"

#include <set>

namespace alongside::record {
namespace {

using sql::Reading;
using sql::Row;

/// Of each person, the time and what was agreed, in order of time.
using Agreed = std::map<std::int64_t, std::map<std::int64_t, AgreedAs>>;

std::map<std::int64_t, Day> birthdays(const Reading& reading, std::int64_t home) {
  std::map<std::int64_t, Day> born;
  reading.each(
      "SELECT person_no, born_day FROM persons WHERE home_id = ?1 AND born_day IS NOT NULL", {home},
      [&](const Row& row) { born[row.integer(0)] = Day{row.integer(1)}; });
  return born;
}

Agreed agreements_of_all(const Reading& reading, std::int64_t home) {
  Agreed agreed;
  reading.each(
      "SELECT person_no, agreed_ms, shared_work, response_kind FROM agreements "
      "WHERE home_id = ?1 ORDER BY person_no, agreement_no",
      {home}, [&](const Row& row) {
        const auto degree = shared_work_from(row.text(2));
        const auto kind = response_kind_from(row.text(3));
        if (degree && kind) agreed[row.integer(0)][row.integer(1)] = {*degree, *kind};
      });
  return agreed;
}

std::optional<AgreedAs> agreed_before(const Agreed& agreed, std::int64_t person, Instant when) {
  const auto found = agreed.find(person);
  if (found == agreed.end()) return std::nullopt;
  const auto after = found->second.upper_bound(when.utc_ms);
  if (after == found->second.begin()) return std::nullopt;
  return std::prev(after)->second;
}

}  // namespace

std::map<std::string, Stratum> strata(const Reading& reading, const TallyOf& of,
                                      const Measure& measure, SplitBy split, const Zone& zone,
                                      Instant now) {
  const bool by_age = split == SplitBy::age_band;
  const auto born = by_age ? birthdays(reading, of.home) : std::map<std::int64_t, Day>();
  const Agreed agreed = by_age ? Agreed() : agreements_of_all(reading, of.home);
  const auto name_of = [&](const UnitKey& key, Instant when) {
    if (!by_age) return stratum_of(split, agreed_before(agreed, key.person, when));
    const auto day = born.find(key.person);
    return age_band(day == born.end() ? std::nullopt : std::optional(day->second),
                    zone.day_of(when));
  };
  std::map<std::string, Stratum> found;
  std::set<std::tuple<std::string, std::int64_t, std::int64_t>> in_month;
  std::set<std::pair<std::string, std::int64_t>> in_all;
  for (const auto& [key, unit] : units_of(reading, of, measure, zone, now)) {
    const std::string name(name_of(key, unit.when));
    Stratum& stratum = found[name];
    stratum.tallies[key.month].units[unit.value] += 1;
    if (in_month.emplace(name, key.month, key.person).second) ++stratum.tallies[key.month].people;
    if (in_all.emplace(name, key.person).second) ++stratum.people;
  }
  return found;
}

}  // namespace alongside::record
