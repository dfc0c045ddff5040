// SPDX-License-Identifier: Apache-2.0
// What may stand as a time that is kept free.
#include "coproduction/reserved_time.h"

#include "foundation/base/text.h"

namespace alongside {
namespace {

std::optional<std::int64_t> from_zero(std::string_view text) {
  const auto number = whole_number(text);
  return number && *number >= 0 ? number : std::nullopt;
}

/// As a browser's field for times gives it.
std::optional<std::int64_t> minute_from(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  const auto hour = from_zero(text.substr(0, colon));
  const auto minute = from_zero(text.substr(colon + 1));
  if (!hour || !minute || *hour > 23 || *minute > 59) return std::nullopt;
  return *hour * 60 + *minute;
}

}  // namespace

std::string_view code_of(MeetBy way) { return way == MeetBy::phone ? "phone" : "visit"; }

std::optional<MeetBy> meet_by_from(std::string_view code) {
  for (const MeetBy way : {MeetBy::visit, MeetBy::phone})
    if (code_of(way) == code) return way;
  return std::nullopt;
}

Outcome<ReservedTime> reserved_time_from(const ReservedTimeDraft& draft, Day today) {
  std::vector<Fault> faults;
  const auto day = Day::from_iso(one_line(draft.day));
  if (!day || *day < today || *day > today.plus(reserved_days_ahead_max))
    faults.push_back({"reserve.day_unclear", "day"});
  const auto minute = minute_from(one_line(draft.time));
  if (!minute) faults.push_back({"reserve.time_unclear", "time"});
  const auto minutes = from_zero(one_line(draft.minutes));
  if (!minutes || *minutes < reserved_minutes_min || *minutes > reserved_minutes_max)
    faults.push_back({"reserve.minutes_unclear", "minutes"});
  const auto way = meet_by_from(draft.way);
  if (!way) faults.push_back({"reserve.way_missing", "way"});
  if (!faults.empty()) return Refusal(std::move(faults));
  return ReservedTime{0, *day, *minute, *minutes, *way};
}

std::string clock_time(std::int64_t minute) {
  const auto two = [](std::int64_t number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
  };
  return two(minute / 60) + ":" + two(minute % 60);
}

}  // namespace alongside
