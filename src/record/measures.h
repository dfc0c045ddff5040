// SPDX-License-Identifier: Apache-2.0
// Counts behind a measure, month by month, by the query that its definition names.
#pragma once

#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "foundation/sql/database.h"
#include "improvement/chart.h"
#include "improvement/measure.h"
#include "record/access.h"

namespace alongside::record {

/// How many units of each value a month has (0 and 1 of a share, thousandths of a value), and about
/// how many people.
struct MonthTally {
  std::map<std::int64_t, std::int64_t> units;
  std::int64_t people = 0;
  bool operator==(const MonthTally&) const = default;
};
using Tallies = std::map<std::int64_t, MonthTally>;  ///< by month

/// Whose units, and in which months: of one person those of all times.
struct TallyOf {
  std::int64_t home = 0, team = 0;
  Month first;
  std::int64_t months = 0;
  std::optional<PersonNo> person = {};  ///< none: all whom the query finds
};
/// A unit of a month, with the last row of that month.
struct Unit {
  std::int64_t value = 0;
  Instant when = {};
};
struct UnitKey {
  std::int64_t month, person, unit;
  auto operator<=>(const UnitKey&) const = default;
};
using Units = std::map<UnitKey, Unit>;
/// Counted from the rows. A query answers rows of (when, value, person, unit, when it may be
/// counted); a unit counts once a month, with its last row of that month, and not before it may.
/// `next`: takes the earliest time after `now` at which more may be counted, where it is sooner.
Units units_of(const sql::Reading& reading, const TallyOf& of, const Measure& measure,
               const Zone& zone, Instant now, std::optional<Instant>* next = nullptr);
/// The same, added up.
Tallies tallies(const sql::Reading& reading, const TallyOf& of, const Measure& measure,
                const Zone& zone, Instant now, std::optional<Instant>* next = nullptr);
/// Of a query that answers whole months: (month, counted, out of).
std::vector<MonthCount> months_told(const sql::Reading& reading, const TallyOf& of,
                                    const Measure& measure, std::int64_t people_from);

/// Of a query that answers how often there was each value: (when, value, times). About nobody.
Tallies values_told(const sql::Reading& reading, const TallyOf& of, const Measure& measure,
                    const Zone& zone);

/// `of.months` months from `of.first` on. Of a value, a month's number is the median or mean.
/// Months without units have a denominator of 0: missing, not zero. Months about fewer than
/// `people_from` people are left empty.
std::vector<MonthCount> month_counts(const Tallies& tallies, const TallyOf& of,
                                     const Measure& measure, std::int64_t people_from);
/// Below so many people a month is left empty where others than the team look.
constexpr std::int64_t shown_from = 10;

/// The text of the query, to show beside the number; nothing of a measure whose numbers are typed.
std::string query_text(const Measure& measure);

}  // namespace alongside::record
