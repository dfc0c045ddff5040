// SPDX-License-Identifier: Apache-2.0
// Reads the tables once. Views go into the tables, which the program carries.
#include "foundation/fhir/definitions.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <span>

#include "foundation/base/expect.h"
#include "foundation/base/text.h"

namespace alongside::fhir {

/// library/fhir as this binary carries it.
std::span<const EmbeddedFile> tables();

std::string_view table(std::string_view name) {
  for (const EmbeddedFile& file : tables())
    if (file.name == name) return file.bytes;
  broken_promise("a table of that name is in the binary", Place::here());
}

namespace {

constexpr std::array<std::string_view, 21> primitives = {
    "System.String", "base64Binary", "boolean",     "canonical", "code",     "date", "dateTime",
    "decimal",       "id",           "instant",     "integer",   "markdown", "oid",  "positiveInt",
    "string",        "time",         "unsignedInt", "uri",       "url",      "uuid", "xhtml"};

struct CodeSet {
  std::set<std::string_view> codes;
  std::set<std::string_view> systems;
};

std::map<std::string_view, CodeSet> read_codes() {
  std::map<std::string_view, CodeSet> sets;
  for (const std::string_view line : split(table("r4-required-codes.tsv"), '\n')) {
    const auto cells = split(line, '\t');
    if (cells.size() < 3) continue;
    sets[cells[0]].systems.insert(cells[1]);
    sets[cells[0]].codes.insert(cells[2]);
  }
  return sets;
}

const std::map<std::string_view, CodeSet>& code_sets() {
  static const auto sets = read_codes();
  return sets;
}

/// "Observation.component" and "code" of "Observation.component.code".
std::pair<std::string_view, std::string_view> split_path(std::string_view path) {
  const std::size_t dot = path.rfind('.');
  return {path.substr(0, dot), path.substr(dot + 1)};
}

std::string capital(std::string_view type) {
  std::string name(type);
  if (!name.empty() && name[0] >= 'a' && name[0] <= 'z')
    name[0] = static_cast<char>(name[0] - 'a' + 'A');
  return name;
}

using Shapes = std::map<std::string_view, Shape>;

/// path, min, max, types, targets, binding, value set.
void take_row(Shapes& shapes, const std::vector<std::string_view>& cells) {
  const auto [owner, name] = split_path(cells[0]);
  Shape& shape = shapes[owner];
  shape.path = owner;
  const bool choice = name.ends_with("[x]");
  const std::string_view element = choice ? name.substr(0, name.size() - 3) : name;
  if (element == "implicitRules") shape.resource = true;
  if (cells[1] != "0") shape.required.push_back(element);
  const bool listed = cells[5] == "required" && code_sets().contains(cells[6]);
  for (std::string_view type : split(cells[3], '|')) {
    Member member;
    member.name = std::string(element) + (choice ? capital(type) : std::string());
    member.element = element;
    // A part with members of its own, or one that is shaped as a part elsewhere.
    if (type == "BackboneElement" || type == "Element") type = cells[0];
    if (type.starts_with('@')) type = type.substr(1);
    member.type = type;
    member.value_set = listed ? cells[6] : std::string_view();
    member.choice = choice;
    member.many = cells[2] != "1";
    shape.members.push_back(std::move(member));
  }
}

Shapes read_shapes() {
  Shapes shapes;
  constexpr std::size_t columns_read = 7;
  const auto lines = split(table("r4-elements.tsv"), '\n');
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const auto cells = split(lines[i], '\t');
    if (cells.size() >= columns_read) take_row(shapes, cells);
  }
  for (auto& [path, shape] : shapes) std::ranges::sort(shape.members, {}, &Member::name);
  return shapes;
}

}  // namespace

const Member* Shape::member(std::string_view name) const {
  const auto found = std::ranges::lower_bound(
      members, name, {}, [](const Member& member) { return std::string_view(member.name); });
  return found == members.end() || found->name != name ? nullptr : &*found;
}

namespace {

const Shapes& all_shapes() {
  static const Shapes shapes = read_shapes();
  return shapes;
}

}  // namespace

std::vector<std::string_view> resource_types() {
  std::vector<std::string_view> types;
  for (const auto& [path, shape] : all_shapes())
    if (shape.resource && path != "Resource" && path != "DomainResource") types.push_back(path);
  return types;
}

const Shape* shape(std::string_view path) {
  const Shapes& shapes = all_shapes();
  const auto found = shapes.find(path);
  return found == shapes.end() ? nullptr : &found->second;
}

bool is_primitive(std::string_view type) {
  return std::ranges::find(primitives, type) != primitives.end();
}

bool has_code(std::string_view value_set, std::string_view code) {
  const auto found = code_sets().find(value_set);
  return found != code_sets().end() && found->second.codes.contains(code);
}

bool has_system(std::string_view value_set, std::string_view system) {
  const auto found = code_sets().find(value_set);
  return found != code_sets().end() && found->second.systems.contains(system);
}

}  // namespace alongside::fhir
