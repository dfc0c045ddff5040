// SPDX-License-Identifier: Apache-2.0
// Characters one by one: regular expressions would cost more than all the rest of a line.
#include "foundation/fhir/primitive.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "foundation/base/text.h"

namespace alongside::fhir {
namespace {

using Kind = JsonValue::Kind;

bool digit(char c) { return c >= '0' && c <= '9'; }
bool space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

/// `count` digits at `at`, as a number.
std::optional<int> digits_at(std::string_view text, std::size_t at, std::size_t count) {
  if (text.size() < at + count) return std::nullopt;
  int number = 0;
  for (std::size_t i = at; i < at + count; ++i) {
    if (!digit(text[i])) return std::nullopt;
    number = number * 10 + (text[i] - '0');
  }
  return number;
}

int days_of(int year, int month) {
  constexpr std::array<int, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : days[static_cast<std::size_t>(month - 1)];
}

/// Where "08:30:00" with or without a fraction ends; 0 where there is none.
std::size_t end_of_time(std::string_view text) {
  const auto hour = digits_at(text, 0, 2);
  const auto minute = digits_at(text, 3, 2);
  const auto second = digits_at(text, 6, 2);
  if (!hour || !minute || !second || text[2] != ':' || text[5] != ':') return 0;
  if (*hour > 23 || *minute > 59 || *second > 60) return 0;  // 60: a leap second.
  std::size_t end = 8;
  if (end < text.size() && text[end] == '.') {
    std::size_t after = end + 1;
    while (after < text.size() && digit(text[after])) ++after;
    if (after == end + 1) return 0;
    end = after;
  }
  return end;
}

bool is_zone(std::string_view text) {
  if (text == "Z") return true;
  const auto hour = digits_at(text, 1, 2);
  const auto minute = digits_at(text, 4, 2);
  return text.size() == 6 && (text[0] == '+' || text[0] == '-') && text[3] == ':' && hour &&
         minute && (*hour < 14 || (*hour == 14 && *minute == 0)) && *minute <= 59;
}

bool is_whole(std::string_view text, std::int64_t least, std::int64_t most) {
  const auto number = whole_number(text);
  return number && *number >= least && *number <= most;
}

bool is_code(std::string_view text) {
  if (text.empty() || space(text.front()) || space(text.back())) return false;
  for (std::size_t i = 1; i < text.size(); ++i)
    if (space(text[i]) && (space(text[i - 1]) || text[i] != ' ')) return false;
  return true;
}

bool without_space(std::string_view text) {
  return !text.empty() && std::ranges::none_of(text, space);
}

bool is_base64(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) {
    if (space(c)) continue;
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || digit(c);
    if (!letter && c != '+' && c != '/' && c != '=') return false;
    ++count;
  }
  return count > 0 && count % 4 == 0;
}

bool is_oid(std::string_view text) {
  constexpr std::string_view head = "urn:oid:";
  if (!text.starts_with(head) || text.size() < head.size() + 3) return false;
  text.remove_prefix(head.size());
  if (text[0] < '0' || text[0] > '2' || text[1] != '.') return false;
  return std::ranges::all_of(split(text, '.'), [](std::string_view part) {
    return !part.empty() && std::ranges::all_of(part, digit) && (part == "0" || part[0] != '0');
  });
}

bool is_uuid(std::string_view text) {
  constexpr std::string_view head = "urn:uuid:";
  constexpr std::size_t length = 36;
  if (!text.starts_with(head) || text.size() != head.size() + length) return false;
  text.remove_prefix(head.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
    const bool hex = digit(text[i]) || (text[i] >= 'a' && text[i] <= 'f');
    if (dash ? text[i] != '-' : !hex) return false;
  }
  return true;
}

bool is_xhtml(std::string_view text) {
  const std::string tidy = one_line(text);
  return tidy.starts_with("<div") && (tidy.ends_with("</div>") || tidy.ends_with("/>"));
}

bool is_number(std::string_view type, const JsonValue& value) {
  constexpr std::int64_t most = 2'147'483'647;
  if (type == "integer") return is_whole(value.text, -most - 1, most);
  if (type == "positiveInt") return is_whole(value.text, 1, most);
  if (type == "unsignedInt") return is_whole(value.text, 0, most);
  const auto number = value.number();
  return number && std::isfinite(*number);
}

bool is_text(std::string_view type, std::string_view text) {
  if (type == "date") return is_date(text);
  if (type == "dateTime") return is_date_time(text);
  if (type == "instant") return is_instant(text);
  if (type == "time") return is_time(text);
  if (type == "id") return is_id(text);
  if (type == "code") return is_code(text);
  if (type == "uri" || type == "url" || type == "canonical") return without_space(text);
  if (type == "oid") return is_oid(text);
  if (type == "uuid") return is_uuid(text);
  if (type == "base64Binary") return is_base64(text);
  if (type == "xhtml") return is_xhtml(text);
  return !text.empty();
}

Kind kind_of(std::string_view type) {
  if (type == "boolean") return Kind::boolean;
  const bool number =
      type == "integer" || type == "positiveInt" || type == "unsignedInt" || type == "decimal";
  return number ? Kind::number : Kind::text;
}

}  // namespace

