// SPDX-License-Identifier: Apache-2.0
// Values are read once, before any resource is looked at.
#include "foundation/fhir/search.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <limits>

#include "foundation/base/clock.h"
#include "foundation/base/text.h"
#include "foundation/fhir/primitive.h"

namespace alongside::fhir {
namespace {

constexpr std::int64_t ever_before = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t ever_after = std::numeric_limits<std::int64_t>::max();
constexpr std::size_t letters_of_a_prefix = 2;

/// "https://there.example/Patient/7/_history/2" without its version.
std::string_view without_version(std::string_view reference) {
  return reference.substr(0, reference.find("/_history/"));
}

std::string text_of(const JsonValue& object, std::string_view member) {
  const JsonValue* found = object.member(member);
  return found == nullptr ? std::string() : found->text;
}

/// What can be looked for in the bytes as it is: no character that JSON may write in two ways.
bool leaves_a_trace(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) {
    return c > ' ' && c < 127 && c != '"' && c != '\\' && c != '/' && c != '<' && c != '>' &&
           c != '&' && c != '\'';
  });
}

std::optional<Span> span_of_period(const JsonValue& period) {
  const auto start = span_of(text_of(period, "start"));
  const auto end = span_of(text_of(period, "end"));
  if (!start && !end) return std::nullopt;
  return Span{start ? start->from_ms : ever_before, end ? end->until_ms : ever_after};
}

/// A date, a Period, or the times of a Timing.
std::vector<Span> spans_in(const JsonValue& found) {
  std::vector<Span> spans;
  const auto take = [&](const std::optional<Span>& span) {
    if (span) spans.push_back(*span);
  };
  if (found.is(JsonValue::Kind::text)) take(span_of(found.text));
  if (!found.is(JsonValue::Kind::object)) return spans;
  take(span_of_period(found));
  if (const JsonValue* events = found.member("event"))
    for (const JsonValue& event : events->items) take(span_of(event.text));
  if (const JsonValue* bounds = found.at("/repeat/boundsPeriod")) take(span_of_period(*bounds));
  return spans;
}

/// Each text of a name or an address.
std::vector<std::string> texts_in(const JsonValue& found) {
  if (found.is(JsonValue::Kind::text)) return {found.text};
  std::vector<std::string> texts;
  for (const std::string_view part : {"text", "family", "given", "prefix", "suffix", "line", "city",
                                      "district", "state", "postalCode", "country"}) {
    const JsonValue* value = found.member(part);
    if (value == nullptr) continue;
    if (value->is(JsonValue::Kind::text)) texts.push_back(value->text);
    for (const JsonValue& item : value->items) texts.push_back(item.text);
  }
  return texts;
}

/// System and code of a Coding, an Identifier, a ContactPoint; only a code of anything plain.
struct Pair {
  std::optional<std::string> system;
  std::string code;
};
std::vector<Pair> pairs_in(const JsonValue& found) {
  if (!found.is(JsonValue::Kind::object)) return {{std::nullopt, found.text}};
  if (const JsonValue* codings = found.member("coding")) {
    std::vector<Pair> pairs;
    for (const JsonValue& coding : codings->items)
      pairs.push_back({text_of(coding, "system"), text_of(coding, "code")});
    return pairs;
  }
  if (found.member("coding") == nullptr && found.member("code") == nullptr &&
      found.member("value") == nullptr)
    return {};
  const std::string_view member = found.member("code") != nullptr ? "code" : "value";
  return {{text_of(found, "system"), text_of(found, member)}};
}

std::vector<std::string> words_in(const JsonValue& found) {
  std::vector<std::string> words{text_of(found, "text"), text_of(found, "display")};
  if (const JsonValue* codings = found.member("coding"))
    for (const JsonValue& coding : codings->items) words.push_back(text_of(coding, "display"));
  return words;
}

