// SPDX-License-Identifier: Apache-2.0
// Each group of each system by itself, as the other system wrote it.
#include "service/fetched_groups.h"

#include <gtest/gtest.h>

#include "clinic.h"

namespace alongside::service {
namespace {

TEST(FetchedGroups, AreRememberedEachByItself) {
  testing::Clinic clinic;
  EXPECT_FALSE(group_fetched_until(clinic.service, "1", "17").has_value());
  note_group_fetched(clinic.service, "1", "17", "2026-11-01T10:00:00.123Z");
  note_group_fetched(clinic.service, "1", "17", "2026-11-02T10:00:00.5+01:00");
  EXPECT_EQ(group_fetched_until(clinic.service, "1", "17"), "2026-11-02T10:00:00.5+01:00");
  EXPECT_FALSE(group_fetched_until(clinic.service, "2", "17").has_value());
  EXPECT_FALSE(group_fetched_until(clinic.service, "1", "18").has_value());
}

}  // namespace
}  // namespace alongside::service
