// SPDX-License-Identifier: Apache-2.0
// Months kept, and held against those of now.
#include "service/since_huddle.h"

#include <algorithm>

#include "record/people.h"
#include "record/rollups.h"
#include "service/read_chart.h"

namespace alongside::service {

Signs signs_of(const ChartReading& reading) {
  Signs signs{reading.verdict, {}};
  for (const ChartPoint& point : reading.points)
    if (point.outside_limits) signs.outside.push_back(point.day);
  return signs;
}

bool is_new_since(const Signs& then, const Signs& now) {
  return then.verdict != now.verdict || std::ranges::any_of(now.outside, [&](Day day) {
           return std::ranges::find(then.outside, day) == then.outside.end();
         });
}

std::optional<SinceHuddle> since_huddle(const sql::Reading& reading, const record::KeptOf& of,
                                        const std::vector<MonthCount>& months,
                                        const ChartAsked& asked, const Zone& zone) {
  const auto kept = record::kept_counts(reading, of);
  if (!kept) return std::nullopt;
  return SinceHuddle{kept->kept_at,
                     changed_months(kept->months, Month::of(zone.day_of(kept->kept_at)), months),
                     signs_of(read_months(kept->months, asked))};
}

void keep_what_measures_say(sql::Writing& writing, const HuddleAccess& access, Instant now) {
  const HomeNo home{access.home()};
  const Zone zone = Zone::named(record::site(writing, home)->zone).value();
  const Month last = Month::of(zone.day_of(now));
  const record::TallyOf of{access.home(), access.team(), last.plus(1 - months_on_a_chart),
                           months_on_a_chart};
  const auto keep = [&](const Measure& measure, std::int64_t people_from) {
    record::keep_counts(
        writing, access, measure.id,
        record::counts_by_month(writing, of, measure, {home, zone, now}, people_from), now);
  };
  record::forget_kept_counts(writing, access);
  for (const Measure& measure : standard_measures()) keep(measure, 0);
  for (const Measure& measure : record::recorded_measures_of_projects(writing, access))
    keep(measure, record::shown_from);
}

}  // namespace alongside::service
