// SPDX-License-Identifier: Apache-2.0
// As it is, as it was, and that it is gone.
#include "doors/exchange/server/read.h"

#include "doors/exchange/server/served.h"

namespace alongside::exchange {

using FhirRead = Served;

TEST_F(FhirRead, gives_each_version_and_says_which_was_deleted) {
  put("Goal/g", goal("g", "a"));
  put("Goal/g", goal("g", "a", R"(,"startDate":"2026-01-01")"));
  EXPECT_EQ(text(read(get("Goal/g")), "/meta/versionId"), "2");
  EXPECT_EQ(text(read(get("Goal/g/_history/1")), "/startDate"), "(none)");
  EXPECT_EQ(ask(http::Method::remove, "Goal/g").status, 204);
  EXPECT_EQ(get("Goal/g").status, 410);
  EXPECT_EQ(code(get("Goal/g")), "deleted");
  EXPECT_EQ(get("Goal/g/_history/2").status, 200);
  EXPECT_EQ(get("Goal/g/_history/3").status, 410);
  EXPECT_EQ(get("Goal/g/_history/4").status, 404);
  const JsonValue history = read(get("Goal/g/_history"));
  EXPECT_EQ(text(history, "/type"), "history");
  EXPECT_EQ(text(history, "/total"), "3");
  EXPECT_EQ(text(history, "/entry/0/request/method"), "DELETE");
  EXPECT_EQ(text(history, "/entry/2/request/method"), "POST");
  EXPECT_EQ(put("Goal/g", goal("g", "a")).status, 201);
  EXPECT_EQ(text(read(get("Goal/g")), "/meta/versionId"), "4");
}

TEST_F(FhirRead, spares_who_has_it_already) {
  put("Goal/g", goal("g", "a"));
  const auto there = get("Goal/g");
  EXPECT_EQ(get("Goal/g", {{"if-none-match", std::string(there.header("ETag"))}}).status, 304);
  EXPECT_EQ(get("Goal/g", {{"if-none-match", "W/\"9\""}}).status, 200);
  EXPECT_EQ(
      get("Goal/g", {{"if-modified-since", std::string(there.header("Last-Modified"))}}).status,
      304);
  EXPECT_EQ(get("Goal/g", {{"if-modified-since", "Tue, 24 Nov 2026 08:59:59 GMT"}}).status, 200);
}

TEST_F(FhirRead, keeps_the_digits_of_a_number) {
  put("Observation/o",
      R"({"resourceType":"Observation","id":"o","status":"final","code":{"text":"x"},)"
      R"("valueQuantity":{"value":5.50}})");
  EXPECT_NE(get("Observation/o").body.find("5.50"), std::string::npos);
}

TEST_F(FhirRead, knows_no_such_type_and_no_such_resource) {
  EXPECT_EQ(get("Unicorn/1").status, 404);
  EXPECT_EQ(code(get("Unicorn/1")), "not-supported");
  EXPECT_EQ(code(get("Goal/none")), "not-found");
}

TEST(FhirReadTimes, are_written_and_read_as_http_does) {
  const Instant at = *instant_from_fhir("2026-11-24T09:05:07Z");
  EXPECT_EQ(http_date(at), "Tue, 24 Nov 2026 09:05:07 GMT");
  EXPECT_EQ(instant_from_http(http_date(at)), at);
  EXPECT_EQ(instant_from_http("yesterday"), std::nullopt);
  EXPECT_EQ(version_in("W/\"12\""), 12);
  EXPECT_EQ(version_in("soon"), std::nullopt);
}

}  // namespace alongside::exchange
