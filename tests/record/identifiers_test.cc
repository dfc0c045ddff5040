// SPDX-License-Identifier: Apache-2.0
// A resource is found by what others call it, and no longer once it is called otherwise.
#include "record/identifiers.h"

#include <gtest/gtest.h>

#include "clinic.h"
#include "record/resources.h"

namespace alongside::record {

TEST(Identifiers, are_read_from_a_reference) {
  EXPECT_EQ(by_identifier("Organization?identifier=https://a.example|7"),
            (ByIdentifier{"Organization", "https://a.example", "7"}));
  EXPECT_EQ(by_identifier("Organization?identifier=https%3A%2F%2Fa.example%7C7%"),
            (ByIdentifier{"Organization", "https://a.example", "7%"}));
  EXPECT_EQ(by_identifier("Patient?identifier=7"), (ByIdentifier{"Patient", std::nullopt, "7"}));
  EXPECT_EQ(by_identifier("Patient?identifier=|7"), (ByIdentifier{"Patient", "", "7"}));
  for (const char* none : {"Patient/7", "?identifier=7", "Patient?identifier=", "Patient?name=A",
                           "Patient?identifier=a|"})
    EXPECT_FALSE(by_identifier(none)) << none;
}

TEST(Identifiers, find_one_or_several_until_they_change) {
  testing::Clinic clinic;
  clinic.service.database().write([](sql::Writing& writing) {
    const auto take = [&](std::string_view id, std::string_view hash,
                          const std::vector<Identifier>& identifiers) {
      take_in_resource(writing, {"Organization", id, hash, {}, "{}", identifiers}, {0});
    };
    take("a", "1", {{"s", "7"}, {"t", "8"}, {"s", "7"}});
    take("b", "1", {{"t", "7"}});
    using Ids = std::vector<std::string>;
    EXPECT_EQ(ids_with(writing, {"Organization", "s", "7"}), Ids{"a"});
    EXPECT_EQ(ids_with(writing, {"Organization", std::nullopt, "7"}), (Ids{"a", "b"}));
    EXPECT_EQ(ids_with(writing, {"Patient", "s", "7"}), Ids{});
    EXPECT_EQ(identifiers_of(writing, "Organization", "a").size(), 2U);
    take("a", "2", {});
    EXPECT_EQ(ids_with(writing, {"Organization", "s", "7"}), Ids{});
    // What came before there was an index gets its identifiers when it comes again.
    take("a", "2", {{"s", "9"}});
    EXPECT_EQ(ids_with(writing, {"Organization", "s", "9"}), Ids{"a"});
    take("b", "2", {{"s", std::string(6000, 'x')}});
    EXPECT_TRUE(identifiers_of(writing, "Organization", "b").empty());
  });
}

}  // namespace alongside::record
