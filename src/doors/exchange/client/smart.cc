// SPDX-License-Identifier: Apache-2.0
// Nothing of what comes back is believed before it is compared with what was asked.
#include "doors/exchange/client/smart.h"

#include <algorithm>

#include "foundation/base/base64.h"
#include "foundation/base/json.h"
#include "foundation/base/json_value.h"
#include "foundation/base/secret.h"
#include "foundation/base/text.h"
#include "service/scopes.h"

namespace alongside::exchange {
namespace {

constexpr int json_depth_max = 16;
constexpr std::int64_t assertion_seconds = 240;  // SMART asks for five minutes at most.
constexpr std::string_view form = "application/x-www-form-urlencoded";
/// Read all, and write what a plan is made of.
constexpr std::string_view wished =
    "launch openid fhirUser patient/*.rs patient/Goal.cu patient/ServiceRequest.cu "
    "patient/CarePlan.cu patient/DocumentReference.c";
constexpr std::string_view wished_before =
    "launch openid fhirUser patient/*.read patient/Goal.write patient/ServiceRequest.write "
    "patient/CarePlan.write patient/DocumentReference.write";

std::optional<JsonValue> object_of(const http::FetchResult& result) {
  const auto* fetched = std::get_if<http::Fetched>(&result);
  if (fetched == nullptr || fetched->status != 200 || !is_utf8(fetched->body)) return std::nullopt;
  JsonReader reader;
  auto read = reader.read(fetched->body, json_depth_max);
  auto* value = std::get_if<JsonValue>(&read);
  if (value == nullptr || !value->is(JsonValue::Kind::object)) return std::nullopt;
  return std::move(*value);
}

std::string text_member(const JsonValue& object, std::string_view name) {
  const JsonValue* member = object.member(name);
  return member != nullptr && member->is(JsonValue::Kind::text) ? member->text : std::string();
}

bool lists(const JsonValue& object, std::string_view name, std::string_view wanted) {
  const JsonValue* list = object.member(name);
  return list != nullptr &&
         std::ranges::any_of(list->items, [&](const JsonValue& one) { return one.text == wanted; });
}

/// name=value&name=value, all of it encoded.
class Form {
 public:
  Form& add(std::string_view name, std::string_view value) {
    if (!text_.empty()) text_ += '&';
    text_ += name;
    text_ += '=';
    text_ += percent_encoded(value);
    return *this;
  }
  const std::string& text() const { return text_; }

