// SPDX-License-Identifier: Apache-2.0
// Numbers keep their digits: the fingerprint is over what was written.
#include "doors/exchange/resource.h"

#include <algorithm>

#include "foundation/base/json_value.h"
#include "foundation/base/secret.h"
#include "foundation/base/text.h"
#include "foundation/fhir/primitive.h"
#include "foundation/fhir/validator.h"

namespace alongside::exchange {
namespace {

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

  bool is_object(std::string_view json) {
    if (!is_utf8(json)) return false;
    auto read = reader_.read(json, depth_max);
    if (!std::holds_alternative<JsonValue>(read)) return false;
    root_ = std::get<JsonValue>(std::move(read));
    return root_.is(JsonValue::Kind::object);
  }

  bool read_again(std::string_view content) {
    auto read = reader_.read(content, depth_max);
    if (!std::holds_alternative<JsonValue>(read)) return false;
    root_ = std::get<JsonValue>(std::move(read));
    type_ = at("/resourceType").value_or("");
    id_ = at("/id").value_or("");
    if (type_.empty() || id_.empty()) return false;
    try {
      hash_ = sha256(Canonical::of(root_));
    } catch (const StructureFault&) {
      return false;
    }
    return true;
  }

  std::optional<std::string> at(std::string_view pointer) const {
    const JsonValue* found = root_.at(pointer);
    if (found == nullptr) return std::nullopt;
    if (!found->is(JsonValue::Kind::text) && !found->is(JsonValue::Kind::boolean))
      return std::nullopt;
    return found->text;
  }

  bool has(std::string_view pointer) const { return root_.at(pointer) != nullptr; }

  std::vector<service::Identifier> identifiers() const {
    std::vector<service::Identifier> found;
    const auto take = [&](const JsonValue& one) {
      const JsonValue* system = one.member("system");
      const JsonValue* value = one.member("value");
      if (value != nullptr)
        found.push_back({system == nullptr ? std::string() : system->text, value->text});
    };
    const JsonValue* said = root_.member("identifier");
    if (said == nullptr) return found;
    if (said->is(JsonValue::Kind::object)) take(*said);
    for (const JsonValue& one : said->items) take(one);
    return found;
  }

  void take_conditional(const JsonValue& value, std::vector<std::string>& found) const {
    for (const JsonValue& item : value.items) take_conditional(item, found);
    for (const JsonMember& member : value.members) {
      const bool asks = member.name == "reference" && member.value.is(JsonValue::Kind::text) &&
                        member.value.text.find("?identifier=") != std::string::npos;
      if (asks) found.push_back(member.value.text);
      take_conditional(member.value, found);
    }
  }
  const JsonValue& root() const { return root_; }

  std::string type_;
  std::string id_;
  std::string hash_;

 private:
  std::vector<Issue> checked() {
    const auto type = at("/resourceType");
    if (!type || type->empty())
      return {{"structure", "resourceType", "The resource does not say its type."}};
    type_ = *type;
    const auto id = at("/id");
    if (id && fhir::is_id(*id)) id_ = *id;
    auto issues = fhir::validate(root_);
    if (!id) issues.push_back({"required", type_ + ".id", "The resource has no id."});
    return issues;
  }

  JsonReader reader_;
  JsonValue root_;
};

ResourceReader::ResourceReader() : inside_(std::make_unique<Inside>()) {}
ResourceReader::~ResourceReader() = default;
std::vector<Issue> ResourceReader::read(std::string_view line) { return inside_->read(line); }
bool ResourceReader::is_object(std::string_view json) { return inside_->is_object(json); }
bool ResourceReader::read_again(std::string_view content) { return inside_->read_again(content); }
const JsonValue& ResourceReader::root() const { return inside_->root(); }
std::string ResourceReader::codes() const {
  constexpr std::size_t bytes_max = 400;
  std::string codes = " ";
  const JsonValue* codings = inside_->root().at("/code/coding");
  if (codings == nullptr) return codes;
  for (const JsonValue& coding : codings->items) {
    const JsonValue* code = coding.member("code");
    if (code == nullptr) continue;
    codes += code->text;
    codes += ' ';
  }
  return codes.size() > bytes_max ? std::string("*") : codes;
}
bool ResourceReader::restricted() const {
  const JsonValue* labels = inside_->root().at("/meta/security");
  return labels != nullptr && std::ranges::any_of(labels->items, [](const JsonValue& label) {
           const JsonValue* system = label.member("system");
           const JsonValue* code = label.member("code");
           return code != nullptr && code->text == "R" && system != nullptr &&
                  system->text == "http://terminology.hl7.org/CodeSystem/v3-Confidentiality";
         });
}
const std::string& ResourceReader::type() const { return inside_->type_; }
const std::string& ResourceReader::id() const { return inside_->id_; }
const std::string& ResourceReader::content_hash() const { return inside_->hash_; }
std::optional<std::string> ResourceReader::at(std::string_view pointer) const {
  return inside_->at(pointer);
}
bool ResourceReader::has(std::string_view pointer) const { return inside_->has(pointer); }
std::vector<service::Identifier> ResourceReader::identifiers() const {
  return inside_->identifiers();
}
std::vector<std::string> ResourceReader::conditional_references() const {
  std::vector<std::string> found;
  inside_->take_conditional(inside_->root(), found);
  return found;
}
std::optional<Instant> ResourceReader::last_updated() const {
  const auto text = at("/meta/lastUpdated");
  return text ? instant_from_fhir(*text) : std::nullopt;
}

}  // namespace alongside::exchange
