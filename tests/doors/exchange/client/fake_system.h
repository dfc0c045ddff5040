// SPDX-License-Identifier: Apache-2.0
// A small record system of somebody else's on loopback: signs people in, shows Wilma, takes what it
// is told to take, lets group 17 be fetched. tests/fhir/ehr.mjs is a more careful one.
#pragma once

#include <gtest/gtest.h>

#include <map>
#include <mutex>
#include <set>
#include <thread>

#include "clinic.h"
#include "doors/exchange/client/smart.h"
#include "foundation/base/text.h"
#include "foundation/http/server.h"

namespace alongside::exchange {

class FakeSystem {
 public:
  explicit FakeSystem(const Clock& clock)
      : clock_(clock),
        log_(clock_, nullptr),
        server_(
            "127.0.0.1", 0, 2, [this](const http::Request& asked) { return answer(asked); }, log_),
        thread_([this] { server_.run(); }) {}
  ~FakeSystem() {
    server_.stop();
    thread_.join();
  }
  std::string origin() const { return "http://127.0.0.1:" + std::to_string(server_.port()); }
  std::string base() const { return origin() + "/fhir"; }
  service::RecordSystem named() const { return {"1", "North", base(), "us", {}, true, false}; }
  std::vector<std::string> asked() {
    const std::lock_guard lock(mutex_);
    return asked_;
  }
  const jose::SigningKey& key() const { return key_; }

  std::string scope = "launch openid fhirUser patient/*.rs patient/Goal.cu";
  std::string nonce;  ///< of the question that is open
  bool answers = true;
  std::string token_elsewhere;

 private:
  static http::Response json(std::string body) {
    return http::Response::text(200, std::move(body));
  }

  http::Response answer(const http::Request& request) {
    const std::lock_guard lock(mutex_);
    asked_.push_back((request.method == http::Method::get ? "GET " : "CHANGE ") + request.path);
    if (!answers) return http::Response::text(503, "");
    if (request.path == "/fhir/.well-known/smart-configuration") return configuration();
    if (request.path == "/keys") return json(key_.public_set());
    if (request.path == "/token") return token(request);
    if (request.header("authorization") != "Bearer open") return http::Response::text(401, "");
    if (request.path == "/fhir/Group/17/$export")
      return http::Response::text(202, "").with("Content-Location", origin() + "/status");
    if (request.path == "/status") return status();
    if (request.path == "/bulk/Patient") return json(wilma() + "\n");
    if (request.method != http::Method::get) return written(request);
    return shown(request);
  }

  http::Response configuration() const {
    const std::string token = token_elsewhere.empty() ? origin() + "/token" : token_elsewhere;
    return json(R"({"issuer":")" + base() + R"(","authorization_endpoint":")" + origin() +
                R"(/authorize","token_endpoint":")" + token + R"(","jwks_uri":")" + origin() +
                R"(/keys","capabilities":["permission-v2"]})");
  }

  http::Response token(const http::Request& request) const {
    if (request.form.value("client_assertion").empty()) return http::Response::text(401, "{}");
    if (request.form.value("grant_type") == "authorization_code" &&
        request.form.value("code") != "good")
      return http::Response::text(400, R"({"error":"invalid_grant"})");
    const std::int64_t now = clock_.now().utc_ms / ms_a_second;
    const std::string claims = R"({"iss":")" + base() + R"(","aud":"us","sub":"dr-1","nonce":")" +
                               nonce + R"(","iat":)" + std::to_string(now) + R"(,"exp":)" +
                               std::to_string(now + 300) + "}";
    return json(R"({"access_token":"open","token_type":"Bearer","expires_in":3600,"scope":")" +
                scope + R"(","patient":"w","id_token":")" +
                key_.signed_claims(claims, jose::Algorithm::rs256) + R"("})");
  }

  http::Response status() {
    if (++polls_ % 2 == 1) return http::Response::text(202, "").with("Retry-After", "7");
    return json(
        R"({"transactionTime":"2026-11-24T08:00:00.123Z","request":")" + base() +
        R"(/Group/17/$export","requiresAccessToken":true,"output":[{"type":"Patient","url":")" +
        origin() + R"(/bulk/Patient"}],"error":[]})");
  }

  static std::string wilma() {
    return R"({"resourceType":"Patient","id":"w","name":[{"family":"Åkesson","given":["Wilma"]}],)"
           R"("birthDate":"1961-03-04","identifier":[{"system":"urn:n","value":"77"}]})";
  }

  http::Response shown(const http::Request& request) const {
    if (request.path == "/fhir/Patient/w") return json(wilma());
    if (request.path == "/fhir/CareTeam") return http::Response::text(403, "");
    if (request.path != "/fhir/Goal")
      return json(R"({"resourceType":"Bundle","type":"searchset"})");
    const bool first = request.query.value("page").empty();
    const std::string number = first ? "1" : "2";
    const std::string next =
        first ? R"("link":[{"relation":"next","url":")" + base() + R"(/Goal?page=2"}],)"
              : std::string();
    return json(R"({"resourceType":"Bundle","type":"searchset",)" + next +
                R"("entry":[{"resource":{"resourceType":"Goal","id":"g)" + number +
                R"(","lifecycleStatus":"active","description":{"text":"Goal )" + number +
                R"("},"subject":{"reference":"Patient/w"}}}]})");
  }

  http::Response written(const http::Request& request) {
    if (request.path == "/fhir/Goal") {
      const std::string once(request.header("if-none-exist"));
      const bool there = !there_.insert(once).second;
      const std::string id = "t" + std::to_string(there_.size());
      return http::Response::text(there ? 200 : 201, "").with("Location", base() + "/Goal/" + id);
    }
    return http::Response::text(request.path.starts_with("/fhir/Goal/") ? 200 : 403, "");
  }

  const Clock& clock_;
  jose::SigningKey key_ = jose::SigningKey::fresh();
  std::mutex mutex_;
  std::vector<std::string> asked_;
  std::set<std::string> there_;
  int polls_ = 0;
  Log log_;
  http::Server server_;
  std::thread thread_;
};

}  // namespace alongside::exchange