 private:
  std::string text_;
};

std::string assertion(const Asker& asker, const std::string& audience) {
  JsonWriter claims;
  const std::int64_t now = asker.now.utc_ms / ms_a_second;
  claims.begin_object().key("iss").text(asker.system.client_id);
  claims.key("sub").text(asker.system.client_id).key("aud").text(audience);
  claims.key("iat").integer(now).key("exp").integer(now + assertion_seconds);
  claims.key("jti").text(fresh_token(asker.randomness)).end_object();
  return asker.key.signed_claims(std::move(claims).take(), jose::Algorithm::rs384);
}

Outcome<SmartKey> asked_for_key(const Asker& asker, const SmartDoors& doors, Form asked) {
  if (asker.system.signs)
    asked.add("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
        .add("client_assertion", assertion(asker, doors.token));
  else
    asked.add("client_id", asker.system.client_id);
  const auto result =
      asker.client.ask({http::Method::post,
                        doors.token,
                        {{"Content-Type", std::string(form)}, {"Accept", "application/json"}},
                        asked.text()});
  if (!std::holds_alternative<http::Fetched>(result)) return Refusal("launch.not_reached");
  const auto said = object_of(result);
  if (!said || lower_ascii(text_member(*said, "token_type")) != "bearer" ||
      text_member(*said, "access_token").empty())
    return Refusal("launch.refused");
  constexpr double longest_seconds = 86'400;
  constexpr double standard_seconds = 300;
  const JsonValue* seconds = said->member("expires_in");
  const double lasts = seconds == nullptr ? standard_seconds : seconds->number().value_or(0);
  const auto kept = static_cast<std::int64_t>(std::clamp(lasts, 0.0, longest_seconds));
  return SmartKey{text_member(*said, "access_token"),
                  text_member(*said, "patient"),
                  text_member(*said, "scope"),
                  text_member(*said, "id_token"),
                  {asker.now.utc_ms + kept * ms_a_second}};
}

}  // namespace

http::Client client_for(const service::RecordSystem& system) {
  std::vector<std::string> origins{http::origin_of(system.address)};
  for (const std::string& other : system.also) origins.push_back(http::origin_of(other));
  std::erase(origins, std::string());
  http::ClientLimits limits;
  constexpr long seconds = 10;
  limits.answer_seconds = seconds;
  constexpr std::size_t bytes = 4ULL * 1024 * 1024;
  limits.body_bytes_max = bytes;
  return http::Client(std::move(origins), system.private_network, limits);
}

Outcome<SmartDoors> smart_doors(const http::Client& client, const std::string& base) {
  const auto result = client.ask({http::Method::get,
                                  base + "/.well-known/smart-configuration",
                                  {{"Accept", "application/json"}}});
  if (!std::holds_alternative<http::Fetched>(result)) return Refusal("launch.not_reached");
  const auto said = object_of(result);
  if (!said) return Refusal("launch.odd");
  SmartDoors doors{text_member(*said, "authorization_endpoint"),
                   text_member(*said, "token_endpoint"), text_member(*said, "jwks_uri"),
                   text_member(*said, "issuer"), lists(*said, "capabilities", "permission-v2")};
  const bool known = client.may_ask(doors.token) &&
                     (doors.authorize.empty() || client.may_ask(doors.authorize)) &&
                     (doors.keys.empty() || client.may_ask(doors.keys));
  if (!known) return Refusal("launch.odd");
  return doors;
}

OpenQuestion fresh_question(Randomness& randomness, std::string back) {
  // 64 hexadecimal letters are a verifier as RFC 7636, section 4.1, wants it.
  return {fresh_token(randomness), fresh_token(randomness), fresh_token(randomness),
          std::move(back)};
}

std::string authorize_address(const SmartDoors& doors, const service::RecordSystem& system,
                              const OpenQuestion& question, std::string_view launch) {
  Form asked;
  asked.add("response_type", "code").add("client_id", system.client_id);
  asked.add("redirect_uri", question.back);
  asked.add("scope", doors.second_version ? wished : wished_before);
  asked.add("state", question.state).add("nonce", question.nonce).add("aud", system.address);
  asked.add("code_challenge", base64url(sha256_bytes(question.verifier)));
  asked.add("code_challenge_method", "S256");
  if (!launch.empty()) asked.add("launch", launch);
  std::string address = doors.authorize;
  address += address.find('?') == std::string::npos ? '?' : '&';
  return address += asked.text();
}

bool SmartKey::allows(std::string_view type, char letter) const {
  const auto scopes = service::Scopes::parse(scope);
  if (!scopes) return false;
  using service::Interaction;
  const Interaction wanted = letter == 'c'   ? Interaction::create
                             : letter == 'u' ? Interaction::update
                             : letter == 's' ? Interaction::search
                                             : Interaction::read;
  return scopes->allow(type, wanted);
}

Outcome<SmartKey> key_for_code(const Asker& asker, const SmartDoors& doors,
                               const OpenQuestion& question, std::string_view code) {
  Form asked;
  asked.add("grant_type", "authorization_code").add("code", code);
  asked.add("redirect_uri", question.back).add("code_verifier", question.verifier);
  return asked_for_key(asker, doors, std::move(asked));
}

Outcome<SmartKey> key_for_ourselves(const Asker& asker, const SmartDoors& doors,
                                    std::string_view scope) {
  Form asked;
  asked.add("grant_type", "client_credentials").add("scope", scope);
  return asked_for_key(asker, doors, std::move(asked));
}

Outcome<std::string> identity_in(const Asker& asker, const SmartDoors& doors,
                                 const OpenQuestion& question, const SmartKey& key) {
  if (key.id_token.empty() || doors.keys.empty()) return std::string();
  const auto set = asker.client.ask({http::Method::get, doors.keys, {}});
  const auto* fetched = std::get_if<http::Fetched>(&set);
  if (fetched == nullptr) return Refusal("launch.not_reached");
  const auto keys = jose::KeySet::parse(fetched->body);
  if (!keys) return Refusal("launch.refused");
  const std::string issuer = doors.issuer.empty() ? asker.system.address : doors.issuer;
  const auto read = jose::claims_of(key.id_token, *keys,
                                    {issuer, asker.system.client_id, question.nonce, asker.now});
  const auto* claims = std::get_if<JsonValue>(&read);
  const std::string subject = claims == nullptr ? std::string() : text_member(*claims, "sub");
  if (subject.empty()) return Refusal("launch.refused");
  // Of that system alone: another one may claim the same issuer.
  return sha256(asker.system.id + "\n" + issuer + "\n" + subject);
}

}  // namespace alongside::exchange
