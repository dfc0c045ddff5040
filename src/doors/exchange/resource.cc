// SPDX-License-Identifier: Apache-2.0
// Numbers keep their digits: the fingerprint is over what was written.
#include "doors/exchange/resource.h"

#include <algorithm>
#include <array>
#include <span>

#include "foundation/base/json_value.h"
#include "foundation/base/secret.h"
#include "foundation/base/text.h"

namespace alongside::exchange {
namespace {

/// A member whose code must be one of a required value set (FHIR R4).
struct CodedMember {
  std::string_view name;
  std::span<const std::string_view> codes;
};
constexpr std::array<std::string_view, 9> encounter_status = {
    "planned",  "arrived",   "triaged",          "in-progress", "onleave",
    "finished", "cancelled", "entered-in-error", "unknown"};
constexpr std::array<std::string_view, 8> observation_status = {
    "registered", "preliminary",      "final",  "amended", "corrected",
    "cancelled",  "entered-in-error", "unknown"};
constexpr std::array<std::string_view, 9> goal_status = {
    "proposed",  "planned",   "accepted",         "active",  "on-hold",
    "completed", "cancelled", "entered-in-error", "rejected"};
constexpr std::array<std::string_view, 5> care_team_status = {"proposed", "active", "suspended",
                                                              "inactive", "entered-in-error"};
constexpr std::array<std::string_view, 4> genders = {"male", "female", "other", "unknown"};

/// What R4 demands of the types that are indexed. Other types are kept as they are.
struct TypeRule {
  std::string_view type;
  std::vector<std::string_view> required;
  std::vector<CodedMember> coded;
  std::vector<std::string_view> dates;
};

const std::vector<TypeRule>& type_rules() {
  static const std::vector<TypeRule> rules = {
      {"Patient", {}, {{"gender", genders}}, {"birthDate"}},
      {"Practitioner", {}, {{"gender", genders}}, {"birthDate"}},
      {"PractitionerRole", {}, {}, {}},
      {"Organization", {}, {}, {}},
      {"Location", {}, {}, {}},
      {"Encounter", {"status", "class"}, {{"status", encounter_status}}, {}},
      {"Condition", {"subject"}, {}, {}},
      {"Observation", {"status", "code"}, {{"status", observation_status}}, {}},
      {"CareTeam", {}, {{"status", care_team_status}}, {}},
      {"Goal",
       {"lifecycleStatus", "description", "subject"},
       {{"lifecycleStatus", goal_status}},
       {}},
  };
  return rules;
}

bool is_fhir_id(std::string_view id) {
  return !id.empty() && id.size() <= 64 && std::ranges::all_of(id, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '.';
  });
}

/// FHIR dates may be a year, a month or a day.
bool is_fhir_date(std::string_view text) {
  return (text.size() == 4 || text.size() == 7 || text.size() == 10) &&
         instant_from_fhir(text).has_value();
}

struct StructureFault {
  std::string reason;
};

/// Writes a value so that equal content gives equal bytes. Throws StructureFault.
class Canonical {
 public:
  static std::string of(const JsonValue& root) {
    std::string out;
    append(root, out, Place::root);
    return out;
  }

 private:
  enum class Place { root, meta, inside };

  static void append(const JsonValue& value, std::string& out, Place place) {
    switch (value.kind) {
      case JsonValue::Kind::object:
        return append_object(value, out, place);
      case JsonValue::Kind::array:
        out += '[';
        for (const JsonValue& item : value.items) {
          append(item, out, Place::inside);
          out += ',';
        }
        out += ']';
        return;
      case JsonValue::Kind::text:
        if (value.text.find('\0') != std::string::npos)
          throw StructureFault{"A text holds a NUL character."};
        out += '"' + std::to_string(value.text.size()) + ':';
        out += value.text;
        return;
      default:
        out += value.text;
    }
  }

  static void append_object(const JsonValue& value, std::string& out, Place place) {
    std::vector<std::pair<std::string, std::string>> members;
    for (const auto& [name, inner] : value.members) {
      std::string content;
      const bool meta = place == Place::root && name == "meta";
      append(inner, content, meta ? Place::meta : Place::inside);
      if (place == Place::meta && (name == "versionId" || name == "lastUpdated")) continue;
      if (meta && content == "{}") continue;
      members.emplace_back(name, std::move(content));
    }
    std::ranges::sort(members);
    out += '{';
    for (std::size_t i = 0; i < members.size(); ++i) {
      if (i > 0 && members[i].first == members[i - 1].first)
        throw StructureFault{"A member stands twice in one object."};
      out += members[i].first + '=' + members[i].second + ',';
    }
    out += '}';
  }
};

std::string_view reason_of(JsonFault fault) {
  switch (fault) {
    case JsonFault::not_json:
      return "The line is no JSON.";
    case JsonFault::cut_off:
      return "The line is no whole JSON: it may be cut off.";
    case JsonFault::too_deep:
      return "The content is nested too deep.";
  }
  return {};
}

}  // namespace

