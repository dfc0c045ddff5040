// SPDX-License-Identifier: Apache-2.0
// Dates by the patterns in words/<language>/dates.po.
#include "foundation/words/phrase.h"

#include <array>

#include "foundation/base/text.h"

namespace alongside::words {
namespace {

constexpr std::array<std::string_view, 7> weekday_keys = {
    "weekday.monday", "weekday.tuesday",  "weekday.wednesday", "weekday.thursday",
    "weekday.friday", "weekday.saturday", "weekday.sunday"};
constexpr std::array<std::string_view, 12> month_keys = {
    "month.january",   "month.february", "month.march",    "month.april",
    "month.may",       "month.june",     "month.july",     "month.august",
    "month.september", "month.october",  "month.november", "month.december"};

}  // namespace

std::string day_in_words(const Language& language, Day day, Day today) {
  const std::string weekday = language.say(weekday_keys[day.weekday() - 1]);
  const std::string month = language.say(month_keys[day.month() - 1]);
  const std::string number = std::to_string(day.day_of_month());
  if (day.year() == today.year())
    return language.say("date.day", {{"weekday", weekday}, {"day", number}, {"month", month}});
  return date_in_words(language, day);
}

std::string date_in_words(const Language& language, Day day) {
  return language.say("date.date", {{"day", std::to_string(day.day_of_month())},
                                    {"month", language.say(month_keys[day.month() - 1])},
                                    {"year", std::to_string(day.year())}});
}

std::string month_in_words(const Language& language, Month month) {
  const Day day = month.first_day();
  return language.say("date.month", {{"month", language.say(month_keys[day.month() - 1])},
                                     {"year", std::to_string(day.year())}});
}

std::string short_month(const Language& language, Month month) {
  return first_characters(language.say(month_keys[month.first_day().month() - 1]), 3);
}

std::string time_in_words(const Language& language, const Zone& zone, Instant at) {
  const int minute = zone.minute_of_day(at);
  const std::string minutes = std::to_string(minute % 60);
  return language.say("date.time", {{"hour", std::to_string(minute / 60)},
                                    {"minute", minutes.size() == 1 ? "0" + minutes : minutes}});
}

std::string moment_in_words(const Language& language, const Zone& zone, Instant at, Instant now) {
  return language.say("date.moment",
                      {{"day", day_in_words(language, zone.day_of(at), zone.day_of(now))},
                       {"time", time_in_words(language, zone, at)}});
}

std::string initials(std::string_view name) {
  std::string letters;
  const std::string tidy_name = one_line(name);
  const auto parts = split(tidy_name, ' ');
  letters += first_characters(parts.front(), 1);
  if (parts.size() > 1) letters += first_characters(parts.back(), 1);
  return letters;
}

}  // namespace alongside::words
