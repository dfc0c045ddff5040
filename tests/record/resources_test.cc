// SPDX-License-Identifier: Apache-2.0
// Original bytes are kept, and known again.
#include "record/resources.h"

#include <gtest/gtest.h>

#include "clinic.h"

namespace alongside::record {

TEST(Resources, are_created_unchanged_updated_or_stale) {
  testing::Clinic clinic;
  clinic.service.database().write([](sql::Writing& w) {
    const auto take = [&](std::string_view hash, std::optional<Instant> updated) {
      return take_in_resource(w, {"Patient", "1", hash, updated, "{}"}, {0});
    };
    EXPECT_EQ(take("a", Instant{5}), Arrival::created);
    EXPECT_EQ(take("a", Instant{9}), Arrival::unchanged);
    EXPECT_EQ(take("b", Instant{6}), Arrival::updated);
    EXPECT_EQ(take("c", Instant{5}), Arrival::stale);
    EXPECT_EQ(take("c", std::nullopt), Arrival::updated);
  });
}

}  // namespace alongside::record
