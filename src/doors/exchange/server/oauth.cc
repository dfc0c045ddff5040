// SPDX-License-Identifier: Apache-2.0
// Forms in, JSON out; what holds, the service says.
#include "doors/exchange/server/oauth.h"

#include "foundation/base/base64.h"
#include "foundation/base/json.h"
#include "foundation/base/text.h"
#include "foundation/http/router.h"
#include "service/program_keys.h"

namespace alongside::exchange {
namespace {

using http::Method;
using service::KeyFault;
using Row = http::Route<OAuthHandler>;

constexpr std::string_view basic = "basic ";
constexpr std::string_view bearer = "bearer ";

http::Response json_answer(int status, std::string body) {
  http::Response response{status, {}, std::move(body), {}};
  response.with("Content-Type", "application/json").with("Pragma", "no-cache");
  return response;
}

http::Response fault(std::string_view code) {
  JsonWriter json;
  json.begin_object().key("error").text(code).end_object();
  const bool unknown = code == "invalid_client";
  http::Response response = json_answer(unknown ? 401 : 400, std::move(json).take());
  if (unknown) response.with("WWW-Authenticate", "Basic realm=\"oauth\"");
  return response;
}

/// What stands after the word in Authorization; empty where another word stands there.
std::string_view said_after(std::string_view word, const http::Request& request) {
  const std::string_view said = request.header("authorization");
  return lower_ascii(said.substr(0, word.size())) == word ? said.substr(word.size())
                                                          : std::string_view();
}

/// RFC 6749, 2.3.1: in the header, each half as a form writes it, or in the form.
service::ProgramProof proof_of(const http::Request& request) {
  service::ProgramProof proof{std::string(request.form.value("client_id")),
                              std::string(request.form.value("client_secret"))};
  const auto both = from_base64(said_after(basic, request));
  const std::size_t colon = both ? both->find(':') : std::string::npos;
  if (colon == std::string::npos) return proof;
  const auto plain = [](std::string_view half) {
    const auto read = http::Fields::parse("half=" + std::string(half));
    return read ? std::string(read->value("half")) : std::string();
  };
  return {plain(std::string_view(*both).substr(0, colon)),
          plain(std::string_view(*both).substr(colon + 1))};
}

std::string id_token(const OAuthAsk& ask, const service::ProgramKey& key) {
  const std::int64_t now = ask.service.now().utc_ms / 1000;
  JsonWriter claims;
  claims.begin_object().key("iss").text(ask.base).key("sub").text(key.subject);
  claims.key("aud").text(key.program).key("iat").integer(now);
  claims.key("exp").integer(now + id_token_seconds);
  if (!key.nonce.empty()) claims.key("nonce").text(key.nonce);
  if (!key.fhir_user.empty()) claims.key("fhirUser").text(ask.base + "/" + key.fhir_user);
  claims.end_object();
  return ask.signer.sign(std::move(claims).take());
}

http::Response key_answer(const OAuthAsk& ask, const service::KeyAnswer& answer) {
  if (const auto* refused = std::get_if<KeyFault>(&answer)) return fault(code_of(*refused));
  const auto& key = std::get<service::ProgramKey>(answer);
  JsonWriter json;
  json.begin_object().key("access_token").text(key.key).key("token_type").text("Bearer");
  json.key("expires_in").integer(key.seconds).key("scope").text(key.scope);
  if (!key.refresh.empty()) json.key("refresh_token").text(key.refresh);
  if (!key.patient.empty()) json.key("patient").text(key.patient);
  if (!key.patient.empty()) json.key("need_patient_banner").boolean(true);
  if (key.says_who) json.key("id_token").text(id_token(ask, key));
  json.end_object();
  return json_answer(200, std::move(json).take());
}

http::Response give_key(const OAuthAsk& ask) {
  const http::Fields& form = ask.request.form;
  const auto text = [&](std::string_view name) { return std::string(form.value(name)); };
  const std::string_view kind = form.value("grant_type");
  const service::ProgramProof proof = proof_of(ask.request);
  if (kind == "authorization_code")
    return key_answer(
        ask, service::key_for_code(ask.service, proof,
                                   {text("code"), text("redirect_uri"), text("code_verifier")}));
  if (kind == "refresh_token")
    return key_answer(ask, service::key_for_refresh(ask.service, proof, form.value("refresh_token"),
                                                    form.value("scope")));
  return fault(kind.empty() ? "invalid_request" : "unsupported_grant_type");
}

http::Response say_what_key_holds(const OAuthAsk& ask) {
  auto asker = service::proven_program(ask.service, proof_of(ask.request));
  if (!asker) asker = service::program_of_key(ask.service, said_after(bearer, ask.request));
  if (!asker) return fault("invalid_client");
  const auto said = service::what_key_holds(ask.service, *asker, ask.request.form.value("token"));
  JsonWriter json;
  json.begin_object().key("active").boolean(said.has_value());
  if (said) {
    json.key("scope").text(said->scope).key("client_id").text(said->program);
    json.key("token_type").text("Bearer").key("iss").text(ask.base);
    if (!said->subject.empty()) json.key("sub").text(said->subject);
    json.key("iat").integer(said->since.utc_ms / 1000);
    json.key("exp").integer(said->until.utc_ms / 1000);
    if (!said->patient.empty()) json.key("patient").text(said->patient);
    if (!said->fhir_user.empty()) json.key("fhirUser").text(ask.base + "/" + said->fhir_user);
  }
  json.end_object();
  return json_answer(200, std::move(json).take());
}

http::Response end_key(const OAuthAsk& ask) {
  const auto refused =
      service::revoke(ask.service, proof_of(ask.request), ask.request.form.value("token"));
  return refused ? fault(code_of(*refused)) : json_answer(200, "{}");
}

http::Response show_keys(const OAuthAsk& ask) {
  http::Response response{200, {}, ask.signer.public_keys, {}};
  response.with("Content-Type", "application/jwk-set+json");
  return response;
}

const std::vector<Row> rows = {
    {Method::post, "/oauth/token", "anyone", "A key for a code or a refresh token.", give_key, "*",
     "reads people, teams; writes keys"},
    {Method::post, "/oauth/introspect", "anyone", "What a key holds, for its program.",
     say_what_key_holds, "*", "reads keys, people, teams"},
    {Method::post, "/oauth/revoke", "anyone", "Ends a key, for its program.", end_key, "*",
     "writes keys"},
    {Method::get, "/oauth/keys", "anyone", "Keys by which id tokens are checked.", show_keys, "",
     ""},
};

void write_addresses(JsonWriter& json, std::string_view base) {
  const std::string site = site_of(base);
  json.key("issuer").text(base).key("jwks_uri").text(site + "/oauth/keys");
  json.key("authorization_endpoint").text(site + "/authorize");
  json.key("token_endpoint").text(site + "/oauth/token");
  json.key("introspection_endpoint").text(site + "/oauth/introspect");
  json.key("revocation_endpoint").text(site + "/oauth/revoke");
}

void write_list(JsonWriter& json, std::string_view name,
                std::initializer_list<std::string_view> words) {
  json.key(name).begin_array();
  for (const std::string_view word : words) json.text(word);
  json.end_array();
}

void write_kinds(JsonWriter& json) {
  write_list(json, "response_types_supported", {"code"});
  write_list(json, "grant_types_supported", {"authorization_code", "refresh_token"});
  write_list(json, "token_endpoint_auth_methods_supported",
             {"client_secret_basic", "client_secret_post", "none"});
  write_list(json, "code_challenge_methods_supported", {"S256"});
  write_list(json, "scopes_supported",
             {"openid", "fhirUser", "launch/patient", "offline_access", "patient/*.cruds",
              "user/*.cruds"});
}

}  // namespace

const std::vector<Row>& oauth_routes() { return rows; }

std::string site_of(std::string_view base) { return std::string(base.substr(0, base.rfind('/'))); }

std::string smart_configuration(std::string_view base) {
  JsonWriter json;
  json.begin_object();
  write_addresses(json, base);
  json.key("management_endpoint").text(site_of(base) + "/programs");
  write_kinds(json);
  write_list(json, "capabilities",
             {"launch-standalone", "client-public", "client-confidential-symmetric",
              "sso-openid-connect", "context-standalone-patient", "permission-offline",
              "permission-patient", "permission-v1", "permission-v2"});
  json.end_object();
  return std::move(json).take();
}

std::string openid_configuration(std::string_view base) {
  JsonWriter json;
  json.begin_object();
  write_addresses(json, base);
  write_kinds(json);
  write_list(json, "subject_types_supported", {"pairwise"});
  write_list(json, "id_token_signing_alg_values_supported", {"RS256"});
  json.end_object();
  return std::move(json).take();
}

}  // namespace alongside::exchange
