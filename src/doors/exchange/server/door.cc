// SPDX-License-Identifier: Apache-2.0
// Media types, keys, and what a Reply is over HTTP.
#include "doors/exchange/server/door.h"

#include <chrono>

#include "doors/exchange/server/read.h"
#include "doors/exchange/server/routes.h"
#include "doors/exchange/server/token_file.h"
#include "foundation/base/broken.h"
#include "foundation/base/text.h"
#include "service/known_programs.h"

namespace alongside::exchange {
namespace {

constexpr std::string_view fhir_json = "application/fhir+json; charset=utf-8";
constexpr std::string_view base_path = "/fhir";

http::Response plain(const Reply& reply) {
  http::Response response{reply.status, {}, reply.body, {}};
  if (!reply.body.empty())
    response.with("Content-Type", reply.media.empty() ? std::string(fhir_json) : reply.media);
  for (const auto& [name, value] : reply.headers) response.with(name, value);
  return response;
}

/// JSON in one of its names, or whatever.
bool takes_json(const http::Request& request) {
  const std::string_view format = request.query.value("_format");
  if (!format.empty()) return format.find("json") != std::string_view::npos;
  const std::string_view accept = request.header("accept");
  return accept.empty() || accept.find("json") != std::string_view::npos ||
         accept.find("*/*") != std::string_view::npos ||
         accept.find("application/*") != std::string_view::npos;
}

/// What is sent is JSON, or a search's form.
bool brings_json(const http::Request& request) {
  const std::string_view type = request.header("content-type");
  const std::string_view media = type.substr(0, type.find(';'));
  return media == "application/fhir+json" || media == "application/json" ||
         media == "application/json+fhir" ||
         (media == "application/x-www-form-urlencoded" && request.path.ends_with("_search"));
}

bool brings_body(http::Method method) {
  return method == http::Method::post || method == http::Method::put;
}

Ask ask_from(const http::Request& request, std::string base) {
  Ask ask;
  ask.method = request.method;
  ask.query = request.query;
  for (const auto& [name, value] : request.form.pairs()) ask.query.add(name, value);
  ask.body = request.body;
  ask.if_match = request.header("if-match");
  ask.if_none_match = request.header("if-none-match");
  ask.if_none_exist = request.header("if-none-exist");
  ask.if_modified_since = request.header("if-modified-since");
  ask.prefer = request.header("prefer");
  ask.base = std::move(base);
  return ask;
}

http::Response response_of(const Reply& reply, const Ask& ask) {
  http::Response response = plain(reply);
  if (reply.version > 0)
    response.with("ETag", etag_of(reply.version)).with("Last-Modified", http_date(reply.at));
  if (!reply.location.empty()) response.with("Location", ask.base + "/" + reply.location);
  const bool written = brings_body(ask.method) && !reply.refused() && !reply.location.empty();
  if (written && ask.prefer.find("return=minimal") != std::string::npos) response.body.clear();
  if (written && ask.prefer.find("return=OperationOutcome") != std::string::npos)
    response.body =
        outcome_of("information", {{"informational", "", "The resource is kept as it was sent."}});
  return response;
}

}  // namespace

bool FhirDoor::is_for(std::string_view path) {
  return path == base_path || path.starts_with("/fhir/") || path.starts_with("/oauth/");
}

http::Response FhirDoor::answer(const http::Request& request) {
  const auto begun = std::chrono::steady_clock::now();
  std::string_view pattern = "none";
  http::Response response;
  try {
    response = served(request, pattern);
  } catch (const OutOfRoom& full) {
    log_.write("fault", {{"what", std::string_view(full.what())}});
    response = plain(refusal(507, "no-store", "The disk is full. Nothing was kept."));
    response.with("Retry-After", "60");
  } catch (const BrokenMachine& fault) {
    log_.write("fault", {{"what", std::string_view(fault.what())}});
    response = plain(refusal(503, "transient", "The store cannot be used now. Try again."));
    response.with("Retry-After", "5");
  }
  const auto taken = std::chrono::steady_clock::now() - begun;
  log_.write("request",
             {{"route", pattern},
              {"status", std::int64_t{response.status}},
              {"us", std::chrono::duration_cast<std::chrono::microseconds>(taken).count()}});
  return response;
}

/// Programs in a browser ask from their own pages: those of a program that is named may read the
/// answers. Cookies play no part here.
http::Response FhirDoor::served(const http::Request& request, std::string_view& pattern) {
  const std::string origin(request.header("origin"));
  const bool asks_first = request.method == http::Method::options &&
                          !request.header("access-control-request-method").empty();
  const bool known = !origin.empty() && service::is_origin_of_a_program(service_, origin);
  http::Response response = asks_first ? http::Response{known ? 204 : 403, {}, {}, {}}
                            : request.path.starts_with("/oauth/") ? key_answer(request, pattern)
                                                                  : routed(request, pattern);
  if (!origin.empty()) response.with("Vary", "Origin");
  if (!known) return response;
  response.with("Access-Control-Allow-Origin", origin);
  if (!asks_first)
    return response.with(
        "Access-Control-Expose-Headers",
        "Content-Location, ETag, Last-Modified, Location, Retry-After, X-Progress");
  return response.with("Access-Control-Allow-Methods", "GET, POST, PUT, DELETE")
      .with("Access-Control-Allow-Headers",
            "Accept, Authorization, Content-Type, If-Match, If-Modified-Since, If-None-Exist, "
            "If-None-Match, Prefer")
      .with("Access-Control-Max-Age", "600");
}

http::Response FhirDoor::key_answer(const http::Request& request, std::string_view& pattern) {
  const auto found = http::find_route(oauth_routes(), request.method, request.path);
  if (found.route == nullptr) return {found.status, {}, {}, {}};
  pattern = found.route->pattern;
  return found.route->handler({service_, request, signer_, base_of(request)});
}

std::string FhirDoor::base_of(const http::Request& request) const {
  std::string base = public_address_;
  if (base.empty()) base = "http://" + std::string(request.header("host"));
  return base += base_path;
}

std::optional<service::Program> FhirDoor::program_of(const http::Request& request) const {
  constexpr std::string_view bearer = "bearer ";
  const std::string_view said = request.header("authorization");
  if (lower_ascii(said.substr(0, bearer.size())) != bearer) return std::nullopt;
  const std::string_view key = said.substr(bearer.size());
  if (auto known = service::program_with(service_, key)) return known;
  // Left in the data folder since the last request.
  if (!take_in_token(service_, keys_, key)) return std::nullopt;
  return service::program_with(service_, key);
}

http::Response FhirDoor::routed(const http::Request& request, std::string_view& pattern) {
  std::string base = base_of(request);
  const auto found = http::find_route(fhir_routes(), request.method, request.path);
  if (found.route != nullptr) pattern = found.route->pattern;
  const bool open = found.route != nullptr && found.route->who == who::anyone;
  auto program = program_of(request);
  if (!program && !open) {
    http::Response refused = plain(
        refusal(401, "login", "Send a key: Authorization: Bearer, and a key that still holds."));
    return refused.with("WWW-Authenticate", "Bearer realm=\"fhir\"");
  }
  if (!takes_json(request))
    return plain(refusal(406, "not-supported", "Answers are in JSON: application/fhir+json."));
  if (brings_body(request.method) && !brings_json(request) && !request.body.empty())
    return plain(refusal(415, "not-supported", "Send JSON: application/fhir+json."));
  if (!open) own_.bring_up_to_date();
  const ServerParts parts{service_, defaults_, account_, exports_};
  const service::Program nobody;
  Desk desk(parts, program ? *program : nobody);
  const Ask ask = ask_from(request, std::move(base));
  std::string_view place = std::string_view(request.path).substr(base_path.size());
  if (place.starts_with('/')) place.remove_prefix(1);
  return response_of(perform(desk, ask, place), ask);
}

}  // namespace alongside::exchange
