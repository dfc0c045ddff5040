// SPDX-License-Identifier: Apache-2.0
// Values at the edge of what a type takes.
#include "foundation/fhir/primitive.h"

#include <gtest/gtest.h>

namespace alongside::fhir {
namespace {

JsonValue of(JsonValue::Kind kind, std::string text) { return {kind, std::move(text), {}, {}}; }
bool takes(std::string_view type, std::string text) {
  return primitive_fault(type, of(JsonValue::Kind::text, std::move(text))) == PrimitiveFault::none;
}
bool counts(std::string_view type, std::string text) {
  return primitive_fault(type, of(JsonValue::Kind::number, std::move(text))) ==
         PrimitiveFault::none;
}

}  // namespace

TEST(FhirPrimitive, dates_exist_and_times_have_a_zone) {
  for (const char* good :
       {"2026", "2026-02", "2026-02-28", "2024-02-29", "9999-12-31", "0001-01", "2000-02-29"})
    EXPECT_TRUE(takes("date", good)) << good;
  for (const char* bad : {"", "26", "2026-13", "2026-02-30", "2023-02-29", "2026-2-1", "2026-02-",
                          "2026-02-28T10:00:00Z", "0000", "1900-02-29", "2026-00-01", "2026-01-00"})
    EXPECT_FALSE(takes("date", bad)) << bad;
  for (const char* good : {"2026", "2026-02-28", "2026-02-28T10:00:00Z",
                           "2026-02-28T23:59:60.123456+14:00", "2026-02-28T00:00:00-02:30"})
    EXPECT_TRUE(takes("dateTime", good)) << good;
  for (const char* bad :
       {"2026-02-28T10:00:00", "2026-02-28T10:00Z", "2026-02-28T24:00:00Z", "2026-02-28T10:00:00.Z",
        "2026-02-28 10:00:00Z", "2026-02-30T10:00:00Z", "2026-02-28T10:00:00+1:00",
        "2026-02-28T10:00:00+14:30", "2026-02T10:00:00Z"})
    EXPECT_FALSE(takes("dateTime", bad)) << bad;
  EXPECT_FALSE(takes("instant", "2026-02-28"));
  EXPECT_TRUE(takes("instant", "2026-02-28T10:00:00.1Z"));
  EXPECT_TRUE(takes("time", "08:30:00.5"));
  EXPECT_FALSE(takes("time", "08:30"));
  EXPECT_FALSE(takes("time", ""));
}

TEST(FhirPrimitive, numbers_stay_in_their_range_and_kind) {
  EXPECT_TRUE(counts("integer", "-2147483648"));
  EXPECT_FALSE(counts("integer", "2147483648"));
  EXPECT_FALSE(counts("integer", "1.0"));
  EXPECT_FALSE(counts("positiveInt", "0"));
  EXPECT_TRUE(counts("unsignedInt", "0"));
  EXPECT_FALSE(counts("unsignedInt", "-1"));
  EXPECT_TRUE(counts("decimal", "70.00"));
  EXPECT_TRUE(counts("decimal", "1.0e3"));
  EXPECT_FALSE(counts("decimal", "1e999"));
  EXPECT_EQ(primitive_fault("decimal", of(JsonValue::Kind::text, "70")),
            PrimitiveFault::wrong_kind);
  EXPECT_EQ(primitive_fault("boolean", of(JsonValue::Kind::text, "true")),
            PrimitiveFault::wrong_kind);
}

TEST(FhirPrimitive, identifiers_keep_to_their_characters) {
  EXPECT_TRUE(takes("id", std::string(64, 'a')));
  EXPECT_FALSE(takes("id", std::string(65, 'a')));
  EXPECT_FALSE(takes("id", "a_b"));
  EXPECT_TRUE(takes("code", "in progress"));
  EXPECT_FALSE(takes("code", " a"));
  EXPECT_FALSE(takes("code", "a  b"));
  EXPECT_FALSE(takes("uri", "a b"));
  EXPECT_TRUE(takes("oid", "urn:oid:2.999.1.1"));
  EXPECT_FALSE(takes("oid", "urn:oid:3.1"));
  EXPECT_FALSE(takes("oid", "urn:oid:1.02"));
  EXPECT_TRUE(takes("uuid", "urn:uuid:c757873d-ec9a-4326-a141-556f43239520"));
  EXPECT_FALSE(takes("uuid", "urn:uuid:C757873D-ec9a-4326-a141-556f43239520"));
  EXPECT_TRUE(takes("base64Binary", "AAEC AQ==\n"));
  EXPECT_FALSE(takes("base64Binary", "AAE"));
  EXPECT_TRUE(takes("xhtml", "<div xmlns=\"http://www.w3.org/1999/xhtml\">x</div>"));
  EXPECT_FALSE(takes("xhtml", "words"));
  EXPECT_FALSE(takes("string", ""));
}

}  // namespace alongside::fhir
