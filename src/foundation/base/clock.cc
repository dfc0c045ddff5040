// SPDX-License-Identifier: Apache-2.0
// Days by the calendar types of the standard library, zones by date/tz (g++ 12 has none).
#include "foundation/base/clock.h"

#include <date/tz.h>
#include <fmt/format.h>

#include <charconv>
#include <chrono>

namespace alongside {
namespace {

namespace chrono = std::chrono;

chrono::year_month_day calendar(Day day) {
  return chrono::year_month_day{chrono::sys_days{chrono::days{day.number}}};
}

const date::time_zone& zone_of(const void* zone) {
  return *static_cast<const date::time_zone*>(zone);
}

date::sys_time<chrono::milliseconds> moment(Instant at) {
  return date::sys_time<chrono::milliseconds>{chrono::milliseconds{at.utc_ms}};
}

/// Reads exactly `digits` digits at `at`, or nothing.
std::optional<int> digits_at(std::string_view text, std::size_t at, std::size_t digits) {
  if (text.size() < at + digits) return std::nullopt;
  int value = 0;
  for (std::size_t i = at; i < at + digits; ++i) {
    if (text[i] < '0' || text[i] > '9') return std::nullopt;
    value = value * 10 + (text[i] - '0');
  }
  return value;
}

/// Reads "Z" or "+01:00" into minutes east of UTC.
std::optional<int> offset_minutes(std::string_view text) {
  if (text == "Z") return 0;
  if (text.size() != 6 || (text[0] != '+' && text[0] != '-') || text[3] != ':') return std::nullopt;
  const auto hours = digits_at(text, 1, 2);
  const auto minutes = digits_at(text, 4, 2);
  if (!hours || !minutes || *hours > 14 || *minutes > 59) return std::nullopt;
  const int total = *hours * 60 + *minutes;
  return text[0] == '-' ? -total : total;
}

std::optional<Instant> with_time(Day day, std::string_view time) {
  const auto hour = digits_at(time, 0, 2);
  const auto minute = digits_at(time, 3, 2);
  const auto second = digits_at(time, 6, 2);
  if (!hour || !minute || !second || time[2] != ':' || time[5] != ':') return std::nullopt;
  if (*hour > 23 || *minute > 59 || *second > 60) return std::nullopt;
  std::size_t at = 8;
  int ms = 0;
  if (at < time.size() && time[at] == '.') {
    int place = 100;
    ++at;
    const std::size_t first = at;
    for (; at < time.size() && time[at] >= '0' && time[at] <= '9'; ++at, place /= 10)
      ms += (time[at] - '0') * place;
    if (at == first) return std::nullopt;
  }
  const auto offset = offset_minutes(time.substr(at));
  if (!offset) return std::nullopt;
  return Instant{day.number * ms_a_day + *hour * ms_an_hour + (*minute - *offset) * ms_a_minute +
                 *second * 1000 + ms};
}

}  // namespace

std::optional<Day> Day::from_iso(std::string_view text) {
  const auto year = digits_at(text, 0, 4);
  const auto month = digits_at(text, 5, 2);
  const auto day = digits_at(text, 8, 2);
  if (text.size() != 10 || !year || !month || !day || text[4] != '-' || text[7] != '-')
    return std::nullopt;
  const chrono::year_month_day date{chrono::year{*year},
                                    chrono::month{static_cast<unsigned>(*month)},
                                    chrono::day{static_cast<unsigned>(*day)}};
  if (!date.ok() || *year < 1800 || *year > 2200) return std::nullopt;
  return Day{chrono::sys_days{date}.time_since_epoch().count()};
}

Day Day::of(int year, unsigned month, unsigned day) {
  const chrono::year_month_day date{chrono::year{year}, chrono::month{month}, chrono::day{day}};
  expect(date.ok(), "a day exists in the calendar");
  return Day{chrono::sys_days{date}.time_since_epoch().count()};
}

std::string Day::iso() const {
  return fmt::format("{:04}-{:02}-{:02}", year(), month(), day_of_month());
}
int Day::year() const { return static_cast<int>(calendar(*this).year()); }
unsigned Day::month() const { return static_cast<unsigned>(calendar(*this).month()); }
unsigned Day::day_of_month() const { return static_cast<unsigned>(calendar(*this).day()); }
unsigned Day::weekday() const {
  return chrono::weekday{chrono::sys_days{chrono::days{number}}}.iso_encoding();
}

Day Month::first_day() const {
  const auto years = number >= 0 ? number / 12 : (number - 11) / 12;
  return Day::of(static_cast<int>(1970 + years), static_cast<unsigned>(number - years * 12 + 1), 1);
}

std::string Month::iso() const { return first_day().iso().substr(0, 7); }

Instant SystemClock::now() const {
  const auto since = chrono::system_clock::now().time_since_epoch();
  return Instant{chrono::duration_cast<chrono::milliseconds>(since).count()};
}

Outcome<Zone> Zone::named(std::string_view name) {
  try {
    return Zone(std::string(name), date::locate_zone(std::string(name)));
  } catch (const std::exception&) {
    return Refusal("setting.zone_unknown", "zone");
  }
}

Zone Zone::utc() { return named("Etc/UTC").value(); }

Day Zone::day_of(Instant at) const {
  const auto local = zone_of(zone_).to_local(moment(at));
  return Day{date::floor<date::days>(local).time_since_epoch().count()};
}

Instant Zone::start_of(Day day) const {
  const date::local_days local{date::days{day.number}};
  const auto at = zone_of(zone_).to_sys(local, date::choose::earliest);
  return Instant{chrono::duration_cast<chrono::milliseconds>(at.time_since_epoch()).count()};
}

int Zone::minute_of_day(Instant at) const {
  const auto local = zone_of(zone_).to_local(moment(at));
  const auto since = local - date::floor<date::days>(local);
  return static_cast<int>(chrono::duration_cast<chrono::minutes>(since).count());
}

std::optional<Instant> instant_from_fhir(std::string_view text) {
  if (text.size() == 4 || text.size() == 7) {
    std::string whole(text);
    whole += text.size() == 4 ? "-01-01" : "-01";
    const auto day = Day::from_iso(whole);
    return day ? std::optional(Instant{day->number * ms_a_day}) : std::nullopt;
  }
  const auto day = Day::from_iso(text.substr(0, 10));
  if (!day) return std::nullopt;
  if (text.size() == 10) return Instant{day->number * ms_a_day};
  if (text[10] != 'T') return std::nullopt;
  return with_time(*day, text.substr(11));
}

std::string iso_utc(Instant at) {
  const auto days = at.utc_ms >= 0 ? at.utc_ms / ms_a_day : (at.utc_ms - ms_a_day + 1) / ms_a_day;
  const auto rest = at.utc_ms - days * ms_a_day;
  return fmt::format("{}T{:02}:{:02}:{:02}.{:03}Z", Day{days}.iso(), rest / ms_an_hour,
                     rest / ms_a_minute % 60, rest / 1000 % 60, rest % 1000);
}

}  // namespace alongside
