// SPDX-License-Identifier: Apache-2.0
// Answers that every interaction gives.
#include "doors/exchange/server/desk.h"

#include "foundation/base/json.h"
#include "foundation/fhir/content.h"

namespace alongside::exchange {

std::string as_served(const service::ResourceVersion& version) {
  return fhir::with_version(version.content, std::to_string(version.version), iso_utc(version.at));
}

std::string as_served(const service::ResourceSeen& seen) {
  return fhir::with_version(seen.content, std::to_string(seen.version), iso_utc(seen.at));
}

Reply answered_with(const service::ResourceVersion& version) {
  return {200, as_served(version), {}, version.version, version.at};
}

Reply refusal(int status, std::string_view code, std::string_view words,
              std::string_view expression) {
  return refusal(status, {{std::string(code), std::string(expression), std::string(words)}});
}

Reply refusal(int status, const std::vector<Issue>& issues) {
  return {status, outcome_of("error", issues), {}, 0, {}, issues, {}, {}};
}

std::string outcome_of(std::string_view severity, const std::vector<Issue>& issues) {
  JsonWriter json;
  json.begin_object().key("resourceType").text("OperationOutcome").key("issue").begin_array();
  for (const Issue& issue : issues) {
    json.begin_object().key("severity").text(severity).key("code").text(issue.code);
    json.key("diagnostics").text(issue.reason);
    if (!issue.expression.empty())
      json.key("expression").begin_array().text(issue.expression).end_array();
    json.end_object();
  }
  json.end_array().end_object();
  return std::move(json).take();
}

}  // namespace alongside::exchange
