// SPDX-License-Identifier: Apache-2.0
// Words of a charter, checked and put together.
#include "change/charter.h"

#include "foundation/base/text.h"

namespace alongside {
namespace {

constexpr std::array<std::string_view, charter_fields.size()> field_codes = {
    "name", "scale",   "health_gain", "for_whom",    "what",       "how_much",        "by",
    "aim",  "science", "context",     "improvement", "connecting", "contextualising", "testing"};

constexpr std::array<std::string_view, project_scales.size()> scale_codes = {"personal", "team",
                                                                             "site", "network"};

}  // namespace

std::string_view code_of(ProjectScale scale) {
  return scale_codes[static_cast<std::size_t>(scale)];
}

std::optional<ProjectScale> project_scale_from(std::string_view code) {
  for (const ProjectScale scale : project_scales)
    if (code_of(scale) == code) return scale;
  return std::nullopt;
}

std::string_view code_of(CharterField field) {
  return field_codes[static_cast<std::size_t>(field)];
}

CharterField field_of(Slot slot) {
  switch (slot) {
    case Slot::aim:
      return CharterField::aim;
    case Slot::science:
      return CharterField::science;
    case Slot::context:
      return CharterField::context;
    case Slot::improvement:
      return CharterField::improvement;
    case Slot::connecting:
      return CharterField::connecting;
    case Slot::contextualising:
      return CharterField::contextualising;
    case Slot::testing:
      return CharterField::testing;
  }
  return CharterField::aim;
}

Outcome<Charter> charter_from(const CharterWords& typed) {
  Charter charter;
  std::vector<Fault> faults;
  for (const CharterField field : charter_fields) {
    std::string& words = charter.at(field);
    words = tidied(typed[static_cast<std::size_t>(field)]);
    if (field != CharterField::name && characters(words) > charter_characters_max)
      faults.push_back({"charter.long", std::string(code_of(field))});
  }
  std::string& name = charter.at(CharterField::name);
  name = one_line(name);
  if (name.empty()) faults.push_back({"charter.name_missing", "name"});
  if (characters(name) > project_name_characters_max)
    faults.push_back({"charter.name_long", "name"});
  if (!project_scale_from(charter.at(CharterField::scale)))
    faults.push_back({"charter.scale_missing", "scale"});
  if (!charter.at(CharterField::by).empty() && !charter.by())
    faults.push_back({"charter.by_wrong", "by"});
  if (!faults.empty()) return Refusal(std::move(faults));
  return charter;
}

std::vector<Slot> empty_slots(const Charter& charter) {
  std::vector<Slot> empty;
  for (const Slot slot : slots)
    if (charter.at(field_of(slot)).empty()) empty.push_back(slot);
  return empty;
}

std::string_view code_of(Awaited awaited) {
  switch (awaited) {
    case Awaited::patients_aim:
      return "patients_aim";
    case Awaited::health_gain:
      return "health_gain";
    case Awaited::setting:
      return "setting";
    case Awaited::driver:
      return "driver";
    case Awaited::change_idea:
      return "change_idea";
  }
  return {};
}

std::vector<Awaited> awaited_before_tests(const Charter& charter, const AroundCharter& around) {
  std::vector<Awaited> awaited;
  if (charter.at(CharterField::aim).empty()) awaited.push_back(Awaited::patients_aim);
  if (charter.at(CharterField::health_gain).empty()) awaited.push_back(Awaited::health_gain);
  if (charter.at(CharterField::context).empty() && !around.place_described)
    awaited.push_back(Awaited::setting);
  if (!around.has_driver) awaited.push_back(Awaited::driver);
  if (!around.has_change_idea) awaited.push_back(Awaited::change_idea);
  return awaited;
}

}  // namespace alongside
