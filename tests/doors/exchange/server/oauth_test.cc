// SPDX-License-Identifier: Apache-2.0
// Keys over HTTP: what a program sends, what it is answered, and from which pages it may ask.
#include "doors/exchange/server/oauth.h"

#include <fstream>

#include "doors/exchange/server/served.h"
#include "foundation/base/base64.h"
#include "foundation/base/secret.h"
#include "service/program_keys.h"

namespace alongside::exchange {
namespace {

class OAuth : public Served {
 protected:
  OAuth() {
    service::Caller admin = clinic.lind;
    admin.administrator = true;
    named = service::name_program(clinic.service, admin,
                                  {"Draw: more", "https://draw.example/back", true})
                .value();
  }
  std::string code(const std::string& scope) {
    const service::ProgramAsks asks{named.program.id,
                                    "https://draw.example/back",
                                    "code",
                                    scope,
                                    "",
                                    "https://clinic.example/fhir",
                                    base64url(sha256_bytes(verifier)),
                                    "S256",
                                    "n 1"};
    return service::let_program_in(clinic.service, clinic.amina, asks,
                                   "https://clinic.example/fhir", {{}, true, true})
        .value();
  }
  std::string key_by(const service::Caller& caller, const std::string& scope,
                     const service::LetIn& agreed) {
    const service::ProgramAsks asks{named.program.id,
                                    "https://draw.example/back",
                                    "code",
                                    scope,
                                    "",
                                    "https://clinic.example/fhir",
                                    base64url(sha256_bytes(verifier)),
                                    "S256",
                                    ""};
    const auto code = service::let_program_in(clinic.service, caller, asks,
                                              "https://clinic.example/fhir", agreed);
    const auto answer =
        service::key_for_code(clinic.service, {named.program.id, named.secret},
                              {code.value(), "https://draw.example/back", verifier});
    return std::get<service::ProgramKey>(answer).key;
  }
  http::Response send(const std::string& path, const std::string& form, bool proves = true,
                      const std::string& origin = {}) {
    http::Request request;
    request.method = http::Method::post;
    request.path = path;
    request.form = *http::Fields::parse(form);
    request.headers["host"] = "clinic.example";
    if (proves)
      request.headers["authorization"] = "Basic " + base64(named.program.id + ":" + named.secret);
    if (!origin.empty()) request.headers["origin"] = origin;
    return door.answer(request);
  }
  std::string for_code(const std::string& scope) {
    return "grant_type=authorization_code&code=" + code(scope) +
           "&redirect_uri=https%3A%2F%2Fdraw.example%2Fback&code_verifier=" + verifier;
  }
  JsonValue given(const std::string& scope) { return read(send("/oauth/token", for_code(scope))); }

