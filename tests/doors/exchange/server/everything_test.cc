// SPDX-License-Identifier: Apache-2.0
// A person's own, and nobody else's.
#include "doors/exchange/server/everything.h"

#include "doors/exchange/server/served.h"

namespace alongside::exchange {

using FhirEverything = Served;

TEST_F(FhirEverything, holds_what_is_about_them_and_whom_it_names) {
  put("Goal/g", goal("g", "a"));
  put("Goal/h", goal("h", "b"));
  put("Organization/n", R"({"resourceType":"Organization","id":"n","name":"Northgate"})");
  put("Group/c",
      R"({"resourceType":"Group","id":"c","type":"person","actual":true,"member":[{"entity":{"reference":"Patient/a"}},{"entity":{"reference":"Patient/b"}}]})");
  const auto all = get("Patient/a/$everything");
  EXPECT_EQ(entries(all), (std::vector<std::string>{"(none) Goal/g", "(none) Patient/a",
                                                    "(none) Organization/n"}));
  EXPECT_EQ(entries(get("Patient/a/$everything?_type=Goal")).size(), 1U);
  EXPECT_TRUE(entries(get("Patient/a/$everything?_since=2030-01-01T00:00:00Z")).empty());
  EXPECT_EQ(get("Patient/a/$everything?_since=soon").status, 400);
  EXPECT_EQ(get("Patient/none/$everything").status, 404);
  as(key_for("patient/*.rs", "a"));
  EXPECT_EQ(get("Patient/b/$everything").status, 404);
}

}  // namespace alongside::exchange