std::optional<double> plain_number(std::string_view text) {
  const std::string digits(text);
  char* end = nullptr;
  const double value = std::strtod(digits.c_str(), &end);
  const bool whole = end != digits.c_str() && *end == '\0' && std::isfinite(value);
  const bool spelled = std::ranges::all_of(digits, [](char c) {
    return (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '+' || c == 'e' || c == 'E';
  });
  return whole && spelled ? std::optional(value) : std::nullopt;
}

/// Half of the last digit that was written: 5.4 means 5.35 to 5.45.
double reach_of(std::string_view text) {
  const std::size_t power = text.find_first_of("eE");
  const std::string_view digits = text.substr(0, power);
  const std::size_t dot = digits.find('.');
  double decimals =
      dot == std::string_view::npos ? 0.0 : static_cast<double>(digits.size() - dot - 1);
  if (power != std::string_view::npos) decimals -= plain_number(text.substr(power + 1)).value_or(0);
  return 0.5 * std::pow(10.0, -decimals);
}

std::string padded(std::int64_t number) {
  // Above zero for every date that FHIR has, so that texts sort as the numbers do.
  constexpr std::int64_t before_all = 100'000'000'000'000;
  std::string text = std::to_string(number + before_all);
  return std::string(text.size() < 16 ? 16 - text.size() : 0, '0') + text;
}

bool has_prefixes(ParameterKind kind) {
  return kind == ParameterKind::date || kind == ParameterKind::number ||
         kind == ParameterKind::quantity;
}

bool modifier_fits(ParameterKind kind, std::string_view modifier) {
  if (modifier.empty() || modifier == "missing") return true;
  if (kind == ParameterKind::string) return modifier == "exact" || modifier == "contains";
  if (kind == ParameterKind::token) return modifier == "not" || modifier == "text";
  if (kind == ParameterKind::uri) return modifier == "below";
  if (kind == ParameterKind::reference)
    return modifier == "identifier" || (modifier[0] >= 'A' && modifier[0] <= 'Z');
  return false;
}

}  // namespace

std::optional<Span> span_of(std::string_view date) {
  constexpr std::size_t year = 4, month = 7, day = 10, minute = 16;
  if (date.size() <= day) {
    if (!is_date(date)) return std::nullopt;
    const auto from = instant_from_fhir(date);
    if (!from) return std::nullopt;
    const Day first{from->utc_ms / ms_a_day - (from->utc_ms % ms_a_day < 0 ? 1 : 0)};
    const std::int64_t days =
        date.size() == day     ? 1
        : date.size() == month ? Month::of(first).plus(1).first_day().number - first.number
        : date.size() == year  ? Month::of(first).plus(12).first_day().number - first.number
                               : 0;
    return Span{from->utc_ms, from->utc_ms + days * ms_a_day};
  }
  std::string whole(date);
  std::int64_t width = date.find('.') == std::string_view::npos ? 1000 : 1;
  if (date.size() == minute || (date.size() > minute && date[minute] != ':')) {
    whole.insert(minute, ":00");
    width = ms_a_minute;
  }
  // A space is what a plus sign becomes in an address that nobody encoded.
  std::ranges::replace(whole, ' ', '+');
  const std::size_t zone = whole.find_first_of("Z+-", day + 1);
  if (zone == std::string::npos) whole += 'Z';
  if (!is_date_time(whole)) return std::nullopt;
  const auto from = instant_from_fhir(whole);
  if (!from) return std::nullopt;
  return Span{from->utc_ms, from->utc_ms + width};
}

std::vector<std::string> values_of(std::string_view text) {
  std::vector<std::string> values(1);
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool escaped = text[i] == '\\' && i + 1 < text.size() &&
                         std::string_view(",|$\\").find(text[i + 1]) != std::string_view::npos;
    if (escaped) {
      // What stands after a backslash is looked at apart where "|" has a meaning.
      if (text[i + 1] == '|') values.back() += '\\';
      values.back() += text[++i];
    } else if (text[i] == ',') {
      values.emplace_back();
    } else {
      values.back() += text[i];
    }
  }
  return values;
}

std::optional<Criterion> Criterion::read(const SearchParameter& parameter,
                                         std::string_view modifier, std::string_view values,
                                         std::string& fault) {
  const std::string name(parameter.name);
  Criterion criterion;
  criterion.parameter_ = &parameter;
  criterion.modifier_ = modifier;
  if (!modifier_fits(parameter.kind, modifier)) {
    fault = "The modifier of " + name + " is not one that a search for a " +
            std::string(name_of(parameter.kind)) + " takes here.";
    return std::nullopt;
  }
  for (const std::string& text : values_of(values)) {
    if (text.empty()) continue;
    auto value = criterion.value_from(text);
    if (!value) {
      fault = "The value of " + name + " is no " +
              (modifier == "missing" ? "true or false" : std::string(name_of(parameter.kind))) +
              ".";
      return std::nullopt;
    }
    criterion.texts_.push_back(text);
    criterion.values_.push_back(*std::move(value));
  }
  if (criterion.values_.empty()) {
    fault = name + " has no value.";
    return std::nullopt;
  }
  const bool plain = (modifier.empty() || parameter.kind == ParameterKind::reference) &&
                     parameter.path.find("exists()") == std::string_view::npos;
  for (const Value& value : criterion.values_) {
    const bool traced = plain && (parameter.kind == ParameterKind::token ||
                                  parameter.kind == ParameterKind::reference);
    const std::string_view text = without_version(value.code);
    const std::string_view last = text.substr(text.rfind('/') + 1);
    if (!traced || modifier == "missing" || !leaves_a_trace(last)) {
      criterion.traces_.clear();
      break;
    }
    criterion.traces_.emplace_back(last);
  }
  return criterion;
}

