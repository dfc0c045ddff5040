// SPDX-License-Identifier: Apache-2.0
// Steps of counting again, each a transaction of its own.
#include "service/count_again.h"

#include "foundation/base/broken.h"
#include "record/history.h"
#include "record/people.h"
#include "record/rollups.h"

namespace alongside::service {
namespace {

constexpr std::int64_t people_a_step = 50;  // Some forty milliseconds, in which acts wait.

std::int64_t step(const Service& service, HomeNo home, std::int64_t people_max) {
  return service.database().write([&](sql::Writing& writing) {
    record::hold_home(writing, home);
    const Zone zone = Zone::named(record::site(writing, home)->zone).value();
    return record::refresh_rollups(writing, {home, zone, service.now()}, people_max);
  });
}

}  // namespace

void count_again(const Service& service, HomeNo home) {
  if (service.out_of_room()) return;
  const bool waits = service.database().read([&](const sql::Reading& reading) {
    const Zone zone = Zone::named(record::site(reading, home)->zone).value();
    const record::RollupsAt at{home, zone, service.now()};
    return record::rollups_begun(reading, at) && !record::rollups_stand(reading, at);
  });
  if (!waits) return;
  try {
    step(service, home, counted_while_waiting_max);
  } catch (const BrokenMachine&) {
    // The disk is full, or somebody else holds the data: the chart is counted from the rows.
  }
}

void count_all_again(const Service& service, const std::function<void(std::int64_t)>& progress) {
  const auto homes = service.database().read([](const sql::Reading& reading) {
    return reading.all("SELECT home_id FROM homes ORDER BY home_id", {},
                       [](const sql::Row& row) { return HomeNo{row.integer(0)}; });
  });
  for (const HomeNo home : homes)
    while (const std::int64_t waiting = step(service, home, people_a_step)) progress(waiting);
}

}  // namespace alongside::service
