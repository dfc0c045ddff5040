// SPDX-License-Identifier: Apache-2.0
// Reads the one query over all reasons.
#include "record/waiting.h"

#include <map>

#include "record/store.h"

namespace alongside::record {
namespace {

bool is_a_day(WaitsFor reason) {
  return reason == WaitsFor::visit || reason == WaitsFor::not_asked || reason == WaitsFor::promise;
}

Waiting waiting_from(HomeNo home, WaitsFor reason, const sql::Row& row) {
  const auto born = row.maybe_integer(4);
  Waiting waiting{reason,
                  {{home, {row.integer(1)}},
                   Id<Person>::parse(row.text(2)).value(),
                   Private(std::string(row.text(3))),
                   born ? std::optional(Day{*born}) : std::nullopt},
                  std::nullopt,
                  std::nullopt,
                  std::nullopt};
  if (is_a_day(reason))
    waiting.day = Day{row.integer(5)};
  else
    waiting.at = Instant{row.integer(5)};
  if (!row.null(6)) {
    Wishes wishes;
    take_wish(wishes, WishKind::reach_by, row.text(6));
    waiting.reach_by = wishes.reach_by;
  }
  return waiting;
}

}  // namespace

std::vector<Waiting> who_waits(const sql::Reading& reading, const OwnPeopleAccess& access,
                               Instant now, Day today) {
  std::vector<Waiting> found;
  std::map<WaitsFor, std::size_t> counts;
  reading.each(query("who_waits.sql"),
               {access.home(), access.professional(), now.utc_ms, today.number},
               [&](const sql::Row& row) {
                 const auto reason = waits_for_from(row.text(0));
                 if (reason && ++counts[*reason] <= waiting_max)
                   found.push_back(waiting_from({access.home()}, *reason, row));
               });
  return found;
}

}  // namespace alongside::record
