// SPDX-License-Identifier: Apache-2.0
// Each unit goes to one stratum.
#include "record/strata.h"

#include <set>

namespace alongside::record {
namespace {

using sql::Reading;
using sql::Row;

/// Of each person, by time, what held from then on.
template <class Value>
using SinceWhen = std::map<std::int64_t, std::map<std::int64_t, Value>>;

std::map<std::int64_t, Day> birthdays(const Reading& reading, std::int64_t home) {
  std::map<std::int64_t, Day> born;
  reading.each(
      "SELECT person_no, born_day FROM persons WHERE home_id = ?1 AND born_day IS NOT NULL", {home},
      [&](const Row& row) { born[row.integer(0)] = Day{row.integer(1)}; });
  return born;
}

SinceWhen<AgreedAs> agreements_of_all(const Reading& reading, std::int64_t home) {
  SinceWhen<AgreedAs> agreed;
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

/// A visit of which nobody said how is one, too: the one before does not speak for it.
SinceWhen<std::optional<VisitMode>> modes_of_all(const Reading& reading, std::int64_t home) {
  SinceWhen<std::optional<VisitMode>> modes;
  reading.each(
      "SELECT v.person_no, v.held_ms, coalesce(m.mode, '') FROM visits v LEFT JOIN visit_modes m "
      "ON m.home_id = v.home_id AND m.person_no = v.person_no AND m.visit_no = v.visit_no "
      "WHERE v.home_id = ?1 ORDER BY v.person_no, v.visit_no",
      {home}, [&](const Row& row) {
        modes[row.integer(0)][row.integer(1)] = visit_mode_from(row.text(2));
      });
  return modes;
}

template <class Value>
std::optional<Value> last_before(const SinceWhen<Value>& all, std::int64_t person, Instant when) {
  const auto found = all.find(person);
  if (found == all.end()) return std::nullopt;
  const auto after = found->second.upper_bound(when.utc_ms);
  if (after == found->second.begin()) return std::nullopt;
  return std::prev(after)->second;
}

/// Names the stratum of a unit.
class Sorter {
 public:
  Sorter(const Reading& reading, std::int64_t home, SplitBy split, const Zone& zone)
      : split_(split), zone_(zone) {
    if (split == SplitBy::age_band)
      born_ = birthdays(reading, home);
    else if (split == SplitBy::mode)
      modes_ = modes_of_all(reading, home);
    else
      agreed_ = agreements_of_all(reading, home);
  }
  std::string_view stratum(std::int64_t person, Instant when) const {
    if (split_ == SplitBy::mode)
      return stratum_of(last_before(modes_, person, when).value_or(std::nullopt));
    if (split_ != SplitBy::age_band) return stratum_of(split_, last_before(agreed_, person, when));
    const auto day = born_.find(person);
    return age_band(day == born_.end() ? std::nullopt : std::optional(day->second),
                    zone_.day_of(when));
  }

 private:
  SplitBy split_;
  const Zone& zone_;
  std::map<std::int64_t, Day> born_;
  SinceWhen<AgreedAs> agreed_;
  SinceWhen<std::optional<VisitMode>> modes_;
};

}  // namespace

std::map<std::string, Stratum> strata(const Reading& reading, const TallyOf& of,
                                      const Measure& measure, SplitBy split, const Zone& zone,
                                      Instant now) {
  const Sorter sorter(reading, of.home, split, zone);
  std::map<std::string, Stratum> found;
  std::set<std::tuple<std::string, std::int64_t, std::int64_t>> in_month;
  std::set<std::pair<std::string, std::int64_t>> in_all;
  for (const auto& [key, unit] : units_of(reading, of, measure, zone, now)) {
    const std::string name(sorter.stratum(key.person, unit.when));
    Stratum& stratum = found[name];
    stratum.tallies[key.month].units[unit.value] += 1;
    if (in_month.emplace(name, key.month, key.person).second) ++stratum.tallies[key.month].people;
    if (in_all.emplace(name, key.person).second) ++stratum.people;
  }
  return found;
}

}  // namespace alongside::record
