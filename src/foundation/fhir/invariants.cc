// SPDX-License-Identifier: Apache-2.0
// One predicate a rule, by the shape that it is about.
#include "foundation/fhir/invariants.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>

#include "foundation/base/clock.h"

namespace alongside::fhir {
namespace {

using Kind = JsonValue::Kind;

/// A primitive may have extensions alone, in a member of its name with _ before it.
bool has(const JsonValue& object, std::string_view name) {
  return std::ranges::any_of(object.members, [&](const JsonMember& member) {
    const std::string_view known = member.name;
    return known == name || (known.starts_with('_') && known.substr(1) == name);
  });
}

std::string_view text(const JsonValue& object, std::string_view name) {
  const JsonValue* found = object.member(name);
  return found == nullptr ? std::string_view() : std::string_view(found->text);
}

/// Of a choice: value[x] in any type.
bool has_any(const JsonValue& object, std::string_view choice) {
  return std::ranges::any_of(object.members, [&](const JsonMember& member) {
    std::string_view name = member.name;
    if (name.starts_with('_')) name.remove_prefix(1);
    return name.size() > choice.size() && name.starts_with(choice) && name[choice.size()] >= 'A' &&
           name[choice.size()] <= 'Z';
  });
}

bool has_coding(const JsonValue* concept_, std::string_view system,
                const std::set<std::string_view>& codes) {
  const JsonValue* codings = concept_ == nullptr ? nullptr : concept_->member("coding");
  if (codings == nullptr) return false;
  return std::ranges::any_of(codings->items, [&](const JsonValue& coding) {
    return text(coding, "system") == system && codes.contains(text(coding, "code"));
  });
}

bool starts_before_end(const JsonValue& period) {
  const std::string_view start = text(period, "start");
  const std::string_view end = text(period, "end");
  // Compared to the precision that both have: a day ends after any time in it.
  const std::size_t both = std::min(start.size(), end.size());
  constexpr std::size_t day = 10;
  if (both <= day)
    return start.empty() || end.empty() || start.substr(0, both) <= end.substr(0, both);
  const auto from = instant_from_fhir(start);
  const auto to = instant_from_fhir(end);
  return !from || !to || *from <= *to;
}

bool same_code(const JsonValue& a, const JsonValue& b) {
  const JsonValue* of_a = a.member("coding");
  const JsonValue* of_b = b.member("coding");
  if (of_a == nullptr || of_b == nullptr) return false;
  for (const JsonValue& one : of_a->items)
    for (const JsonValue& two : of_b->items)
      if (text(one, "code") == text(two, "code") && text(one, "system") == text(two, "system") &&
          !text(one, "code").empty())
        return true;
  return false;
}

bool no_component_says_the_same(const JsonValue& observation) {
  const JsonValue* code = observation.member("code");
  const JsonValue* components = observation.member("component");
  if (!has_any(observation, "value") || code == nullptr || components == nullptr) return true;
  return std::ranges::none_of(components->items, [&](const JsonValue& component) {
    const JsonValue* inner = component.member("code");
    return inner != nullptr && same_code(*inner, *code);
  });
}

bool abated_is_over(const JsonValue& condition) {
  return !has_any(condition, "abatement") ||
         has_coding(condition.member("clinicalStatus"),
                    "http://terminology.hl7.org/CodeSystem/condition-clinical",
                    {"resolved", "remission", "inactive"});
}

bool in_error_has_no_status(const JsonValue& condition) {
  return !has(condition, "clinicalStatus") ||
         !has_coding(condition.member("verificationStatus"),
                     "http://terminology.hl7.org/CodeSystem/condition-ver-status",
                     {"entered-in-error"});
}

bool item_keeps_its_type(const JsonValue& item) {
  const std::string_view type = text(item, "type");
  if (type == "group") return has(item, "item");
  return type != "display" || !has(item, "item");
}

void collect_links(const JsonValue& value, std::vector<std::string_view>& links) {
  const JsonValue* items = value.member("item");
  if (items == nullptr) return;
  for (const JsonValue& item : items->items) {
    links.push_back(text(item, "linkId"));
    collect_links(item, links);
  }
}

bool links_are_different(const JsonValue& questionnaire) {
  std::vector<std::string_view> links;
  collect_links(questionnaire, links);
  const std::set<std::string_view> once(links.begin(), links.end());
  return once.size() == links.size();
}

bool strata_say_value_or_parts(const JsonValue& report) {
  const JsonValue* groups = report.member("group");
  return text(report, "type") != "data-collection" || groups == nullptr;
}

bool contained_are_simple(const JsonValue& resource) {
  const JsonValue* contained = resource.member("contained");
  return contained == nullptr || std::ranges::none_of(contained->items, [](const JsonValue& inner) {
           return has(inner, "contained");
         });
}

bool contained_have_no_version(const JsonValue& resource) {
  const JsonValue* contained = resource.member("contained");
  if (contained == nullptr) return true;
  return std::ranges::none_of(contained->items, [](const JsonValue& inner) {
    const JsonValue* meta = inner.member("meta");
    return meta != nullptr && (has(*meta, "versionId") || has(*meta, "lastUpdated"));
  });
}

struct Rule {
  std::string_view shape;
  std::string_view key;
  std::string_view reason;
  bool (*holds)(const JsonValue&);
};

constexpr std::array rules = {
    Rule{"Extension", "ext-1", "An extension has a value or extensions of its own, not both.",
         [](const JsonValue& o) { return has_any(o, "value") != has(o, "extension"); }},
    Rule{"Period", "per-1", "A period starts before it ends.", starts_before_end},
    Rule{"Quantity", "qty-3", "A unit's code needs its system.",
         [](const JsonValue& o) { return !has(o, "code") || has(o, "system"); }},
    Rule{"Attachment", "att-1", "Data need their content type.",
         [](const JsonValue& o) { return !has(o, "data") || has(o, "contentType"); }},
    Rule{"ContactPoint", "cpt-2", "An address to reach somebody needs its system, such as phone.",
         [](const JsonValue& o) { return !has(o, "value") || has(o, "system"); }},
    Rule{"Patient.contact", "pat-1", "A contact says a name, an address or an organisation.",
         [](const JsonValue& o) {
           return has(o, "name") || has(o, "telecom") || has(o, "address") ||
                  has(o, "organization");
         }},
    Rule{"CarePlan.activity", "cpl-3", "An activity has a detail or a reference, not both.",
         [](const JsonValue& o) { return !has(o, "detail") || !has(o, "reference"); }},
    Rule{"Goal.target", "gol-1", "A target's detail needs its measure.",
         [](const JsonValue& o) { return !has_any(o, "detail") || has(o, "measure"); }},
    Rule{"Observation", "obs-6", "An observation has a value or says why there is none, not both.",
         [](const JsonValue& o) { return !has(o, "dataAbsentReason") || !has_any(o, "value"); }},
    Rule{"Observation", "obs-7", "A part has the same code as the whole, which has a value.",
         no_component_says_the_same},
    Rule{"Observation.referenceRange", "obs-3", "A range says low, high or a text.",
         [](const JsonValue& o) { return has(o, "low") || has(o, "high") || has(o, "text"); }},
    Rule{"Condition", "con-4", "What ended is resolved, inactive or in remission.", abated_is_over},
    Rule{"Condition", "con-5", "A condition entered in error has no clinical status.",
         in_error_has_no_status},
    Rule{"Condition.stage", "con-1", "A stage has a summary or an assessment.",
         [](const JsonValue& o) { return has(o, "summary") || has(o, "assessment"); }},
    Rule{"Condition.evidence", "con-2", "Evidence has a code or a detail.",
         [](const JsonValue& o) { return has(o, "code") || has(o, "detail"); }},
    Rule{"Consent", "ppc-1", "A consent names a policy or a rule.",
         [](const JsonValue& o) { return has(o, "policy") || has(o, "policyRule"); }},
    Rule{"ServiceRequest", "prr-1", "Details of an order need its code.",
         [](const JsonValue& o) { return !has(o, "orderDetail") || has(o, "code"); }},
    Rule{"Questionnaire", "que-2", "Each item has a linkId of its own.", links_are_different},
    Rule{"Questionnaire.item", "que-1", "A group has items, and a display none.",
         item_keeps_its_type},
    Rule{"Questionnaire.item", "que-3", "A display has no code.",
         [](const JsonValue& o) { return text(o, "type") != "display" || !has(o, "code"); }},
    Rule{"Questionnaire.item", "que-4", "Answers are listed or in a value set, not both.",
         [](const JsonValue& o) { return !has(o, "answerOption") || !has(o, "answerValueSet"); }},
    Rule{"Questionnaire.item", "que-6", "A display is neither required nor repeated.",
         [](const JsonValue& o) {
           return text(o, "type") != "display" || (!has(o, "required") && !has(o, "repeats"));
         }},
    Rule{"Questionnaire.item", "que-8", "Groups and displays have no first answer.",
         [](const JsonValue& o) {
           return (text(o, "type") != "group" && text(o, "type") != "display") ||
                  !has(o, "initial");
         }},
    Rule{"Questionnaire.item", "que-9", "A display is not marked as read only.",
         [](const JsonValue& o) { return text(o, "type") != "display" || !has(o, "readOnly"); }},
    Rule{"Questionnaire.item", "que-11", "Where answers are listed, the first is marked there.",
         [](const JsonValue& o) { return !has(o, "answerOption") || !has(o, "initial"); }},
    Rule{"QuestionnaireResponse.item", "qrs-1", "An item has answers or items, not both.",
         [](const JsonValue& o) { return !has(o, "answer") || !has(o, "item"); }},
    Rule{"MeasureReport", "mrp-1", "A report about collecting data has no groups.",
         strata_say_value_or_parts},
    Rule{"Bundle", "bdl-1", "Only searches and histories say a total.",
         [](const JsonValue& o) {
           return !has(o, "total") || text(o, "type") == "searchset" ||
                  text(o, "type") == "history";
         }},
    Rule{"Bundle.entry", "bdl-5", "An entry has a resource, a request or a response.",
         [](const JsonValue& o) {
           return has(o, "resource") || has(o, "request") || has(o, "response");
         }},
};

/// Quantities under other names.
std::string_view ruled_as(std::string_view shape) {
  constexpr std::array<std::string_view, 4> quantities = {"Age", "Count", "Distance", "Duration"};
  return std::ranges::find(quantities, shape) != quantities.end() ? "Quantity" : shape;
}

}  // namespace

std::vector<BrokenRule> broken_rules(std::string_view shape, const JsonValue& object) {
  std::vector<BrokenRule> broken;
  const std::string_view name = ruled_as(shape);
  for (const Rule& rule : rules)
    if (rule.shape == name && !rule.holds(object)) broken.push_back({rule.key, rule.reason});
  if (!contained_are_simple(object))
    broken.push_back({"dom-2", "A contained resource contains none itself."});
  if (!contained_have_no_version(object))
    broken.push_back({"dom-4", "A contained resource has no version of its own."});
  return broken;
}

}  // namespace alongside::fhir
