// SPDX-License-Identifier: Apache-2.0
// Reads instruments, and keeps the gate.
#include "improvement/instrument.h"

#include <algorithm>
#include <charconv>
#include <map>

#include "foundation/base/text.h"

namespace alongside {
namespace {

template <class Number>
std::optional<Number> number_in(std::string_view text) {
  Number number{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

bool take_flag(const std::string& value, bool& flag) {
  if (value != "yes" && value != "no") return false;
  flag = value == "yes";
  return true;
}

/// "2 More than half the days"
bool take_answer(const std::string& value, Instrument& made) {
  const std::size_t space = value.find(' ');
  const auto number = number_in<std::int64_t>(std::string_view(value).substr(0, space));
  if (!number || space == std::string::npos) return false;
  made.answers.push_back({*number, value.substr(space + 1)});
  return true;
}

bool take_rule(const std::string& value, Instrument& made) {
  static const std::map<std::string, ScoreRule, std::less<>> rules = {
      {"none", ScoreRule::none},
      {"sum", ScoreRule::sum},
      {"mean", ScoreRule::mean},
      {"unhealthy days", ScoreRule::unhealthy_days}};
  const auto found = rules.find(value);
  if (found != rules.end()) made.rule = found->second;
  return found != rules.end();
}

/// "0 27"
bool take_range(const std::string& value, Instrument& made) {
  const auto parts = split(value, ' ');
  const auto low = number_in<double>(parts.front());
  const auto high = parts.size() == 2 ? number_in<double>(parts[1]) : std::nullopt;
  if (!low || !high || *low >= *high) return false;
  made.low = *low;
  made.high = *high;
  return true;
}

/// "9 1": item 9, from 1 on.
bool take_alert(const std::string& value, Instrument& made) {
  const auto parts = split(value, ' ');
  const auto item = number_in<std::size_t>(parts.front());
  const auto from = parts.size() == 2 ? number_in<std::int64_t>(parts[1]) : std::nullopt;
  if (!item || *item == 0 || !from) return false;
  made.alert_item = *item - 1;
  made.alert_from = *from;
  return true;
}

/// "1 2 - = 3", "1 - = none"
bool take_vector(const std::string& value, Instrument& made) {
  const std::size_t equals = value.find(" = ");
  if (equals == std::string::npos) return false;
  ScoreVector vector;
  for (const std::string_view part : split(std::string_view(value).substr(0, equals), ' ')) {
    const auto answer = number_in<std::int64_t>(part);
    if (!answer && part != "-") return false;
    vector.answers.push_back(answer);
  }
  const std::string score = value.substr(equals + 3);
  vector.score = number_in<double>(score);
  if (!vector.score && score != "none") return false;
  made.vectors.push_back(std::move(vector));
  return true;
}

bool take_text(const std::string& name, const std::string& value, Instrument& made) {
  const std::map<std::string_view, std::string*, std::less<>> texts = {
      {"id", &made.id},
      {"language", &made.language},
      {"title", &made.title},
      {"holder", &made.holder},
      {"licence", &made.licence},
      {"notice", &made.notice},
      {"checked", &made.checked},
      {"source", &made.source},
      {"score code", &made.score_code},
      {"recall", &made.recall},
      {"meaningful change source", &made.meaningful_change_source}};
  const auto found = texts.find(name);
  if (found == texts.end()) return false;
  *found->second = value;
  return true;
}

bool take_number(const std::string& name, const std::string& value, Instrument& made) {
  if (name == "version") {
    const auto number = number_in<std::int64_t>(value);
    made.version = number.value_or(0);
    return number && *number > 0;
  }
  if (name == "missing at most") {
    const auto number = number_in<std::size_t>(value);
    made.missing_max = number.value_or(0);
    return number.has_value();
  }
  made.meaningful_change = number_in<double>(value);
  return name == "meaningful change" && made.meaningful_change;
}

bool take(const std::string& name, const std::string& value, Instrument& made) {
  if (take_text(name, value, made)) return true;
  if (name == "permission needed") return take_flag(value, made.permission_needed);
  if (name == "commercial use") return take_flag(value, made.commercial_use);
  if (name == "may be modified") return take_flag(value, made.may_be_modified);
  if (name == "may be translated") return take_flag(value, made.may_be_translated);
  if (name == "answer") return take_answer(value, made);
  if (name == "rule") return take_rule(value, made);
  if (name == "range") return take_range(value, made);
  if (name == "alert") return take_alert(value, made);
  if (name == "vector") return take_vector(value, made);
  if (name == "better") {
    made.better = value == "more" ? Better::more : Better::less;
    return value == "more" || value == "less";
  }
  if (name == "item" || name == "days") {
    made.items.push_back({name == "item" ? ItemKind::choice : ItemKind::days, value});
    return !value.empty();
  }
  return take_number(name, value, made);
}

std::vector<Instrument> read_library() {
  std::vector<Instrument> all;
  for (const EmbeddedFile& file : improvement::instrument_library())
    all.push_back(instrument_from(file.bytes).value());
  std::ranges::sort(all, {}, &Instrument::title);
  return all;
}

}  // namespace

Outcome<Instrument> instrument_from(std::string_view text) {
  Instrument made;
  for (const std::string_view line : split(text, '\n')) {
    const std::string tidy_line = one_line(line);
    if (tidy_line.empty() || tidy_line.starts_with('#')) continue;
    const std::size_t colon = tidy_line.find(':');
    if (colon == std::string::npos) return Refusal("instrument.unreadable", tidy_line);
    const std::string name = tidy_line.substr(0, colon);
    if (!take(name, one_line(tidy_line.substr(colon + 1)), made))
      return Refusal("instrument.unreadable", name);
  }
  const std::pair<std::string_view, const std::string*> needed[] = {{"id", &made.id},
                                                                    {"title", &made.title},
                                                                    {"holder", &made.holder},
                                                                    {"licence", &made.licence}};
  for (const auto& [name, value] : needed)
    if (value->empty()) return Refusal("instrument.unreadable", std::string(name));
  return made;
}

Outcome<Done> may_switch_on(const Instrument& instrument, const SwitchOn& brought) {
  if (instrument.items.empty()) return Refusal("instrument.no_items", "permission");
  std::vector<Fault> faults;
  if (instrument.permission_needed && one_line(brought.permission).empty())
    faults.push_back({"instrument.permission_missing", "permission"});
  if (instrument.alert_item && one_line(brought.who_answers).empty())
    faults.push_back({"instrument.who_answers_missing", "who_answers"});
  if (instrument.alert_item && one_line(brought.hours).empty())
    faults.push_back({"instrument.hours_missing", "hours"});
  if (!faults.empty()) return Refusal(std::move(faults));
  return Done{};
}

const std::vector<Instrument>& instruments() {
  static const std::vector<Instrument> all = read_library();
  return all;
}

const Instrument* instrument_of(std::string_view id) {
  for (const Instrument& instrument : instruments())
    if (instrument.id == id) return &instrument;
  return nullptr;
}

}  // namespace alongside