std::optional<Criterion::Value> Criterion::value_from(std::string text) const {
  static constexpr std::array<std::pair<std::string_view, Prefix>, 9> prefixes = {
      {{"eq", Prefix::eq},
       {"ne", Prefix::ne},
       {"gt", Prefix::gt},
       {"lt", Prefix::lt},
       {"ge", Prefix::ge},
       {"le", Prefix::le},
       {"sa", Prefix::sa},
       {"eb", Prefix::eb},
       {"ap", Prefix::ap}}};
  Value value;
  value.text = text;
  if (modifier_ == "missing") {
    if (text != "true" && text != "false") return std::nullopt;
    return value;
  }
  if (has_prefixes(parameter_->kind)) {
    for (const auto& [name, prefix] : prefixes)
      if (text.starts_with(name)) {
        value.prefix = prefix;
        text.erase(0, letters_of_a_prefix);
        break;
      }
  }
  if (parameter_->kind == ParameterKind::date) {
    const auto span = span_of(text);
    if (!span) return std::nullopt;
    value.span = *span;
    return value;
  }
  std::size_t bar = text.find('|');
  while (bar != std::string::npos && bar > 0 && text[bar - 1] == '\\')
    bar = text.find('|', bar + 1);
  const auto plain = [](std::string part) {
    for (std::size_t at = part.find("\\|"); at != std::string::npos; at = part.find("\\|", at))
      part.erase(at, 1);
    return part;
  };
  if (has_prefixes(parameter_->kind)) {
    const std::string digits = text.substr(0, bar);
    const auto number = plain_number(digits);
    if (!number) return std::nullopt;
    value.number = *number;
    value.reach = reach_of(digits);
    if (bar != std::string::npos)
      text.erase(0, bar + 1);
    else
      text.clear();
    bar = text.find('|');
    if (!text.empty() && bar == std::string::npos) return std::nullopt;
  }
  if (bar != std::string::npos) {
    value.system = plain(text.substr(0, bar));
    value.code = plain(text.substr(bar + 1));
  } else {
    value.code = plain(text);
  }
  return value;
}

void Criterion::or_written(std::vector<std::string> references) {
  for (std::string& reference : references) {
    // Its bytes may be percent-encoded.
    traces_.clear();
    also_.push_back(std::move(reference));
  }
}

bool Criterion::holds(const JsonValue& resource) const {
  const auto found = values_at(resource, parameter_->path);
  if (modifier_ == "missing")
    return std::ranges::any_of(
        values_, [&](const Value& value) { return (value.text == "true") == found.empty(); });
  const bool any = std::ranges::any_of(values_, [&](const Value& value) {
    return std::ranges::any_of(found,
                               [&](const JsonValue* one) { return value_holds(value, *one); });
  });
  return modifier_ == "not" ? !any : any;
}

bool Criterion::value_holds(const Value& value, const JsonValue& found) const {
  switch (parameter_->kind) {
    case ParameterKind::token:
      return token_holds(value, found);
    case ParameterKind::reference:
      return reference_holds(value, found);
    case ParameterKind::date:
      return std::ranges::any_of(spans_in(found),
                                 [&](const Span& span) { return span_holds(value, span); });
    case ParameterKind::string:
      return string_holds(value, found);
    case ParameterKind::uri:
      return modifier_ == "below" ? found.text.starts_with(value.text)
                                  : found.text == value.text ||
                                        found.text.substr(0, found.text.find('|')) == value.text;
    case ParameterKind::quantity:
      return quantity_holds(value, found);
    case ParameterKind::number:
      return found.number() && number_holds(value, *found.number());
  }
  return false;
}

bool Criterion::token_holds(const Value& value, const JsonValue& found) const {
  if (modifier_ == "text")
    return std::ranges::any_of(words_in(found), [&](const std::string& words) {
      return lower_ascii(words).starts_with(lower_ascii(value.text));
    });
  return std::ranges::any_of(pairs_in(found), [&](const Pair& pair) {
    if (value.system && pair.system && *pair.system != *value.system) return false;
    if (value.code.empty()) return value.system.has_value() && pair.system.has_value();
    return pair.code == value.code;
  });
}

