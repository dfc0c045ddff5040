// SPDX-License-Identifier: Apache-2.0
// An access notes what its act touched, each part once.
#include "record/access.h"

#include <gtest/gtest.h>

#include "clinic.h"

namespace alongside {

TEST(Access, notes_what_was_touched_once) {
  testing::Clinic clinic;
  const PersonAccess access = clinic.access(clinic.amina);
  EXPECT_EQ(code_of(access.relation()), "self");
  access.touch({record::PartKind::aim, 2});
  access.touch({record::PartKind::aim, 2});
  access.touch({record::PartKind::life});
  EXPECT_EQ(access.touched().size(), 2U);
}

}  // namespace alongside