  const std::string verifier = std::string(64, 'v');
  service::NamedProgram named;
};

TEST_F(OAuth, GivesAKeyThatOpensWhatWasAgreed) {
  const JsonValue key = given("openid fhirUser launch/patient offline_access patient/Patient.rs");
  EXPECT_EQ(text(key, "/token_type"), "Bearer");
  EXPECT_EQ(text(key, "/expires_in"), "3600");
  EXPECT_EQ(text(key, "/patient"), "a");
  EXPECT_EQ(text(key, "/scope"),
            "openid fhirUser launch/patient offline_access patient/Patient.rs");
  as(text(key, "/access_token"));
  EXPECT_EQ(get("Patient/a").status, 200);
  EXPECT_EQ(get("Patient/b").status, 404);
  EXPECT_EQ(get("Goal").status, 403);
  EXPECT_EQ(count(clinic.amina, "look_by_program"), 1);
  const std::string refresh = text(key, "/refresh_token");
  const JsonValue turned =
      read(send("/oauth/token", "grant_type=refresh_token&refresh_token=" + refresh));
  EXPECT_EQ(get("Patient/a").status, 401) << "the key before it ends";
  as(text(turned, "/access_token"));
  EXPECT_EQ(get("Patient/a").status, 200);
}

TEST_F(OAuth, AProfessionalsProgramSaysNothingInThePersonsName) {
  as(everything());
  const std::string voice = R"(,"expressedBy":{"reference":"Patient/a"})";
  put("Goal/said", goal("said", "a", voice));
  const auto by = [&](const service::Caller& caller) {
    service::LetIn agreed{{}, true, true};
    if (!caller.person) agreed.person = clinic.id_of(clinic.amina);
    as(key_by(caller, "patient/*.cruds", agreed));
  };
  const std::string score =
      R"({"resourceType":"Observation","status":"final","code":{"coding":[{"system":"http://loinc.org","code":"107334-5"}]},)"
      R"("subject":{"reference":"Patient/a"},"performer":[{"reference":"Patient/a"}],)"
      R"("focus":[{"reference":"Goal/said"}],"valueCodeableConcept":{"coding":[{"system":"http://loinc.org","code":"LA34480-6"}]}})";
  by(clinic.lind);
  EXPECT_EQ(post("Observation", score).status, 422);
  EXPECT_EQ(post("Goal", goal("x", "a", voice)).status, 422);
  EXPECT_EQ(put("Goal/said", goal("said", "a")).status, 422) << "their voice is not taken away";
  EXPECT_EQ(ask(http::Method::remove, "Goal/said").status, 422);
  EXPECT_EQ(post("Goal", goal("x", "a")).status, 201);
  by(clinic.amina);
  EXPECT_EQ(post("Observation", score).status, 201);
  EXPECT_EQ(post("Goal", goal("x", "a", voice)).status, 201);
}

TEST_F(OAuth, AnHoursRightNeverBecomesALastingOne) {
  const std::string team =
      R"({"resourceType":"CareTeam","status":"active","subject":{"reference":"Patient/a"},)"
      R"("participant":[{"member":{"reference":"Practitioner/h"}}]})";
  as(text(given("patient/*.cruds"), "/access_token"));
  EXPECT_EQ(post("CareTeam", team).status, 403);
  EXPECT_EQ(put("Patient/a", R"({"resourceType":"Patient","id":"a"})").status, 403);
  EXPECT_EQ(get("Patient/a").status, 200);
  const std::string bundle =
      R"({"resourceType":"Bundle","type":"transaction","entry":[{"request":{"method":"POST","url":"CareTeam"},"resource":)" +
      team + "}]}";
  EXPECT_EQ(post("", bundle).status, 403);
  EXPECT_EQ(get("$export", {{"prefer", "respond-async"}}).status, 403);
}

TEST_F(OAuth, SaysWhoIsSignedIn) {
  // The signer of this test signs nothing, so the claims can be read.
  JsonReader reader;
  const std::string claims = text(given("openid fhirUser"), "/id_token");
  const auto said = reader.read(claims, 4);
  const auto& token = std::get<JsonValue>(said);
  EXPECT_EQ(text(token, "/iss"), "https://clinic.example/fhir");
  EXPECT_EQ(text(token, "/aud"), named.program.id);
  EXPECT_EQ(text(token, "/nonce"), "n 1");
  EXPECT_EQ(text(token, "/fhirUser"), "https://clinic.example/fhir/Patient/a");
  EXPECT_EQ(text(given("launch/patient patient/*.rs"), "/id_token"), "(none)");
}

TEST_F(OAuth, RefusesInOAuthsWords) {
  const auto refused = [&](const std::string& form, bool proves = true) {
    const auto answer = send("/oauth/token", form, proves);
    return std::to_string(answer.status) + " " + text(read(answer), "/error");
  };
  EXPECT_EQ(refused(""), "400 invalid_request");
  EXPECT_EQ(refused("grant_type=password"), "400 unsupported_grant_type");
  EXPECT_EQ(refused("grant_type=refresh_token&refresh_token=1.2.3"), "400 invalid_grant");
  EXPECT_EQ(refused(for_code("patient/*.rs"), false), "401 invalid_client");
  EXPECT_EQ(refused(for_code("patient/*.rs") + "&client_id=" + named.program.id, false),
            "401 invalid_client");
  EXPECT_EQ(send("/oauth/token",
                 for_code("patient/*.rs") + "&client_id=" + named.program.id +
                     "&client_secret=" + named.secret,
                 false)
                .status,
            200);
  EXPECT_EQ(send("/oauth/nothing", "").status, 404);
  http::Request looks;
  looks.path = "/oauth/token";
  EXPECT_EQ(door.answer(looks).status, 405);
}

TEST_F(OAuth, SaysWhatAKeyHoldsAndEndsIt) {
  const std::string key = text(given("patient/Goal.rs"), "/access_token");
  const JsonValue said = read(send("/oauth/introspect", "token=" + key));
  EXPECT_EQ(text(said, "/active"), "true");
  EXPECT_EQ(text(said, "/scope"), "patient/Goal.rs");
  EXPECT_EQ(text(said, "/patient"), "a");
  EXPECT_EQ(text(said, "/client_id"), named.program.id);
  EXPECT_EQ(send("/oauth/introspect", "token=" + key, false).status, 401);
  EXPECT_EQ(text(read(send("/oauth/introspect", "token=else")), "/active"), "false");
  EXPECT_EQ(send("/oauth/revoke", "token=" + key, false).status, 401);
  EXPECT_EQ(send("/oauth/revoke", "token=" + key).status, 200);
  EXPECT_EQ(text(read(send("/oauth/introspect", "token=" + key)), "/active"), "false");
  as(key);
  EXPECT_EQ(get("Goal").status, 401);
}

TEST_F(OAuth, AnswersAProgramsPagesAndNoOthers) {
  const auto allowed = [&](const std::string& origin) {
    return std::string(
        send("/oauth/token", "grant_type=x", true, origin).header("Access-Control-Allow-Origin"));
  };
  EXPECT_EQ(allowed("https://draw.example"), "https://draw.example");
  EXPECT_EQ(allowed("https://evil.example"), "");
  EXPECT_EQ(allowed(""), "");
  const auto asked_first = [&](const std::string& origin) {
    return ask(http::Method::options, "Patient/a", {},
               {{"origin", origin}, {"access-control-request-method", "GET"}});
  };
  const auto good = asked_first("https://draw.example");
  EXPECT_EQ(good.status, 204);
  EXPECT_NE(good.header("Access-Control-Allow-Headers").find("Authorization"),
            std::string_view::npos);
  EXPECT_EQ(good.header("Access-Control-Allow-Credentials"), "");
  EXPECT_EQ(asked_first("https://evil.example").status, 403);
}

TEST_F(OAuth, TellsProgramsWhereToGo) {
  const JsonValue smart = read(get(".well-known/smart-configuration"));
  EXPECT_EQ(text(smart, "/issuer"), "https://clinic.example/fhir");
  EXPECT_EQ(text(smart, "/authorization_endpoint"), "https://clinic.example/authorize");
  EXPECT_EQ(text(smart, "/token_endpoint"), "https://clinic.example/oauth/token");
  EXPECT_EQ(text(smart, "/code_challenge_methods_supported/0"), "S256");
  const JsonValue open_id = read(get(".well-known/openid-configuration"));
  EXPECT_EQ(text(open_id, "/jwks_uri"), "https://clinic.example/oauth/keys");
  EXPECT_EQ(text(open_id, "/id_token_signing_alg_values_supported/0"), "RS256");
}

TEST_F(OAuth, EveryRouteStandsOnThePageOfRoutes) {
  std::ifstream file(std::string(ALONGSIDE_SOURCE) + "/docs/reference/routes.md");
  const std::string page((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  for (const auto& route : oauth_routes()) {
    std::string row = route.method == http::Method::get ? "| GET | `" : "| POST | `";
    row.append(route.pattern).append("` | ").append(route.who).append(" | ");
    row.append(route.purpose).append(" | ").append(route.touches);
    EXPECT_NE(page.find(row), std::string::npos) << row;
  }
}

}  // namespace
}  // namespace alongside::exchange