bool Criterion::reference_holds(const Value& value, const JsonValue& found) const {
  if (modifier_ == "identifier") {
    const JsonValue* identifier = found.member("identifier");
    return identifier != nullptr && token_holds(value, *identifier);
  }
  const bool canonical = found.is(JsonValue::Kind::text);
  std::string text = canonical ? found.text : text_of(found, "reference");
  if (text.find("?identifier=") != std::string::npos) text = percent_decoded(text, Plus::is_plus);
  const std::string_view reference = without_version(text);
  if (canonical)
    return reference == value.text || reference.substr(0, reference.find('|')) == value.text;
  const std::string_view sought = without_version(value.text);
  if (!modifier_.empty() && sought.find('/') == std::string_view::npos)
    return reference == modifier_ + "/" + std::string(sought);
  if (!modifier_.empty() && sought.find(modifier_ + "/") == std::string_view::npos) return false;
  if (reference == sought || std::ranges::find(also_, reference) != also_.end()) return true;
  // Only an identifier: of whatever type.
  return sought.find_first_of("/:?") == std::string_view::npos &&
         reference.find_first_of(":?") == std::string_view::npos &&
         reference.substr(reference.rfind('/') + 1) == sought;
}

bool Criterion::string_holds(const Value& value, const JsonValue& found) const {
  return std::ranges::any_of(texts_in(found), [&](const std::string& text) {
    if (modifier_ == "exact") return text == value.text;
    const std::string sought = folded(value.text);
    const std::string here = folded(text);
    return modifier_ == "contains" ? here.find(sought) != std::string::npos
                                   : here.starts_with(sought);
  });
}

bool Criterion::quantity_holds(const Value& value, const JsonValue& found) const {
  const JsonValue* number = found.member("value");
  if (number == nullptr || !number->number() || !number_holds(value, *number->number()))
    return false;
  if (value.code.empty()) return true;
  if (value.system && !value.system->empty() && text_of(found, "system") != *value.system)
    return false;
  return text_of(found, "code") == value.code ||
         ((!value.system || value.system->empty()) && text_of(found, "unit") == value.code);
}

bool Criterion::span_holds(const Value& value, const Span& found) {
  const Span& sought = value.span;
  const bool within = found.from_ms >= sought.from_ms && found.until_ms <= sought.until_ms;
  switch (value.prefix) {
    case Prefix::eq:
      return within;
    case Prefix::ne:
      return !within;
    case Prefix::gt:
      return found.until_ms > sought.until_ms;
    case Prefix::lt:
      return found.from_ms < sought.from_ms;
    case Prefix::ge:
      return within || found.until_ms > sought.until_ms;
    case Prefix::le:
      return within || found.from_ms < sought.from_ms;
    case Prefix::sa:
      return found.from_ms >= sought.until_ms;
    case Prefix::eb:
      return found.until_ms <= sought.from_ms;
    case Prefix::ap:
      return found.from_ms < sought.until_ms && found.until_ms > sought.from_ms;
  }
  return false;
}

bool Criterion::number_holds(const Value& value, double found) {
  constexpr double about = 0.1;  // "Search", prefixes: 10 % of the value is recommended.
  switch (value.prefix) {
    case Prefix::eq:
      return std::abs(found - value.number) <= value.reach;
    case Prefix::ne:
      return std::abs(found - value.number) > value.reach;
    case Prefix::gt:
    case Prefix::sa:
      return found > value.number;
    case Prefix::lt:
    case Prefix::eb:
      return found < value.number;
    case Prefix::ge:
      return found >= value.number;
    case Prefix::le:
      return found <= value.number;
    case Prefix::ap:
      return std::abs(found - value.number) <= about * std::abs(value.number);
  }
  return false;
}

std::string sort_key(const JsonValue& resource, const SearchParameter& parameter) {
  std::string earliest;
  const auto take = [&](std::string key) {
    if (!key.empty() && (earliest.empty() || key < earliest)) earliest = std::move(key);
  };
  for (const JsonValue* found : values_at(resource, parameter.path)) {
    if (parameter.kind == ParameterKind::date) {
      for (const Span& span : spans_in(*found))
        if (span.from_ms != ever_before) take(padded(span.from_ms));
    } else if (parameter.kind == ParameterKind::string) {
      for (const std::string& text : texts_in(*found)) take(folded(text));
    } else if (parameter.kind == ParameterKind::reference) {
      take(found->is(JsonValue::Kind::text) ? found->text : text_of(*found, "reference"));
    } else if (parameter.kind == ParameterKind::token) {
      for (const Pair& pair : pairs_in(*found)) take(pair.code);
    } else {
      const JsonValue* number = found->member("value");
      const auto value = number == nullptr ? found->number() : number->number();
      constexpr double thousandths = 1000;
      if (value && std::abs(*value) < 1e12)
        take(padded(static_cast<std::int64_t>(std::llround(*value * thousandths))));
    }
  }
  return earliest;
}

}  // namespace alongside::fhir
