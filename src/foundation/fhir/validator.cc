// SPDX-License-Identifier: Apache-2.0
// Down the tree, with the FHIRPath so far.
#include "foundation/fhir/validator.h"

#include <algorithm>
#include <array>

#include "foundation/fhir/definitions.h"
#include "foundation/fhir/invariants.h"
#include "foundation/fhir/primitive.h"

namespace alongside::fhir {
namespace {

using Kind = JsonValue::Kind;

/// Members of STU3 and R5, and what R4 has instead.
struct Renamed {
  std::string_view path;
  std::string_view hint;
};
constexpr std::array renamed = {
    Renamed{"QuestionnaireResponse.context", "encounter"},
    Renamed{"QuestionnaireResponse.parent", "partOf"},
    Renamed{"Observation.context", "encounter"},
    Renamed{"Observation.related", "hasMember or derivedFrom"},
    Renamed{"Observation.comment", "note"},
    Renamed{"Procedure.context", "encounter"},
    Renamed{"Procedure.notDone", "status"},
    Renamed{"Procedure.notDoneReason", "statusReason"},
    Renamed{"Procedure.occurrenceDateTime", "performedDateTime"},
    Renamed{"Procedure.occurrencePeriod", "performedPeriod"},
    Renamed{"Condition.context", "encounter"},
    Renamed{"Condition.assertedDate", "recordedDate"},
    Renamed{"CarePlan.context", "encounter"},
    Renamed{"CarePlan.definition", "instantiatesCanonical"},
    Renamed{"CarePlan.activity.plannedActivityReference", "reference"},
    Renamed{"CarePlan.activity.performedActivity", "outcomeReference"},
    Renamed{"CarePlan.custodian", "author"},
    Renamed{"Goal.status", "lifecycleStatus"},
    Renamed{"Goal.source", "expressedBy"},
    Renamed{"Goal.outcome", "outcomeReference"},
    Renamed{"Task.context", "encounter"},
    Renamed{"ServiceRequest.context", "encounter"},
    Renamed{"MedicationRequest.context", "encounter"},
    Renamed{"MedicationRequest.medication", "medicationReference or medicationCodeableConcept"},
    Renamed{"Encounter.reason", "reasonCode"},
    Renamed{"Encounter.actualPeriod", "period"},
    Renamed{"DiagnosticReport.context", "encounter"},
    Renamed{"Patient.animal", "an extension"},
    Renamed{"CareTeam.context", "encounter"},
    Renamed{"Immunization.date", "occurrenceDateTime"},
};

std::string_view hint_for(std::string_view shape, std::string_view member) {
  const std::string path = std::string(shape) + "." + std::string(member);
  const auto found = std::ranges::find(renamed, path, &Renamed::path);
  return found == renamed.end() ? std::string_view() : found->hint;
}

/// Elements with the name of the type that they have.
using Choices = std::vector<std::pair<std::string_view, std::string_view>>;

class Walk {
 public:
  std::vector<Issue> take() && { return std::move(issues_); }

  void resource(const JsonValue& value, const std::string& at) {
    const JsonValue* type = value.member("resourceType");
    const Shape* of = type == nullptr || !type->is(Kind::text) ? nullptr : shape(type->text);
    if (of == nullptr || !of->resource)
      return say("structure", at.empty() ? "resourceType" : at,
                 "FHIR R4 has no resource of this type.");
    object(value, *of, at.empty() ? type->text : at);
  }

 private:
  void say(std::string_view code, const std::string& at, std::string reason) {
    if (issues_.size() < issues_max) issues_.push_back({std::string(code), at, std::move(reason)});
  }
  static std::string belongs(std::string_view type) {
    std::string words = "Here belongs ";
    words += expected(type);
    return words += '.';
  }
  static std::string below(const std::string& at, std::string_view element) {
    return at + "." + std::string(element);
  }

  void object(const JsonValue& value, const Shape& of, const std::string& at) {
    if (!value.is(Kind::object)) return say("structure", at, "Here belongs an object.");
    if (value.members.empty()) return say("structure", at, "An object is not empty.");
    Choices choices;
    for (const JsonMember& member : value.members) {
      if (of.resource && member.name == "resourceType") continue;
      this->member(value, member, of, at, choices);
    }
    for (const std::string_view element : of.required)
      if (!is_there(value, of, element))
        say("required", below(at, element), "This member must be there.");
    for (const BrokenRule& broken : broken_rules(of.path, value))
      say("invariant", at, std::string(broken.reason) + " (" + std::string(broken.key) + ")");
  }

  static bool is_there(const JsonValue& value, const Shape& of, std::string_view element) {
    return std::ranges::any_of(value.members, [&](const JsonMember& member) {
      const bool beside = member.name.starts_with('_');
      const Member* known = of.member(std::string_view(member.name).substr(beside ? 1 : 0));
      return known != nullptr && known->element == element;
    });
  }

