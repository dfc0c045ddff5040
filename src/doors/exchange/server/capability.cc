// SPDX-License-Identifier: Apache-2.0
// Nothing is said here that the tables do not say.
#include "doors/exchange/server/capability.h"

#include "doors/exchange/server/oauth.h"
#include "doors/exchange/server/routes.h"
#include "foundation/base/json.h"
#include "foundation/base/version.h"
#include "foundation/fhir/definitions.h"
#include "foundation/fhir/search_parameters.h"

namespace alongside::exchange {
namespace {

/// Since when the statement reads as it does.
constexpr std::string_view stated = "2026-11-23";

struct Spoken {
  std::string_view interaction;
  http::Method method;
  std::string_view pattern;
};
constexpr Spoken spoken[] = {
    {"read", http::Method::get, "/fhir/{type}/{id}"},
    {"vread", http::Method::get, "/fhir/{type}/{id}/_history/{version}"},
    {"history-instance", http::Method::get, "/fhir/{type}/{id}/_history"},
    {"search-type", http::Method::get, "/fhir/{type}"},
    {"create", http::Method::post, "/fhir/{type}"},
    {"update", http::Method::put, "/fhir/{type}/{id}"},
    {"delete", http::Method::remove, "/fhir/{type}/{id}"},
};

bool has_route(http::Method method, std::string_view pattern) {
  for (const auto& route : fhir_routes())
    if (route.method == method && route.pattern == pattern) return true;
  return false;
}

void write_parameter(JsonWriter& json, std::string_view name, std::string_view kind) {
  json.begin_object().key("name").text(name).key("type").text(kind).end_object();
}

struct Operation {
  std::string_view type;
  std::string_view name;
  std::string_view pattern;
  std::string_view definition;
};
constexpr Operation operations[] = {
    {"Patient", "everything", "/fhir/Patient/{id}/$everything",
     "http://hl7.org/fhir/OperationDefinition/Patient-everything"},
    {"Patient", "export", "/fhir/Patient/$export",
     "http://hl7.org/fhir/uv/bulkdata/OperationDefinition/patient-export"},
    {"Group", "export", "/fhir/Group/{id}/$export",
     "http://hl7.org/fhir/uv/bulkdata/OperationDefinition/group-export"}};

void write_operations(JsonWriter& json, std::string_view type) {
  bool first = true;
  for (const Operation& operation : operations) {
    if (operation.type != type || !has_route(http::Method::get, operation.pattern)) continue;
    if (first) json.key("operation").begin_array();
    first = false;
    json.begin_object().key("name").text(operation.name);
    json.key("definition").text(operation.definition).end_object();
  }
  if (!first) json.end_array();
}

void write_type(JsonWriter& json, std::string_view type) {
  json.begin_object().key("type").text(type).key("interaction").begin_array();
  for (const Spoken& one : spoken)
    if (has_route(one.method, one.pattern))
      json.begin_object().key("code").text(one.interaction).end_object();
  json.end_array();
  json.key("versioning").text("versioned-update").key("readHistory").boolean(true);
  json.key("updateCreate").boolean(true).key("conditionalCreate").boolean(true);
  json.key("conditionalRead").text("full-support").key("conditionalUpdate").boolean(true);
  json.key("conditionalDelete").text("single");
  const auto parameters = fhir::search_parameters(type);
  json.key("searchInclude").begin_array().text("*:iterate");
  for (const auto* parameter : parameters)
    if (parameter->kind == fhir::ParameterKind::reference) {
      std::string include(type);
      include += ':';
      include += parameter->name;
      json.text(include);
    }
  json.end_array().key("searchParam").begin_array();
  for (const std::string_view name :
       {"_id", "_lastUpdated", "_profile", "_security", "_source", "_tag"})
    write_parameter(json, name, fhir::name_of(fhir::search_parameter(type, name)->kind));
  for (const auto* parameter : parameters)
    write_parameter(json, parameter->name, fhir::name_of(parameter->kind));
  json.end_array();
  write_operations(json, type);
  json.end_object();
}

/// For programs older than smart-configuration.
void write_oauth_uris(JsonWriter& json, std::string_view base) {
  constexpr std::pair<std::string_view, std::string_view> places[] = {
      {"authorize", "/authorize"},
      {"token", "/oauth/token"},
      {"introspect", "/oauth/introspect"},
      {"revoke", "/oauth/revoke"},
      {"manage", "/programs"}};
  json.key("extension").begin_array().begin_object();
  json.key("url").text("http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris");
  json.key("extension").begin_array();
  for (const auto& [name, path] : places)
    json.begin_object()
        .key("url")
        .text(name)
        .key("valueUri")
        .text(site_of(base) + std::string(path))
        .end_object();
  json.end_array().end_object().end_array();
}

void write_security(JsonWriter& json, std::string_view base) {
  json.key("security").begin_object();
  write_oauth_uris(json, base);
  json.key("cors").boolean(true).key("service").begin_array();
  json.begin_object().key("coding").begin_array().begin_object();
  json.key("system").text("http://terminology.hl7.org/CodeSystem/restful-security-service");
  json.key("code").text("SMART-on-FHIR").end_object().end_array().end_object().end_array();
  json.key("description")
      .text("A key for a while, with scopes of SMART App Launch 2.")
      .end_object();
}

}  // namespace

Reply read_capability(Desk&, const Ask& ask, const http::PathParts&) {
  JsonWriter json;
  json.begin_object().key("resourceType").text("CapabilityStatement");
  json.key("status").text("active").key("date").text(stated).key("kind").text("instance");
  json.key("software").begin_object().key("name").text("Alongside");
  json.key("version").text(program_version).end_object();
  json.key("implementation").begin_object();
  json.key("description").text("Alongside").key("url").text(ask.base).end_object();
  json.key("fhirVersion").text("4.0.1");
  json.key("format").begin_array().text("application/fhir+json").text("json").end_array();
  json.key("rest").begin_array().begin_object().key("mode").text("server");
  write_security(json, ask.base);
  json.key("resource").begin_array();
  for (const std::string_view type : fhir::resource_types()) write_type(json, type);
  json.end_array().key("interaction").begin_array();
  for (const std::string_view code : {"transaction", "batch"})
    if (has_route(http::Method::post, "/fhir"))
      json.begin_object().key("code").text(code).end_object();
  json.end_array().end_object().end_array().end_object();
  return {200, std::move(json).take()};
}

Reply read_smart_configuration(Desk&, const Ask& ask, const http::PathParts&) {
  return {200, smart_configuration(ask.base)};
}

Reply read_openid_configuration(Desk&, const Ask& ask, const http::PathParts&) {
  return {200, openid_configuration(ask.base)};
}

}  // namespace alongside::exchange
