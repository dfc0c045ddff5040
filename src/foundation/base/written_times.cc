// SPDX-License-Identifier: Apache-2.0
// Runs of digits and runs of letters make a date, or do not.
#include "foundation/base/written_times.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cmath>
#include <map>

#include "foundation/base/clock.h"
#include "foundation/base/delimited.h"
#include "foundation/base/text.h"

namespace alongside {
namespace {

/// So many of the cells must be dates before another cell among them is a fault.
constexpr double mostly = 0.6;

struct Token {
  std::string letters;  ///< lower case; empty for digits
  int number = 0;
};

bool is_letter(char c) {
  return std::isalpha(static_cast<unsigned char>(c)) != 0 ||
         (static_cast<unsigned char>(c) & 0x80U) != 0;
}

std::vector<Token> tokens_of(std::string_view text) {
  std::vector<Token> tokens;
  for (std::size_t from = 0; from < text.size();) {
    const bool digits = std::isdigit(static_cast<unsigned char>(text[from])) != 0;
    const bool letters = is_letter(text[from]);
    std::size_t past = from + 1;
    while (past < text.size() && (digits ? std::isdigit(static_cast<unsigned char>(text[past])) != 0
                                         : letters && is_letter(text[past])))
      ++past;
    if (digits) {
      Token token;
      std::from_chars(text.data() + from, text.data() + std::min(past, from + 9), token.number);
      tokens.push_back(token);
    } else if (letters) {
      tokens.push_back({lower_ascii(text.substr(from, past - from)), 0});
    }
    from = past;
  }
  return tokens;
}

/// "January", "jan", "maj"; 0 for what is no month.
int month_named(const std::string& word) {
  static constexpr std::array<std::string_view, 12> english = {
      "january", "february", "march",     "april",   "may",      "june",
      "july",    "august",   "september", "october", "november", "december"};
  static constexpr std::array<std::string_view, 12> swedish = {
      "januari", "februari", "mars",      "april",   "maj",      "juni",
      "juli",    "augusti",  "september", "oktober", "november", "december"};
  if (word.size() < 3) return 0;
  for (std::size_t i = 0; i < 12; ++i)
    if (english[i].starts_with(word) || swedish[i].starts_with(word) || (word == "sept" && i == 8))
      return static_cast<int>(i) + 1;
  return 0;
}

int whole_year(int year) { return year < 100 ? 2000 + year : year; }

std::optional<double> day_key(int year, int month, int day) {
  std::array<char, 40> iso{};
  std::snprintf(iso.data(), iso.size(), "%04d-%02d-%02d", year, month, day);
  const auto at = Day::from_iso(iso.data());
  return at ? std::optional(static_cast<double>(at->number)) : std::nullopt;
}

/// "14:05" or "14:05:30" at the end of a cell, as a share of the day.
std::optional<double> time_in(std::string_view text) {
  const auto parts = tokens_of(text.substr(0, text.find_first_of("Z.+")));
  if (parts.size() < 2 || parts.size() > 3 || parts[0].number > 24 || parts[1].number > 59)
    return std::nullopt;
  for (const Token& part : parts)
    if (!part.letters.empty()) return std::nullopt;
  const double seconds = parts.size() == 3 ? parts[2].number : 0;
  return (parts[0].number * 3600 + parts[1].number * 60 + seconds) / 86400;
}

/// Only digits: 2026-11-22, 22/11/2026, 2026-11.
std::optional<double> day_of_numbers(const std::vector<Token>& t, bool month_first) {
  if (t.size() == 2 && t[0].number > 1000) return day_key(t[0].number, t[1].number, 1);
  if (t.size() != 3) return std::nullopt;
  if (t[0].number > 31) return day_key(t[0].number, t[1].number, t[2].number);
  const int year = whole_year(t[2].number);
  return month_first ? day_key(year, t[0].number, t[1].number)
                     : day_key(year, t[1].number, t[0].number);
}

/// Monday of an ISO week: that of 4 January lies in the first.
std::optional<double> week_key(int year, int week) {
  const auto fourth = day_key(year, 1, 4);
  if (!fourth || week < 1 || week > 53) return std::nullopt;
  const Day day{static_cast<std::int64_t>(*fourth)};
  return *fourth - (day.weekday() - 1) + (week - 1) * 7;
}

/// A part of the year by its letter and number: quarters and weeks.
std::optional<double> part_of_year(const std::string& kind, int number, int year) {
  if (kind == "q" || kind == "kv" || kind == "kvartal")
    return number >= 1 && number <= 4 ? day_key(year, 3 * number - 2, 1) : std::nullopt;
  if (kind == "w" || kind == "v" || kind == "week" || kind == "vecka")
    return week_key(year, number);
  return std::nullopt;
}

std::optional<double> day_with_words(const std::vector<Token>& t) {
  const auto word = std::ranges::find_if(t, [](const Token& one) { return !one.letters.empty(); });
  const int month = month_named(word->letters);
  if (t.size() == 2 && month > 0)
    return day_key(whole_year(t[word == t.begin() ? 1 : 0].number), month, 1);
  if (t.size() != 3) return std::nullopt;
  const auto at = word - t.begin();
  if (month > 0 && at == 1 && t[0].number <= 31)
    return day_key(whole_year(t[2].number), month, t[0].number);
  if (month > 0 && at == 0) return day_key(whole_year(t[2].number), month, t[1].number);
  if (at == 0) return part_of_year(word->letters, t[1].number, t[2].number);
  if (at == 1) return part_of_year(word->letters, t[2].number, t[0].number);
  return std::nullopt;
}

std::vector<std::optional<double>> dates_in(const std::vector<std::string>& cells,
                                            DateOrder order) {
  std::vector<std::optional<double>> dates;
  for (const std::string& cell : cells) dates.push_back(date_in(cell, order));
  return dates;
}

std::size_t missing_in(const std::vector<std::optional<double>>& dates) {
  return static_cast<std::size_t>(
      std::ranges::count_if(dates, [](const auto& date) { return !date; }));
}

TimesRead in_order_of_rows(const std::vector<std::string>& cells) {
  TimesRead read;
  std::map<std::string, double> seen;
  for (const std::string& cell : cells)
    read.keys.push_back(seen.emplace(cell, static_cast<double>(seen.size())).first->second);
  read.remarks.emplace_back(
      "The times are not understood as dates: they stand in the order of the rows.");
  return read;
}

}  // namespace

std::optional<double> date_in(const std::string& cell, DateOrder order) {
  const std::string text = one_line(cell);
  const std::size_t colon = text.find(':');
  std::size_t end = text.size();
  if (colon != std::string::npos) end = std::min(text.find_last_of("T ", colon), end);
  const auto time =
      end == text.size() ? std::optional(0.0) : time_in(std::string_view(text).substr(end + 1));
  const std::vector<Token> tokens = tokens_of(std::string_view(text).substr(0, end));
  if (!time || tokens.size() < 2 || tokens.size() > 3) return std::nullopt;
  const auto words =
      std::ranges::count_if(tokens, [](const Token& one) { return !one.letters.empty(); });
  if (words > 1) return std::nullopt;
  // "3.5" is a number, "-5-3" nothing, and "2026-11" a month.
  if (words == 0 && (!std::isdigit(static_cast<unsigned char>(text[0])) ||
                     text.substr(0, end).find_first_not_of("0123456789-/. ") != std::string::npos))
    return std::nullopt;
  const auto day =
      words == 1 ? day_with_words(tokens) : day_of_numbers(tokens, order == DateOrder::month_first);
  return day ? std::optional(*day + *time) : std::nullopt;
}

std::variant<TimesRead, TimesFault> times_of(const std::vector<std::string>& cells, char between,
                                             DateOrder order) {
  auto dates = dates_in(cells, order);
  const auto month_first = dates_in(cells, DateOrder::month_first);
  const bool both = missing_in(dates) == 0 && missing_in(month_first) == 0 && dates != month_first;
  if (missing_in(dates) > missing_in(month_first)) dates = month_first;
  const std::size_t missing = missing_in(dates);
  if (missing == 0 && !cells.empty()) {
    TimesRead read;
    read.dated = true;
    for (const auto& date : dates) read.keys.push_back(*date);
    if (both)
      read.remarks.push_back("Dates such as " + cells.front() +
                             " were read day first; --month-first reads them the other way.");
    return read;
  }
  TimesRead numbers;
  for (const std::string& cell : cells)
    if (const auto number = number_in(cell, between)) numbers.keys.push_back(*number);
  if (numbers.keys.size() == cells.size()) return numbers;
  const auto found = static_cast<double>(cells.size() - missing);
  if (found >= mostly * static_cast<double>(cells.size())) {
    const auto first = std::ranges::find_if(dates, [](const auto& date) { return !date; });
    return TimesFault{static_cast<std::size_t>(first - dates.begin())};
  }
  return in_order_of_rows(cells);
}

}  // namespace alongside
