// SPDX-License-Identifier: Apache-2.0
// Acts make somebody due, looks do not.
#include "record/own_resources.h"

#include <gtest/gtest.h>

#include "clinic.h"
#include "service/read_record.h"

namespace alongside::record {

TEST(OwnResources, of_whoever_changed_are_due_until_they_were_shown) {
  testing::Clinic clinic;
  const auto due = [&] {
    return clinic.service.database().read(
        [](const sql::Reading& reading) { return changed_since_shown(reading); });
  };
  const auto shown = [&](const Changed& changed) {
    clinic.service.database().write([&](sql::Writing& w) {
      for (const Head& head : changed.heads) set_shown_until(w, head);
    });
  };
  shown(due());
  EXPECT_TRUE(due().people.empty());
  EXPECT_TRUE(due().heads.empty());
  ASSERT_TRUE(service::read_record(clinic.service, clinic.amina, RecordOf::own(), "me"));
  EXPECT_TRUE(due().people.empty()) << "a look changes nobody";
  EXPECT_EQ(due().heads.size(), 1U);
  clinic.walking_aim();
  ASSERT_EQ(due().people.size(), 1U);
  EXPECT_EQ(due().people.front(), clinic.access(clinic.amina).person());
}

TEST(OwnResources, are_kept_by_person) {
  testing::Clinic clinic;
  const PersonAccess amina = clinic.access(clinic.amina);
  const PersonAccess bo = clinic.access(clinic.bo);
  clinic.service.database().write([&](sql::Writing& w) {
    keep_own_resource(w, amina, "List", "order", "1");
    keep_own_resource(w, amina, "List", "order", "2");
    EXPECT_EQ(own_resources(w, amina), (OwnResources{{{"List", "order"}, "2"}}));
    EXPECT_TRUE(own_resources(w, bo).empty());
    forget_own_resource(w, amina, "List", "order");
    EXPECT_TRUE(own_resources(w, amina).empty());
  });
}

}  // namespace alongside::record
