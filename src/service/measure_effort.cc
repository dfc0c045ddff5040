// SPDX-License-Identifier: Apache-2.0
// Counted in the week in which it was.
#include "service/measure_effort.h"

#include "record/effort.h"
#include "record/people.h"

namespace alongside::service {
namespace {

Day this_week(const Service& service, const sql::Reading& reading, HomeNo home) {
  const Zone zone = Zone::named(record::site(reading, home)->zone).value();
  const Day today = zone.day_of(service.now());
  return today.plus(1 - static_cast<std::int64_t>(today.weekday()));
}

}  // namespace

void count_effort(const Service& service, const Caller& caller, const Effort& effort) {
  service.database().write([&](sql::Writing& writing) {
    record::count_effort(writing, caller.home, this_week(service, writing, caller.home), effort);
  });
}

std::vector<EffortCount> effort_counts(const Service& service, const Caller& caller) {
  return service.database().read([&](const sql::Reading& reading) {
    const Day since = this_week(service, reading, caller.home).plus(-7 * effort_weeks_shown);
    return record::effort_counts(reading, caller.home, since);
  });
}

}  // namespace alongside::service
