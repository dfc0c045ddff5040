// SPDX-License-Identifier: Apache-2.0
// Runs a measure's query and sorts its rows into months.
#include "record/measures.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "record/store.h"

namespace alongside::record {

std::string_view query_text(const Measure& measure) { return query(measure.query); }

namespace {

struct TeamOfHome {
  std::int64_t home, team;
};

/// In units, from thousandths; of at least one value.
double summed_up(std::vector<std::int64_t>& milli, Summary summary) {
  constexpr double thousand = 1000;
  if (summary == Summary::mean) {
    std::int64_t sum = 0;
    for (const std::int64_t value : milli) sum += value;
    return static_cast<double>(sum) / (thousand * static_cast<double>(milli.size()));
  }
  std::ranges::sort(milli);
  const std::size_t middle = milli.size() / 2;
  const std::int64_t upper = milli[middle];
  const std::int64_t lower = milli.size() % 2 == 0 ? milli[middle - 1] : upper;
  return static_cast<double>(lower + upper) / (2 * thousand);
}

std::vector<MonthCount> empty_months(Month first, std::int64_t count) {
  std::vector<MonthCount> months;
  for (std::int64_t i = 0; i < count; ++i) months.push_back({first.plus(i), {}, {}});
  return months;
}

/// Of a query that answers whole months; what is too few its view leaves out.
std::vector<MonthCount> months_told(const sql::Reading& reading, const TeamOfHome& of,
                                    const Measure& measure, Month first, std::int64_t count) {
  auto months = empty_months(first, count);
  reading.each(query_text(measure), {of.home, of.team}, [&](const sql::Row& row) {
    const std::int64_t at = row.integer(0) - first.number;
    if (at >= 0 && at < count)
      months[static_cast<std::size_t>(at)].share = {row.integer(1), row.integer(2)};
  });
  return months;
}

std::vector<MonthCount> counted(const sql::Reading& reading, const TeamOfHome& of,
                                const Measure& measure, const Zone& zone, Month first,
                                std::int64_t count, Instant now, std::int64_t people_from) {
  if (measure.rows == QueryRows::months) return months_told(reading, of, measure, first, count);
  const Instant from = zone.start_of(first.first_day());
  const Instant to = zone.start_of(first.plus(count).first_day());
  // (month, person, unit) -> counted; rows come in order of time, so the last of a month stays.
  std::map<std::tuple<std::int64_t, std::int64_t, std::int64_t>, std::int64_t> units;
  reading.each(query_text(measure), {of.home, of.team, from.utc_ms, to.utc_ms, now.utc_ms},
               [&](const sql::Row& row) {
                 const Month month = Month::of(zone.day_of({row.integer(0)}));
                 units[{month.number, row.integer(2), row.integer(3)}] = row.integer(1);
               });
  const bool value = measure.counted == CountedAs::value;
  auto months = empty_months(first, count);
  std::vector<std::vector<std::int64_t>> values(months.size());
  std::vector<std::set<std::int64_t>> people(months.size());
  for (const auto& [unit, counted] : units) {
    const auto at = static_cast<std::size_t>(std::get<0>(unit) - first.number);
    months[at].share.of += 1;
    people[at].insert(std::get<1>(unit));
    if (value)
      values[at].push_back(counted);
    else
      months[at].share.count += counted;
  }
  for (std::size_t i = 0; i < months.size(); ++i)
    if (!values[i].empty()) months[i].value = summed_up(values[i], measure.summary);
  // A month of few people may hold many of their units.
  for (std::size_t i = 0; i < months.size(); ++i)
    if (static_cast<std::int64_t>(people[i].size()) < people_from)
      months[i] = {months[i].month, {}, {}};
  return months;
}

}  // namespace

std::vector<MonthCount> counts_by_month(const sql::Reading& reading, const TeamAccess& access,
                                        const Measure& measure, const Zone& zone, Month first,
                                        std::int64_t count, Instant now) {
  return counted(reading, {access.home(), access.number()}, measure, zone, first, count, now, 0);
}

std::vector<MonthCount> counts_by_month(const sql::Reading& reading, const ProjectAccess& access,
                                        const Measure& measure, const Zone& zone, Month first,
                                        std::int64_t count, Instant now) {
  return counted(reading, {access.home(), access.team()}, measure, zone, first, count, now,
                 shown_from);
}

}  // namespace alongside::record
