// SPDX-License-Identifier: Apache-2.0
// Instant, Day and Month, which are three different things; and the only door to "now".
#pragma once

#include <compare>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "foundation/base/outcome.h"

namespace alongside {

/// A point in time: milliseconds since 1970-01-01 00:00 UTC.
struct Instant {
  std::int64_t utc_ms = 0;
  auto operator<=>(const Instant&) const = default;
};

constexpr std::int64_t ms_a_second = 1'000;
constexpr std::int64_t ms_a_minute = 60'000;
constexpr std::int64_t ms_an_hour = 60 * ms_a_minute;
constexpr std::int64_t ms_a_day = 24 * ms_an_hour;

/// A day in a calendar, without a place: days since 1970-01-01 (proleptic Gregorian).
struct Day {
  std::int64_t number = 0;
  auto operator<=>(const Day&) const = default;

  /// Reads "2026-11-22". Refused: anything that is not a real day between 1800 and 2200.
  static std::optional<Day> from_iso(std::string_view text);
  static Day of(int year, unsigned month, unsigned day);
  std::string iso() const;
  int year() const;
  unsigned month() const;         ///< 1 to 12
  unsigned day_of_month() const;  ///< 1 to 31
  unsigned weekday() const;       ///< 1 = Monday to 7 = Sunday
  Day plus(std::int64_t days) const { return {number + days}; }
};

/// A month in a calendar: months since January 1970.
struct Month {
  std::int64_t number = 0;
  auto operator<=>(const Month&) const = default;
  static Month of(Day day) {
    return {(day.year() - 1970) * 12 + static_cast<int>(day.month()) - 1};
  }
  Day first_day() const;
  Month plus(std::int64_t months) const { return {number + months}; }
  std::string iso() const;  ///< "2026-11"
};

/// Whoever needs to know the time is given one of these.
class Clock {
 public:
  virtual ~Clock() = default;
  virtual Instant now() const = 0;
};

class SystemClock final : public Clock {
 public:
  Instant now() const override;
};

/// Stands still until it is moved. Safe from several threads.
class StillClock final : public Clock {
 public:
  explicit StillClock(Instant at) : at_(at) {}
  Instant now() const override {
    const std::lock_guard lock(mutex_);
    return at_;
  }
  void move_to(Instant at) {
    const std::lock_guard lock(mutex_);
    at_ = at;
  }

 private:
  mutable std::mutex mutex_;
  Instant at_;
};

/// A place's rules for turning instants into days (IANA names such as "Europe/Stockholm").
class Zone {
 public:
  /// Refused: a name that the machine's time zone database does not have.
  static Outcome<Zone> named(std::string_view name);
  static Zone utc();

  Day day_of(Instant at) const;
  /// The first instant of a day there; where midnight is skipped, the first instant that exists.
  Instant start_of(Day day) const;
  /// Minutes after midnight on the clock on the wall, 0 to 1439.
  int minute_of_day(Instant at) const;
  std::string_view name() const { return name_; }

 private:
  Zone(std::string name, const void* zone) : name_(std::move(name)), zone_(zone) {}
  std::string name_;
  const void* zone_;  // date::time_zone, owned by the library's database for the whole run.
};

/// Reads an instant as FHIR writes it: "2026-11-22T10:00:00.250+01:00" or a whole day, month or
/// year, which then means its first moment in UTC. Refused (nullopt): a time without its zone.
std::optional<Instant> instant_from_fhir(std::string_view text);
/// "2026-11-22T09:00:00.250Z"
std::string iso_utc(Instant at);

}  // namespace alongside
