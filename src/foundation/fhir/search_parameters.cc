// SPDX-License-Identifier: Apache-2.0
// The table of search parameters, and the few turns of FHIRPath that its paths take.
#include "foundation/fhir/search_parameters.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "foundation/base/expect.h"
#include "foundation/base/text.h"
#include "foundation/fhir/definitions.h"

namespace alongside::fhir {
namespace {

struct KindName {
  std::string_view name;
  ParameterKind kind;
};
constexpr std::array<KindName, 7> kinds = {{{"token", ParameterKind::token},
                                            {"reference", ParameterKind::reference},
                                            {"date", ParameterKind::date},
                                            {"string", ParameterKind::string},
                                            {"uri", ParameterKind::uri},
                                            {"quantity", ParameterKind::quantity},
                                            {"number", ParameterKind::number}}};

using ByName = std::map<std::string_view, SearchParameter>;

std::map<std::string_view, ByName> read_parameters() {
  std::map<std::string_view, ByName> types;
  for (const std::string_view line : split(table("r4-search-parameters.tsv"), '\n')) {
    const auto cells = split(line, '\t');
    if (cells.size() < 4) continue;
    const auto* kind = std::ranges::find(kinds, cells[2], &KindName::name);
    expect(kind != kinds.end(), "a search parameter has a kind that there is");
    types[cells[0]].insert({cells[1], {cells[0], cells[1], kind->kind, cells[3]}});
  }
  return types;
}

const std::map<std::string_view, ByName>& parameters() {
  static const auto types = read_parameters();
  return types;
}

const JsonValue& yes() {
  static const JsonValue value{JsonValue::Kind::boolean, "true", {}, {}};
  return value;
}

/// One value on the way, and the shape of its type where it has one.
struct Step {
  const JsonValue* value;
  const Shape* shape;
};

const Shape* shape_of(const Member* member) {
  return member == nullptr ? nullptr : shape(member->type);
}

void add_each(const JsonValue& value, const Shape* shape, std::vector<Step>& out) {
  if (value.is(JsonValue::Kind::array)) {
    for (const JsonValue& item : value.items)
      if (!item.is(JsonValue::Kind::null)) out.push_back({&item, shape});
  } else {
    out.push_back({&value, shape});
  }
}

/// "value" of an Observation is whichever of value[x] is there.
std::vector<Step> child(const std::vector<Step>& from, std::string_view name) {
  std::vector<Step> out;
  for (const Step& step : from)
    for (const JsonMember& member : step.value->members) {
      const Member* known = step.shape == nullptr ? nullptr : step.shape->member(member.name);
      if (member.name == name || (known != nullptr && known->choice && known->element == name))
        add_each(member.value, shape_of(known), out);
    }
  return out;
}

/// Of a choice the one of that type: "valueQuantity" of Observation.value.
std::vector<Step> child_of_type(const std::vector<Step>& from, std::string_view name,
                                std::string_view type) {
  std::vector<Step> out;
  for (const Step& step : from)
    for (const JsonMember& member : step.value->members) {
      const Member* known = step.shape == nullptr ? nullptr : step.shape->member(member.name);
      if (known != nullptr && known->element == name && known->type == type)
        add_each(member.value, shape_of(known), out);
    }
  return out;
}

bool refers_to(const JsonValue& reference, std::string_view type) {
  const JsonValue* said = reference.member("type");
  if (said != nullptr && said->text == type) return true;
  const JsonValue* address = reference.member("reference");
  if (address == nullptr) return false;
  const std::string_view text = address->text;
  const std::size_t at = text.rfind(type);
  if (at == std::string_view::npos || (at > 0 && text[at - 1] != '/')) return false;
  const std::size_t end = at + type.size();
  return end < text.size() && (text[end] == '/' || text[end] == '?');
}

/// What stands between the brackets of "ofType(date)".
std::optional<std::string_view> argument(std::string_view step, std::string_view function) {
  if (!step.starts_with(function) || !step.ends_with(')')) return std::nullopt;
  return step.substr(function.size(), step.size() - function.size() - 1);
}

/// "resolve() is Patient", or "system='email'".
std::vector<Step> only_where(const std::vector<Step>& from, std::string_view condition) {
  constexpr std::string_view resolves = "resolve() is ";
  std::vector<Step> out;
  for (const Step& step : from) {
    if (condition.starts_with(resolves)) {
      if (refers_to(*step.value, condition.substr(resolves.size()))) out.push_back(step);
      continue;
    }
    const std::size_t equals = condition.find("='");
    if (equals == std::string_view::npos) continue;
    const JsonValue* member = step.value->member(condition.substr(0, equals));
    if (member != nullptr &&
        member->text == condition.substr(equals + 2, condition.size() - equals - 3))
      out.push_back(step);
  }
  return out;
}

/// The steps of a path: what stands in brackets or quotes holds its dots together.
std::vector<std::string_view> steps_of(std::string_view path) {
  std::vector<std::string_view> steps;
  std::size_t begin = 0;
  int open = 0;
  for (std::size_t i = 0; i <= path.size(); ++i) {
    if (i < path.size() && path[i] == '(') ++open;
    if (i < path.size() && path[i] == ')') --open;
    if (i == path.size() || (path[i] == '.' && open == 0)) {
      steps.push_back(path.substr(begin, i - begin));
      begin = i + 1;
    }
  }
  return steps;
}

void walk(const JsonValue& resource, std::string_view path, std::vector<const JsonValue*>& out) {
  const auto steps = steps_of(path);
  const JsonValue* type = resource.member("resourceType");
  std::vector<Step> at{{&resource, type == nullptr ? nullptr : shape(type->text)}};
  for (std::size_t i = 1; i < steps.size(); ++i) {
    const auto next = i + 1 < steps.size() ? argument(steps[i + 1], "ofType(") : std::nullopt;
    if (next) {
      at = child_of_type(at, steps[i], *next);
      ++i;
    } else if (const auto condition = argument(steps[i], "where(")) {
      at = only_where(at, *condition);
    } else if (steps[i] == "exists()") {
      at = at.empty() ? std::vector<Step>() : std::vector<Step>{{&yes(), nullptr}};
    } else {
      at = child(at, steps[i]);
    }
  }
  for (const Step& step : at) out.push_back(step.value);
}

}  // namespace

std::string_view name_of(ParameterKind kind) {
  return std::ranges::find(kinds, kind, &KindName::kind)->name;
}

const SearchParameter* search_parameter(std::string_view type, std::string_view name) {
  for (const std::string_view base : {type, std::string_view("Resource")}) {
    const auto of_type = parameters().find(base);
    if (of_type == parameters().end()) continue;
    const auto found = of_type->second.find(name);
    if (found != of_type->second.end()) return &found->second;
  }
  return nullptr;
}

std::vector<const SearchParameter*> search_parameters(std::string_view type) {
  std::vector<const SearchParameter*> found;
  const auto of_type = parameters().find(type);
  if (of_type == parameters().end()) return found;
  for (const auto& [name, parameter] : of_type->second) found.push_back(&parameter);
  return found;
}

std::vector<const JsonValue*> values_at(const JsonValue& resource, std::string_view path) {
  constexpr std::string_view or_else = " | ";
  std::vector<const JsonValue*> found;
  while (!path.empty()) {
    const std::size_t end = std::min(path.find(or_else), path.size());
    walk(resource, path.substr(0, end), found);
    path.remove_prefix(std::min(end + or_else.size(), path.size()));
  }
  return found;
}

}  // namespace alongside::fhir
