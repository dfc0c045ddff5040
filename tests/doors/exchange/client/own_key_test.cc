// SPDX-License-Identifier: Apache-2.0
// Made once, readable for its owner alone.
#include "doors/exchange/client/own_key.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "clinic.h"

namespace alongside::exchange {
namespace {

TEST(OwnKey, StaysTheSameAndIsNobodyElses) {
  const testing::TemporaryFolder folder;
  const std::string id = own_key(folder.path()).id();
  EXPECT_EQ(own_key(folder.path()).id(), id);
  const auto rights = std::filesystem::status(folder.path() + "/signing-key.pem").permissions();
  EXPECT_EQ(rights, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
}

TEST(OwnKey, IsNeverPutInPlaceOfWhatCannotBeRead) {
  const testing::TemporaryFolder folder;
  std::ofstream(folder.path() + "/signing-key.pem") << "half a key";
  EXPECT_THROW(own_key(folder.path()), std::runtime_error);
}

}  // namespace
}  // namespace alongside::exchange