bool is_date(std::string_view text) {
  const auto year = digits_at(text, 0, 4);
  if (!year || *year < 1) return false;
  if (text.size() == 4) return true;
  const auto month = digits_at(text, 5, 2);
  if (!month || text[4] != '-' || *month < 1 || *month > 12) return false;
  if (text.size() == 7) return true;
  const auto day = digits_at(text, 8, 2);
  return text.size() == 10 && day && text[7] == '-' && *day >= 1 && *day <= days_of(*year, *month);
}

bool is_instant(std::string_view text) {
  constexpr std::size_t day = 10;
  if (text.size() < day + 1 || !is_date(text.substr(0, day)) || text[day] != 'T') return false;
  const std::string_view time = text.substr(day + 1);
  const std::size_t end = end_of_time(time);
  return end > 0 && is_zone(time.substr(end));
}

bool is_date_time(std::string_view text) { return is_date(text) || is_instant(text); }

bool is_time(std::string_view text) { return !text.empty() && end_of_time(text) == text.size(); }

bool is_id(std::string_view text) {
  return !text.empty() && text.size() <= 64 && std::ranges::all_of(text, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || digit(c) || c == '-' || c == '.';
  });
}

PrimitiveFault primitive_fault(std::string_view type, const JsonValue& value) {
  const Kind kind = kind_of(type);
  if (!value.is(kind)) return PrimitiveFault::wrong_kind;
  if (kind == Kind::boolean) return PrimitiveFault::none;
  const bool good = kind == Kind::number ? is_number(type, value) : is_text(type, value.text);
  return good ? PrimitiveFault::none : PrimitiveFault::wrong_value;
}

std::string_view expected(std::string_view type) {
  if (type == "date") return "a date such as 2026-02-28, that exists";
  if (type == "dateTime")
    return "a date, or a time with its zone such as 2026-02-28T10:00:00+01:00, that exists";
  if (type == "instant") return "a time with its zone, such as 2026-02-28T10:00:00+01:00";
  if (type == "time") return "a time of day, such as 08:30:00";
  if (type == "id") return "an id of 1 to 64 letters, digits, hyphens and dots";
  if (type == "code") return "a code without spaces at its ends";
  if (type == "uri" || type == "url" || type == "canonical") return "an address without spaces";
  if (type == "oid") return "an OID, such as urn:oid:1.2.3";
  if (type == "uuid") return "a UUID in small letters, such as urn:uuid:c757873d-...";
  if (type == "base64Binary") return "bytes in base64";
  if (type == "xhtml") return "one div of XHTML";
  if (type == "boolean") return "true or false";
  if (type == "integer") return "a whole number";
  if (type == "positiveInt") return "a whole number from 1 on";
  if (type == "unsignedInt") return "a whole number from 0 on";
  if (type == "decimal") return "a number";
  return "a text that is not empty";
}

}  // namespace alongside::fhir