class ResourceReader::Inside {
 public:
  std::vector<Issue> read(std::string_view line) {
    type_.clear();
    id_.clear();
    hash_.clear();
    if (!is_utf8(line)) return {{"structure", "", "The line is not valid UTF-8 text."}};
    auto read = reader_.read(line, depth_max);
    if (const JsonFault* fault = std::get_if<JsonFault>(&read))
      return {{"structure", "", std::string(reason_of(*fault))}};
    root_ = std::get<JsonValue>(std::move(read));
    if (!root_.is(JsonValue::Kind::object))
      return {{"structure", "", "The line is no JSON object."}};
    try {
      hash_ = sha256(Canonical::of(root_));
    } catch (const StructureFault& fault) {
      return {{"structure", "", fault.reason}};
    }
    return checked();
  }

  std::optional<std::string> at(std::string_view pointer) const {
    const JsonValue* found = root_.at(pointer);
    if (found == nullptr) return std::nullopt;
    if (!found->is(JsonValue::Kind::text) && !found->is(JsonValue::Kind::boolean))
      return std::nullopt;
    return found->text;
  }

  bool has(std::string_view pointer) const { return root_.at(pointer) != nullptr; }

  std::string type_;
  std::string id_;
  std::string hash_;

 private:
  std::vector<Issue> checked() {
    const auto type = at("/resourceType");
    if (!type || type->empty())
      return {{"structure", "resourceType", "The resource does not say its type."}};
    type_ = *type;
    std::vector<Issue> issues;
    const auto id = at("/id");
    if (!id) {
      issues.push_back({"required", type_ + ".id", "The resource has no id."});
    } else if (!is_fhir_id(*id)) {
      issues.push_back(
          {"value", type_ + ".id", "An id has 1 to 64 letters, digits, hyphens and dots."});
    } else {
      id_ = *id;
    }
    for (const TypeRule& rule : type_rules())
      if (rule.type == type_) check(rule, issues);
    return issues;
  }

  void check(const TypeRule& rule, std::vector<Issue>& issues) const {
    const auto place = [&](std::string_view name) { return type_ + "." + std::string(name); };
    for (const std::string_view name : rule.required)
      if (!has("/" + std::string(name)))
        issues.push_back({"required", place(name), "This member must be there."});
    for (const CodedMember& member : rule.coded) {
      const std::string pointer = "/" + std::string(member.name);
      if (!has(pointer)) continue;
      const auto code = at(pointer);
      if (!code || std::ranges::find(member.codes, *code) == member.codes.end())
        issues.push_back(
            {"code-invalid", place(member.name), "This code is not one that FHIR R4 allows here."});
    }
    for (const std::string_view name : rule.dates) {
      const std::string pointer = "/" + std::string(name);
      if (!has(pointer)) continue;
      const auto date = at(pointer);
      if (!date || !is_fhir_date(*date))
        issues.push_back({"value", place(name), "This is no date that exists in the calendar."});
    }
  }

  JsonReader reader_;
  JsonValue root_;
};

ResourceReader::ResourceReader() : inside_(std::make_unique<Inside>()) {}
ResourceReader::~ResourceReader() = default;
std::vector<Issue> ResourceReader::read(std::string_view line) { return inside_->read(line); }
const std::string& ResourceReader::type() const { return inside_->type_; }
const std::string& ResourceReader::id() const { return inside_->id_; }
const std::string& ResourceReader::content_hash() const { return inside_->hash_; }
std::optional<std::string> ResourceReader::at(std::string_view pointer) const {
  return inside_->at(pointer);
}
bool ResourceReader::has(std::string_view pointer) const { return inside_->has(pointer); }
std::optional<Instant> ResourceReader::last_updated() const {
  const auto text = at("/meta/lastUpdated");
  return text ? instant_from_fhir(*text) : std::nullopt;
}

}  // namespace alongside::exchange
