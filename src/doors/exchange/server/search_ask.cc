// SPDX-License-Identifier: Apache-2.0
// Reads the query of a search.
#include <algorithm>
#include <array>

#include "doors/exchange/server/search.h"
#include "foundation/base/text.h"

namespace alongside::exchange {
namespace {

/// Which mean something to the answer's form alone.
constexpr std::array<std::string_view, 5> forms = {"_format", "_pretty", "_total", "_contained",
                                                   "_containedType"};

Reply bad(std::string words) { return refusal(400, "value", words); }

/// "-date,_id"
bool read_order(SearchAsk& ask, std::string_view said, Reply& fault) {
  for (std::string_view name : split(said, ',')) {
    const bool descending = name.starts_with('-');
    if (descending) name.remove_prefix(1);
    const auto* parameter = fhir::search_parameter(ask.type, name);
    if (parameter == nullptr) {
      fault = bad("_sort names what " + ask.type + " is not sought by.");
      return false;
    }
    ask.order.push_back({parameter, descending});
  }
  return true;
}

/// "CarePlan:goal" or "CarePlan:goal:Goal"
bool read_along(std::vector<SearchAsk::Along>& along, std::string_view said, bool iterate,
                Reply& fault) {
  const auto parts = split(said, ':');
  const auto* parameter = parts.size() < 2 ? nullptr : fhir::search_parameter(parts[0], parts[1]);
  if (parameter == nullptr || parameter->kind != fhir::ParameterKind::reference) {
    fault =
        bad("_include and _revinclude name a type and one of its references, such as "
            "CarePlan:goal.");
    return false;
  }
  along.push_back({std::string(parts[0]), parameter,
                   parts.size() > 2 ? std::string(parts[2]) : std::string(), iterate});
  return true;
}

bool read_criterion(SearchAsk& ask, std::string_view name, std::string_view modifier,
                    const std::string& value, Reply& fault) {
  const auto* parameter = fhir::search_parameter(ask.type, name);
  if (parameter == nullptr || modifier.find('.') != std::string_view::npos) {
    ask.unknown.emplace_back(name);
    return true;
  }
  std::string words;
  auto criterion = fhir::Criterion::read(*parameter, modifier, value, words);
  if (!criterion) {
    fault = bad(words);
    return false;
  }
  ask.criteria.push_back(*std::move(criterion));
  return true;
}

/// True where the name is one of those that steer the answer.
std::optional<bool> read_control(SearchAsk& ask, std::string_view name, std::string_view modifier,
                                 const std::string& value, Reply& fault) {
  if (std::ranges::find(forms, name) != forms.end()) return true;
  if (name == "_sort") return read_order(ask, value, fault);
  if (name == "_include") return read_along(ask.include, value, modifier == "iterate", fault);
  if (name == "_revinclude") return read_along(ask.revinclude, value, modifier == "iterate", fault);
  if (name == "_after") {
    ask.after = value;
    return true;
  }
  if (name == "_summary") {
    if (value != "count" && value != "false") {
      ask.unknown.emplace_back("_summary");
      return true;
    }
    ask.only_count = value == "count";
    return true;
  }
  if (name == "_count") {
    const auto count = whole_number(value);
    if (!count || *count < 0) {
      fault = bad("_count is a whole number.");
      return false;
    }
    if (*count == 0) ask.only_count = true;
    ask.count = std::min(*count, count_max);
    return true;
  }
  return std::nullopt;
}

}  // namespace

std::optional<SearchAsk> search_from(const std::string& type, const http::Fields& query,
                                     Reply& fault) {
  SearchAsk ask;
  ask.type = type;
  for (const auto& [key, value] : query.pairs()) {
    const std::size_t colon = key.find(':');
    const std::string_view name = std::string_view(key).substr(0, colon);
    const std::string_view modifier =
        colon == std::string::npos ? std::string_view() : std::string_view(key).substr(colon + 1);
    const std::size_t unknown = ask.unknown.size();
    const auto control = read_control(ask, name, modifier, value, fault);
    const bool read = control ? *control : read_criterion(ask, name, modifier, value, fault);
    if (!read) return std::nullopt;
    if (ask.unknown.size() == unknown && name != "_after" && name != "_format")
      ask.used.add(key, value);
  }
  return ask;
}

}  // namespace alongside::exchange
