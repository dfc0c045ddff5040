// SPDX-License-Identifier: Apache-2.0
// Bundles sent to the server: each gets an answer in FHIR's own form, and what is refused leaves
// everything as it was.
#include <cstdio>
#include <memory>

#include "../clinic.h"
#include "doors/exchange/server/door.h"
#include "doors/exchange/server/token_file.h"
#include "foundation/base/expect.h"
#include "foundation/base/json_value.h"

namespace {

using namespace alongside;            // NOLINT: one file
using namespace alongside::exchange;  // NOLINT: one file

/// A clinic with two people, served to a program that may do everything.
struct Served {
  testing::Clinic clinic{testing::Where::in_a_file};
  Log log{clinic.clock, std::fopen("/dev/null", "w")};
  FhirDoor door{clinic.service,
                {"Our clinic", "Europe/Stockholm"},
                keys_folder(clinic.folder.path()),
                clinic.folder.path() + "/exports",
                "https://clinic.example",
                log,
                {[](std::string_view claims) { return std::string(claims); }, R"({"keys":[]})"}};
  std::string key = leave_token(keys_folder(clinic.folder.path()), {"system/*.cruds", {}},
                                clinic.service.now(), clinic.randomness)
                        .value();

  http::Response post(std::string_view bundle) {
    http::Request request;
    request.method = http::Method::post;
    request.path = "/fhir";
    request.headers["host"] = "clinic.example";
    request.headers["authorization"] = "Bearer " + key;
    request.headers["content-type"] = "application/fhir+json";
    request.body = bundle;
    return door.answer(request);
  }
  /// How many resources and versions there are.
  std::string kept() const {
    return clinic.service.database().read([](const sql::Reading& reading) {
      std::string words;
      for (const char* table : {"resources", "resource_versions"})
        reading.each(std::string("SELECT count(*) FROM ") + table, {},
                     [&](const sql::Row& row) { words += std::to_string(row.integer(0)) + " "; });
      return words;
    });
  }
};

/// Made anew now and then, so that what was kept before does not slow what comes.
Served& served() {
  static std::unique_ptr<Served> one;
  static int asked = 0;
  if (asked++ % 1000 == 0) one = std::make_unique<Served>();
  return *one;
}

void expect_answer(const http::Response& answer) {
  JsonReader reader;
  auto read = reader.read(answer.body, 64);
  expect(std::holds_alternative<JsonValue>(read), "the answer is JSON");
  const JsonValue* type = std::get<JsonValue>(read).member("resourceType");
  const bool refused = answer.status >= 400;
  expect(answer.status < 500, "nothing that is sent breaks the server");
  expect(type != nullptr && type->text == (refused ? "OperationOutcome" : "Bundle"),
         "it is a Bundle, or says why not");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  Served& server = served();
  const std::string before = server.kept();
  const auto answer = server.post({reinterpret_cast<const char*>(data), size});
  expect_answer(answer);
  if (answer.status >= 400) expect(server.kept() == before, "what is refused leaves nothing");
  return 0;
}
