// SPDX-License-Identifier: Apache-2.0
// Runs a measure's query and sorts its rows into months.
#include "record/measures.h"

#include <algorithm>

#include "record/own_queries.h"
#include "record/store.h"

namespace alongside::record {
namespace {

constexpr double thousand = 1000;

/// One line of the query says in a comment what stands there instead where it asks about one person
/// of all times (so that the engine begins with the person): all else is the same text.
std::string for_one_person(std::string_view query) {
  constexpr std::string_view mark = "-- of one person instead: ";
  std::string text(query);
  const std::size_t at = text.find(mark);
  expect(at != std::string::npos, "the query says how it asks about one person");
  const std::size_t line = text.rfind('\n', at) + 1;
  return text.erase(line, at + mark.size() - line);
}

/// In units, from thousandths; of at least one value.
double summed_up(const std::map<std::int64_t, std::int64_t>& units, Summary summary) {
  std::int64_t count = 0;
  std::int64_t sum = 0;
  for (const auto& [value, times] : units) {
    count += times;
    sum += value * times;
  }
  if (summary == Summary::mean)
    return static_cast<double>(sum) / (thousand * static_cast<double>(count));
  const auto at = [&](std::int64_t place) {
    for (const auto& [value, times] : units)
      if ((place -= times) < 0) return value;
    return units.rbegin()->first;
  };
  return static_cast<double>(at((count - 1) / 2) + at(count / 2)) / (2 * thousand);
}

}  // namespace

std::string query_text(const Measure& measure) {
  if (measure.over_records) return query_over(*measure.over_records);
  return measure.typed() ? std::string() : std::string(query(measure.query));
}

Units units_of(const sql::Reading& reading, const TallyOf& of, const Measure& measure,
               const Zone& zone, Instant now, std::optional<Instant>* next) {
  const Instant from = zone.start_of(of.first.first_day());
  const Instant to = zone.start_of(of.first.plus(of.months).first_day());
  Units units;  // Rows come in order of time, so the last of a month stays.
  const auto take = [&](const sql::Row& row) {
    const Instant when{row.integer(0)};
    const Instant ripe{row.integer(4)};
    if (ripe <= now)
      units[{Month::of(zone.day_of(when)).number, row.integer(2), row.integer(3)}] = {
          row.integer(1), when};
    else if (next != nullptr && (!*next || ripe < **next))
      *next = ripe;
  };
  if (of.person)
    reading.each(for_one_person(query_text(measure)), {of.home, of.team, of.person->value}, take);
  else
    reading.each(query_text(measure), {of.home, of.team, from.utc_ms, to.utc_ms}, take);
  return units;
}

Tallies tallies(const sql::Reading& reading, const TallyOf& of, const Measure& measure,
                const Zone& zone, Instant now, std::optional<Instant>* next) {
  Tallies found;
  std::pair<std::int64_t, std::int64_t> last{-1, -1};
  for (const auto& [key, unit] : units_of(reading, of, measure, zone, now, next)) {
    MonthTally& month = found[key.month];
    month.units[unit.value] += 1;
    const std::pair month_and_person{key.month, key.person};
    if (month_and_person != last) month.people += 1;
    last = month_and_person;
  }
  return found;
}

std::vector<MonthCount> months_told(const sql::Reading& reading, const TallyOf& of,
                                    const Measure& measure, std::int64_t people_from) {
  std::vector<MonthCount> months = month_counts({}, of, measure, 0);
  reading.each(query_text(measure), {of.home, of.team}, [&](const sql::Row& row) {
    const std::int64_t at = row.integer(0) - of.first.number;
    if (at >= 0 && at < of.months && row.integer(2) >= people_from)
      months[static_cast<std::size_t>(at)].share = {row.integer(1), row.integer(2)};
  });
  return months;
}

Tallies values_told(const sql::Reading& reading, const TallyOf& of, const Measure& measure,
                    const Zone& zone) {
  Tallies found;
  reading.each(query_text(measure), {of.home, of.team}, [&](const sql::Row& row) {
    const Month month = Month::of(zone.day_of({row.integer(0)}));
    found[month.number].units[row.integer(1)] += row.integer(2);
  });
  return found;
}

std::vector<MonthCount> month_counts(const Tallies& tallies, const TallyOf& of,
                                     const Measure& measure, std::int64_t people_from) {
  std::vector<MonthCount> months;
  for (std::int64_t i = 0; i < of.months; ++i) {
    months.push_back({of.first.plus(i), {}, {}});
    const auto found = tallies.find(of.first.number + i);
    // A month of few people may hold many of their units.
    if (found == tallies.end() || found->second.people < people_from) continue;
    MonthCount& month = months.back();
    for (const auto& [value, times] : found->second.units) {
      month.share.of += times;
      if (measure.counted != CountedAs::value) month.share.count += value * times;
    }
    if (measure.counted == CountedAs::value && month.share.of > 0)
      month.value = summed_up(found->second.units, measure.summary);
  }
  return months;
}

}  // namespace alongside::record