  void member(const JsonValue& owner, const JsonMember& member, const Shape& of,
              const std::string& at, Choices& choices) {
    const bool beside = member.name.starts_with('_');
    const std::string_view name = std::string_view(member.name).substr(beside ? 1 : 0);
    const Member* known = of.member(name);
    if (known == nullptr || (beside && !is_primitive(known->type))) return unknown(member, of, at);
    const std::string place = below(at, known->element);
    if (known->choice && !one_type(known->element, name, choices))
      return say("structure", place, "Only one type of this value may be there.");
    if (beside) return primitive_extensions(member.value, *known, place);
    if (of.resource && known->element == "id") return identity(member.value, place);
    if (!known->many) {
      if (member.value.is(Kind::array))
        return say("structure", place, "This is not a list in FHIR R4.");
      return one(member.value, *known, place);
    }
    if (!member.value.is(Kind::array)) return say("structure", place, "This is a list in FHIR R4.");
    if (member.value.items.empty()) return say("structure", place, "A list is not empty.");
    const JsonValue* others = owner.member("_" + member.name);
    for (std::size_t i = 0; i < member.value.items.size(); ++i) {
      const JsonValue& item = member.value.items[i];
      // A primitive without a value has extensions in the same place beside it.
      if (item.is(Kind::null) && others != nullptr && i < others->items.size() &&
          !others->items[i].is(Kind::null))
        continue;
      one(item, *known, place + "[" + std::to_string(i) + "]");
    }
  }

  /// The tables call it a text; of a resource it is an id.
  void identity(const JsonValue& value, const std::string& at) {
    if (!value.is(Kind::text)) return say("structure", at, "Here belongs a text.");
    if (!is_id(value.text)) say("value", at, belongs("id"));
  }

  void unknown(const JsonMember& member, const Shape& of, const std::string& at) {
    const std::string_view hint = hint_for(of.path, member.name);
    // A name is the sender's own text: only what looks like a member's is told.
    const bool plain = member.name.size() <= 40 && std::ranges::all_of(member.name, [](char c) {
                         return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
                       });
    say("structure", plain ? below(at, member.name) : at,
        hint.empty() ? "FHIR R4 has no such member here."
                     : "FHIR R4 has no such member here: it has " + std::string(hint) + ".");
  }

  /// value and _value of one type belong together.
  static bool one_type(std::string_view element, std::string_view name, Choices& choices) {
    for (const auto& [before, type] : choices)
      if (before == element) return type == name;
    choices.emplace_back(element, name);
    return true;
  }

  void one(const JsonValue& value, const Member& of, const std::string& at) {
    if (value.is(Kind::null)) return say("structure", at, "There is no value here.");
    if (of.type == "Resource" || of.type == "OperationOutcome") return resource(value, at);
    if (is_primitive(of.type)) return primitive(value, of, at);
    const Shape* inner = shape(of.type);
    if (inner == nullptr) return;
    object(value, *inner, at);
    if (!of.value_set.empty()) coded(value, of, at);
  }

  void primitive(const JsonValue& value, const Member& of, const std::string& at) {
    switch (primitive_fault(of.type, value)) {
      case PrimitiveFault::wrong_kind:
        return say("structure", at, belongs(of.type));
      case PrimitiveFault::wrong_value:
        return say("value", at, belongs(of.type));
      case PrimitiveFault::none:
        break;
    }
    if (!of.value_set.empty() && !has_code(of.value_set, value.text))
      say("code-invalid", at, "This code is not one that FHIR R4 allows here.");
  }

  static bool in_set(const JsonValue& coding, std::string_view value_set) {
    const JsonValue* system = coding.member("system");
    const JsonValue* code = coding.member("code");
    return system != nullptr && code != nullptr && has_system(value_set, system->text) &&
           has_code(value_set, code->text);
  }

  /// A Coding is of the set, and of a CodeableConcept one of its codings; one in words alone, or
  /// with an extension that says why there is none, passes.
  void coded(const JsonValue& value, const Member& of, const std::string& at) {
    const JsonValue* codings = value.member("coding");
    const bool said =
        codings == nullptr
            ? value.member("code") == nullptr || in_set(value, of.value_set)
            : std::ranges::any_of(codings->items, [&](const JsonValue& coding) {
                return in_set(coding, of.value_set) ||
                       (coding.member("code") == nullptr && coding.member("extension") != nullptr);
              });
    if (!said)
      say("code-invalid", codings == nullptr ? at + ".code" : at + ".coding",
          "No code here is one that FHIR R4 allows.");
  }

  /// id and extensions of a primitive, in an object beside it; for a list a list with gaps.
  void primitive_extensions(const JsonValue& value, const Member& of, const std::string& at) {
    if (!of.many) return object(value, *shape("Element"), at);
    if (!value.is(Kind::array)) return say("structure", at, "This is a list in FHIR R4.");
    for (std::size_t i = 0; i < value.items.size(); ++i)
      if (!value.items[i].is(Kind::null))
        object(value.items[i], *shape("Element"), at + "[" + std::to_string(i) + "]");
  }

  std::vector<Issue> issues_;
};

}  // namespace

std::vector<Issue> validate(const JsonValue& resource) {
  Walk walk;
  walk.resource(resource, "");
  return std::move(walk).take();
}

}  // namespace alongside::fhir
