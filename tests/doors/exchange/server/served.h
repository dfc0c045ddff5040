// SPDX-License-Identifier: Apache-2.0
// A FHIR server over the small clinic, for tests: keys, requests as programs send them, answers as
// JSON.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "clinic.h"
#include "doors/exchange/server/door.h"
#include "doors/exchange/server/token_file.h"
#include "foundation/base/json_value.h"

namespace alongside::exchange {

class Served : public ::testing::Test {
 protected:
  Served() {
    // The clinic's people as their hospital knows them.
    as(everything());
    put("Patient/a",
        R"({"resourceType":"Patient","id":"a","name":[{"family":"Berg","given":["Amina"]}],)"
        R"("identifier":[{"system":"urn:h","value":"19"}],"managingOrganization":{"reference":"Organization/n"}})");
    put("Patient/b",
        R"({"resourceType":"Patient","id":"b","name":[{"family":"Ek","given":["Bo"]}],)"
        R"("managingOrganization":{"reference":"Organization/n"}})");
  }

  std::string key_for(const std::string& scope, const std::string& patient = {}) {
    const auto key = leave_token(keys_folder(clinic.folder.path()), {scope, patient},
                                 clinic.service.now(), clinic.randomness);
    EXPECT_TRUE(key);
    return key.value();
  }
  const std::string& everything() {
    if (everything_.empty()) everything_ = key_for("system/*.cruds");
    return everything_;
  }
  void as(const std::string& key) { key_ = key; }

  http::Response ask(http::Method method, const std::string& target, std::string body = {},
                     std::map<std::string, std::string> headers = {}) {
    http::Request request;
    request.method = method;
    const std::size_t question = target.find('?');
    request.path = "/fhir";
    if (!target.empty()) request.path += "/" + target.substr(0, question);
    if (question != std::string::npos)
      request.query = *http::Fields::parse(std::string_view(target).substr(question + 1));
    request.headers["host"] = "clinic.example";
    if (!key_.empty()) request.headers["authorization"] = "Bearer " + key_;
    if (!body.empty()) request.headers["content-type"] = "application/fhir+json";
    for (auto& [name, value] : headers) request.headers[name] = value;
    request.body = std::move(body);
    return door.answer(request);
  }
  http::Response get(const std::string& target, std::map<std::string, std::string> headers = {}) {
    return ask(http::Method::get, target, {}, std::move(headers));
  }
  http::Response put(const std::string& target, const std::string& body,
                     std::map<std::string, std::string> headers = {}) {
    return ask(http::Method::put, target, body, std::move(headers));
  }
  http::Response post(const std::string& target, const std::string& body,
                      std::map<std::string, std::string> headers = {}) {
    return ask(http::Method::post, target, body, std::move(headers));
  }

  static JsonValue read(const http::Response& response) {
    JsonReader reader;
    auto read = reader.read(response.body, 64);
    EXPECT_TRUE(std::holds_alternative<JsonValue>(read)) << response.body;
    return std::holds_alternative<JsonValue>(read) ? std::get<JsonValue>(std::move(read))
                                                   : JsonValue{};
  }
  static std::string text(const JsonValue& value, std::string_view pointer) {
    const JsonValue* found = value.at(pointer);
    return found == nullptr ? "(none)" : found->text;
  }
  /// "match Goal/g" of each entry, in order.
  static std::vector<std::string> entries(const http::Response& response) {
    std::vector<std::string> found;
    const JsonValue bundle = read(response);
    const JsonValue* list = bundle.member("entry");
    if (list == nullptr) return found;
    for (const JsonValue& one : list->items)
      found.push_back(text(one, "/search/mode") + " " + text(one, "/resource/resourceType") + "/" +
                      text(one, "/resource/id"));
    return found;
  }
  static std::string code(const http::Response& response) {
    return text(read(response), "/issue/0/code");
  }
  static std::string link(const http::Response& response, std::string_view relation) {
    const JsonValue bundle = read(response);
    const JsonValue* links = bundle.member("link");
    for (const JsonValue& one : links == nullptr ? std::vector<JsonValue>() : links->items)
      if (text(one, "/relation") == relation) return text(one, "/url");
    return {};
  }
  /// The last act in a person's history.
  std::vector<std::string> acts_about(const service::Caller& caller) {
    const PersonAccess access = clinic.access(caller);
    return clinic.service.database().read([&](const sql::Reading& reading) {
      std::vector<std::string> acts;
      for (const auto& entry : record::whole_history_of(reading, access)) acts.push_back(entry.act);
      return acts;
    });
  }
  std::int64_t count(const service::Caller& caller, std::string_view act) {
    const auto acts = acts_about(caller);
    return std::ranges::count(acts, act);
  }

  static std::string goal(const std::string& id, const std::string& person,
                          const std::string& more = {}) {
    return R"({"resourceType":"Goal","id":")" + id +
           R"(","lifecycleStatus":"active","description":{"text":"Walk to the lake"},"subject":{"reference":"Patient/)" +
           person + "\"}" + more + "}";
  }

  testing::Clinic clinic;
  std::FILE* log_file = std::tmpfile();
  Log log{clinic.clock, log_file};
  FhirDoor door{clinic.service,
                {"Our clinic", "Europe/Stockholm"},
                keys_folder(clinic.folder.path()),
                clinic.folder.path() + "/exports",
                "https://clinic.example",
                log,
                {[](std::string_view claims) { return std::string(claims); }, R"({"keys":[]})"}};

 private:
  std::string key_;
  std::string everything_;
};

}  // namespace alongside::exchange
