// SPDX-License-Identifier: Apache-2.0
// A folder is one clinic's, of one kind.
#include "record/store.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "clinic.h"

namespace alongside::record {

TEST(Store, an_example_is_never_a_clinic_of_ones_own) {
  testing::TemporaryFolder folder;
  const StillClock clock({0});
  { const Store example(folder.path() + "/d", ClinicKind::example, clock); }
  EXPECT_THROW(Store(folder.path() + "/d", ClinicKind::own, clock), sql::EngineError);
  EXPECT_EQ(Store(folder.path() + "/d", std::nullopt, clock).kind(), ClinicKind::example);
}

TEST(Store, an_example_sign_in_in_a_clinic_of_ones_own_stops_the_start) {
  testing::Clinic clinic(testing::Where::in_a_file);
  clinic.service.database().write(
      [](sql::Writing& w) { add_login(w, "example-x", {1}, {1}, "h", LoginKind::example); });
  testing::TemporaryFolder copy;
  std::filesystem::copy(clinic.folder.path(), copy.path(),
                        std::filesystem::copy_options::recursive);
  EXPECT_THROW(Store(copy.path(), std::nullopt, clinic.clock), sql::EngineError);
}

TEST(Store, its_files_are_for_its_owner_only) {
  testing::TemporaryFolder folder;
  const StillClock clock({0});
  const Store store(folder.path() + "/d", ClinicKind::own, clock);
  struct stat status {};
  ASSERT_EQ(::stat((folder.path() + "/d/alongside.db").c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0077U, 0U);
}

}  // namespace alongside::record
