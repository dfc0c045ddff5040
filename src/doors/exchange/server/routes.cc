// SPDX-License-Identifier: Apache-2.0
// The table of contents of the FHIR server.
#include "doors/exchange/server/routes.h"

#include "doors/exchange/server/bulk_export.h"
#include "doors/exchange/server/capability.h"
#include "doors/exchange/server/everything.h"
#include "doors/exchange/server/own_definitions.h"
#include "doors/exchange/server/read.h"
#include "doors/exchange/server/search.h"
#include "doors/exchange/server/transaction.h"
#include "doors/exchange/server/write.h"
#include "foundation/fhir/definitions.h"

namespace alongside::exchange {
namespace {

using http::Method;
using Row = http::Route<FhirHandler>;

Reply not_built(Desk&, const Ask&, const http::PathParts&) {
  return refusal(501, "not-supported",
                 "This server takes no patches. Read the resource and send it whole with PUT.");
}

std::optional<service::Interaction> interaction_of(std::string_view who) {
  using service::Interaction;
  if (who == who::reads) return Interaction::read;
  if (who == who::searches) return Interaction::search;
  if (who == who::creates) return Interaction::create;
  if (who == who::updates) return Interaction::update;
  if (who == who::deletes) return Interaction::remove;
  return std::nullopt;
}

/// Resources from which the policy learns who serves whom.
bool says_who_reaches(std::string_view type) {
  return type == "Patient" || type == "CareTeam" || type == "Encounter";
}

constexpr std::string_view reads = "reads resources; writes history";
constexpr std::string_view writes = "writes resources, people, teams, visits, aims, history";

const std::vector<Row> rows = {
    {Method::get, "/fhir/metadata", who::anyone, "What this server can do.", read_capability, "",
     ""},
    {Method::get, "/fhir/.well-known/smart-configuration", who::anyone, "How programs are let in.",
     read_smart_configuration, "", ""},
    {Method::get, "/fhir/.well-known/openid-configuration", who::anyone,
     "How programs learn who is signed in.", read_openid_configuration, "", ""},
    {Method::get, "/fhir/StructureDefinition", who::anyone, "Our own extensions.",
     list_own_extensions, "", ""},
    {Method::get, "/fhir/StructureDefinition/{id}", who::anyone, "One of our own extensions.",
     read_own_extension, "", ""},
    {Method::get, "/fhir/CodeSystem", who::anyone, "Our own code systems.", list_own_code_systems,
     "", ""},
    {Method::get, "/fhir/CodeSystem/{id}", who::anyone, "One of our own code systems.",
     read_own_code_system, "", ""},
    {Method::post, "/fhir", who::program, "A transaction or a batch.", carry_out_bundle, "",
     writes},
    {Method::post, "/fhir/", who::program, "A transaction or a batch.", carry_out_bundle, "",
     writes},
    {Method::get, "/fhir/$export", who::program, "Begins an export of everybody.", begin_export, "",
     reads},
    {Method::get, "/fhir/Patient/$export", who::reads, "Begins an export of everybody.",
     begin_export, "", reads},
    {Method::get, "/fhir/Group/{id}/$export", who::program, "Begins an export of a group.",
     begin_group_export, "", reads},
    {Method::get, "/fhir/$export-status/{job}", who::program, "How far an export is.",
     export_status, "", ""},
    {Method::remove, "/fhir/$export-status/{job}", who::program, "Ends an export.", end_export, "",
     ""},
    {Method::get, "/fhir/$export-file/{job}/{file}", who::program, "A file of an export.",
     export_file, "", ""},
    {Method::get, "/fhir/Patient/{id}/$everything", who::reads, "All about one person.",
     read_everything, "", reads},
    {Method::post, "/fhir/Patient/{id}/$everything", who::reads, "All about one person.",
     read_everything, "", reads},
    {Method::post, "/fhir/{type}/_search", who::searches, "Finds resources.", search_type, "*",
     reads},
    {Method::get, "/fhir/{type}", who::searches, "Finds resources.", search_type, "", reads},
    {Method::post, "/fhir/{type}", who::creates, "Makes a resource.", create_resource, "", writes},
    {Method::put, "/fhir/{type}", who::updates, "Changes the resource that answers criteria.",
     update_where, "", writes},
    {Method::remove, "/fhir/{type}", who::deletes, "Deletes the resource that answers criteria.",
     delete_where, "", writes},
    {Method::get, "/fhir/{type}/{id}/_history", who::reads, "The versions of a resource.",
     read_history, "", reads},
    {Method::get, "/fhir/{type}/{id}/_history/{version}", who::reads, "A resource as it was.",
     read_version, "", reads},
    {Method::get, "/fhir/{type}/{id}", who::reads, "A resource.", read_resource, "", reads},
    {Method::put, "/fhir/{type}/{id}", who::updates, "Changes a resource.", update_resource, "",
     writes},
    {Method::patch, "/fhir/{type}/{id}", who::updates, "Says that there are no patches here.",
     not_built, "", ""},
    {Method::remove, "/fhir/{type}/{id}", who::deletes, "Deletes a resource.", delete_resource, "",
     writes},
    {Method::get, "/fhir/Patient/{id}/{type}", who::searches, "Finds what is about one person.",
     search_compartment, "", reads},
};

}  // namespace

const std::vector<Row>& fhir_routes() { return rows; }

std::optional<Reply> not_allowed(const service::Program& program, std::string_view type,
                                 service::Interaction interaction) {
  const fhir::Shape* shape = fhir::shape(type);
  if (shape == nullptr || !shape->resource)
    return refusal(404, "not-supported", "FHIR R4 has no such type of resource.");
  if (!program.scopes.allow(type, interaction))
    return refusal(403, "forbidden", "The key does not allow this. Ask for a scope that does.");
  const bool looks =
      interaction == service::Interaction::read || interaction == service::Interaction::search;
  if (!looks && program.let_in_by != service::LetInBy::the_owner && says_who_reaches(type))
    return refusal(403, "forbidden",
                   "This says who somebody is and who serves them. It is changed here, not by a "
                   "program that somebody let in.");
  return std::nullopt;
}

Reply perform(Desk& desk, const Ask& ask, std::string_view place) {
  std::string path = "/fhir/";
  path += place.substr(0, place.find('?'));
  if (place.empty()) path.pop_back();
  const auto found = http::find_route(fhir_routes(), ask.method, path);
  if (found.route == nullptr)
    return found.status == 405
               ? refusal(405, "not-supported", "This address does not take that method.")
               : refusal(404, "not-supported", "There is nothing at this address. See /metadata.");
  if (const auto interaction = interaction_of(found.route->who)) {
    const auto type = found.parts.find("type");
    const std::string_view asked =
        type == found.parts.end() ? std::string_view("Patient") : std::string_view(type->second);
    if (const auto refused = not_allowed(desk.program(), asked, *interaction)) return *refused;
  }
  return found.route->handler(desk, ask, found.parts);
}

}  // namespace alongside::exchange
