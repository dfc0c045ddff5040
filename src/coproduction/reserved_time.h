// SPDX-License-Identifier: Apache-2.0
// A time that a professional keeps free, to reach out to somebody who waits.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "coproduction/person.h"
#include "foundation/base/clock.h"
#include "foundation/base/outcome.h"

namespace alongside {

enum class MeetBy { visit, phone };
std::string_view code_of(MeetBy way);
std::optional<MeetBy> meet_by_from(std::string_view code);

constexpr std::int64_t reserved_minutes_min = 5;
constexpr std::int64_t reserved_minutes_max = 240;
constexpr std::int64_t reserved_days_ahead_max = 366;
constexpr std::int64_t minutes_a_day = 24 * 60;

struct ReservedTimeDraft {
  std::string day;      ///< "2026-12-01"
  std::string time;     ///< "15:00" on the clock of the site
  std::string minutes;  ///< how long
  std::string way;
};

struct ReservedTime {
  std::int64_t number = 0;
  Day day;
  std::int64_t minute = 0;  ///< after midnight on the clock of the site, 0 to 1439
  std::int64_t minutes = 0;
  MeetBy way = MeetBy::visit;
  std::optional<Person> for_whom = {};  ///< nobody yet
};

/// Refused, each beside its field: a day that is none, has been, or lies over
/// reserved_days_ahead_max days ahead ("day"), a time that is none ("time"), minutes outside their
/// range ("minutes"), no way ("way").
Outcome<ReservedTime> reserved_time_from(const ReservedTimeDraft& draft, Day today);

/// "15:05"
std::string clock_time(std::int64_t minute);

}  // namespace alongside
