// SPDX-License-Identifier: Apache-2.0
// What FHIR has no word for, as research for the mapping found; everything else is standard.
#include "doors/exchange/server/own_definitions.h"

#include <array>
#include <span>

#include "doors/exchange/fhir_writer.h"
#include "doors/exchange/server/read.h"
#include "foundation/base/json.h"
#include "foundation/base/text.h"

namespace alongside::exchange {
namespace {

struct Part {
  std::string_view name;
  std::string_view type;
};
struct Extension {
  std::string_view name;
  std::string_view title;
  std::string_view meaning;
  std::string_view contexts;  ///< types, separated by spaces
  std::string_view type;      ///< empty: it has parts
  std::span<const Part> parts = {};
};

constexpr Part of_pdsa[] = {{"number", "positiveInt"},
                            {"plan", "string"},
                            {"do", "string"},
                            {"study", "string"},
                            {"act", "code"}};
constexpr Part of_prediction[] = {{"text", "string"}, {"locked", "dateTime"}, {"by", "Reference"}};

constexpr std::array<Extension, 8> extensions = {{
    {"asks-time", "Time it asks for", "Minutes a week that this asks of the person.",
     "ServiceRequest", "Quantity"},
    {"decided-by", "Decided by", "Who decided for or against this option.", "ServiceRequest",
     "Reference"},
    {"pdsa", "Test of change", "The four steps of one test: plan, do, study, act.", "ResearchStudy",
     "", of_pdsa},
    {"prediction", "Prediction",
     "What was expected before the first number was in, since when it is locked, and whose it is.",
     "ResearchStudy", "", of_prediction},
    {"reflection-text", "Reflection", "What somebody wrote for themselves.", "Basic", "markdown"},
    {"response-kind", "Kind of response",
     "How far what is done was made for this person: standardised, customised or flexible.",
     "ServiceRequest", "code"},
    {"series-phase", "Phase of a series", "Names the phase that begins with this number.",
     "MeasureReport", "string"},
    {"shared-work-degree", "Degree of shared work",
     "How person and professional worked together: conversation, planning-together or "
     "doing-together.",
     "CarePlan ServiceRequest Task", "code"},
}};

struct System {
  std::string_view name;
  std::string_view title;
  std::string_view codes;  ///< separated by spaces
};

constexpr std::array<System, 21> systems = {{
    {"aim-horizon", "When an aim is for", "days weeks months years"},
    {"asset-kind", "What a person can build on", "social-support"},
    {"basic-kind", "What a Basic resource holds", "reflection"},
    {"burden-kind", "Whose burden", "illness treatment"},
    {"care-team-category", "Kind of team", "microsystem"},
    {"check-in-item", "What a check-in asks", "breathlessness"},
    {"concept", "Which concept of Alongside a resource is",
     "agreement agreement-signature agreement-task aim aim-importance aim-order asset "
     "attainment-review audit bulk-group burden-illness burden-treatment careteam check-in consent "
     "context-feature evidence import-provenance improvement-project intervention learning-entry "
     "limiting-feature-person measure measure-family measurement-series microsystem network "
     "option-refused own-trial own-trial-period person professional reflection "
     "shared-decision-rating site supporter test-of-change time-to-spare"},
    {"context-feature", "What of a place", "setting"},
    {"context-valence", "Whether it helps", "enabling limiting"},
    {"library-type", "What a Library holds", "learning-entry"},
    {"life-context", "What a life is like", "minutes-to-spare"},
    {"measure-type", "Kinds of measure that FHIR does not name", "balancing"},
    {"observation-category", "Kinds of observation of our own", "context-feature"},
    {"organization-type", "Kinds of organisation of our own", "learning-network"},
    {"provenance-activity", "What was done", "agreed"},
    {"shared-decision", "How the decision was shared", "q1 q2 q3 rating-0-100"},
    {"study-category", "Kinds of study", "own-trial pdsa quality-improvement"},
    {"task-kind", "Whose task", "contribution professional-action"},
    {"task-output", "What came of a task", "note"},
    {"team-role", "Roles in an improvement team", "patient-adviser"},
    {"usage-context", "What of a place a finding leans on", "enabling-feature limiting-feature"},
}};

std::string url_of(std::string_view kind, std::string_view name) {
  std::string url(fhir_base);
  url += kind;
  url += '/';
  url += name;
  return url;
}

void element(JsonWriter& json, std::string_view id, std::string_view path) {
  json.begin_object().key("id").text(id).key("path").text(path);
}
void bounds(JsonWriter& json, std::int64_t least, std::string_view most) {
  json.key("min").integer(least).key("max").text(most);
}
void type_of(JsonWriter& json, std::string_view type) {
  json.key("type").begin_array().begin_object().key("code").text(type).end_object().end_array();
}

/// value[x] of that type; no extensions beside it.
void write_value(JsonWriter& json, const std::string& id, const std::string& path,
                 std::string_view type) {
  element(json, id + ".extension", path + ".extension");
  bounds(json, 0, "0");
  json.end_object();
  element(json, id + ".value[x]", path + ".value[x]");
  bounds(json, 1, "1");
  type_of(json, type);
  json.end_object();
}

void write_part(JsonWriter& json, const Part& part) {
  const std::string id = "Extension.extension:" + std::string(part.name);
  const std::string path = "Extension.extension";
  element(json, id, path);
  json.key("sliceName").text(part.name);
  bounds(json, 0, "1");
  json.end_object();
  element(json, id + ".url", path + ".url");
  json.key("fixedUri").text(part.name).end_object();
  element(json, id + ".value[x]", path + ".value[x]");
  type_of(json, part.type);
  json.end_object();
}

std::string extension_json(const Extension& extension) {
  JsonWriter json;
  json.begin_object().key("resourceType").text("StructureDefinition");
  json.key("id").text(extension.name);
  json.key("url").text(url_of("StructureDefinition", extension.name));
  std::string name;
  for (const std::string_view word : split(extension.name, '-')) {
    name += static_cast<char>(word[0] - 'a' + 'A');
    name += word.substr(1);
  }
  json.key("name").text(name).key("title").text(extension.title);
  json.key("status").text("active").key("description").text(extension.meaning);
  json.key("fhirVersion").text("4.0.1").key("kind").text("complex-type");
  json.key("abstract").boolean(false).key("context").begin_array();
  for (const std::string_view context : split(extension.contexts, ' '))
    json.begin_object().key("type").text("element").key("expression").text(context).end_object();
  json.end_array().key("type").text("Extension");
  json.key("baseDefinition").text("http://hl7.org/fhir/StructureDefinition/Extension");
  json.key("derivation").text("constraint").key("differential").begin_object();
  json.key("element").begin_array();
  element(json, "Extension", "Extension");
  json.key("short").text(extension.title).key("definition").text(extension.meaning).end_object();
  for (const Part& part : extension.parts) write_part(json, part);
  element(json, "Extension.url", "Extension.url");
  json.key("fixedUri").text(url_of("StructureDefinition", extension.name)).end_object();
  if (!extension.type.empty()) write_value(json, "Extension", "Extension", extension.type);
  json.end_array().end_object().end_object();
  return std::move(json).take();
}

std::string system_json(const System& system) {
  JsonWriter json;
  json.begin_object().key("resourceType").text("CodeSystem").key("id").text(system.name);
  json.key("url").text(url_of("CodeSystem", system.name));
  json.key("title").text(system.title).key("status").text("active");
  json.key("caseSensitive").boolean(true).key("content").text("fragment");
  json.key("concept").begin_array();
  for (const std::string_view code : split(system.codes, ' '))
    json.begin_object().key("code").text(code).end_object();
  json.end_array().end_object();
  return std::move(json).take();
}

using Named = std::vector<std::pair<std::string, std::string>>;

Reply listed(const Ask& ask, std::string_view type, const Named& definitions) {
  JsonWriter json;
  const std::string url(ask.query.value("url"));
  json.begin_object().key("resourceType").text("Bundle").key("type").text("searchset");
  std::int64_t total = 0;
  for (const auto& [name, definition] : definitions)
    if (url.empty() || url == url_of(type, name)) ++total;
  json.key("total").integer(total);
  if (total > 0) {
    json.key("entry").begin_array();
    for (const auto& [name, definition] : definitions) {
      if (!url.empty() && url != url_of(type, name)) continue;
      json.begin_object().key("fullUrl").text(url_of(type, name));
      json.key("resource").written(definition).end_object();
    }
    json.end_array();
  }
  json.end_object();
  return {200, std::move(json).take()};
}

/// Ours, or one that came in.
Reply one_of(const Named& definitions, std::string_view type, Desk& desk, const Ask& ask,
             const http::PathParts& parts) {
  for (const auto& [name, definition] : definitions)
    if (name == parts.at("id")) return {200, definition};
  if (desk.program().scopes.allow(type, service::Interaction::read))
    return read_resource(desk, ask, {{"type", std::string(type)}, {"id", parts.at("id")}});
  return refusal(404, "not-found", "We publish nothing under that name.");
}

}  // namespace

Named own_extensions() {
  Named all;
  for (const Extension& extension : extensions)
    all.emplace_back(extension.name, extension_json(extension));
  return all;
}

Named own_code_systems() {
  Named all;
  for (const System& system : systems) all.emplace_back(system.name, system_json(system));
  return all;
}

Reply list_own_extensions(Desk&, const Ask& ask, const http::PathParts&) {
  return listed(ask, "StructureDefinition", own_extensions());
}
Reply read_own_extension(Desk& desk, const Ask& ask, const http::PathParts& parts) {
  return one_of(own_extensions(), "StructureDefinition", desk, ask, parts);
}
Reply list_own_code_systems(Desk&, const Ask& ask, const http::PathParts&) {
  return listed(ask, "CodeSystem", own_code_systems());
}
Reply read_own_code_system(Desk& desk, const Ask& ask, const http::PathParts& parts) {
  return one_of(own_code_systems(), "CodeSystem", desk, ask, parts);
}

}  // namespace alongside::exchange
