// SPDX-License-Identifier: Apache-2.0
// Versions come along; what is here stays.
#include "service/move_resources.h"

#include <gtest/gtest.h>

#include "clinic.h"

namespace alongside::service {

TEST(MoveResources, brings_older_versions_and_says_which_is_the_latest) {
  testing::Clinic clinic;
  const std::string content =
      R"({"resourceType":"Goal","id":"g","subject":{"reference":"Patient/a"}})";
  std::vector<IncomingResource> now = {{"Goal", "g", "hash", std::nullopt, content}};
  take_in_resources(clinic.service, now, clinic.service.now());
  std::vector<OlderResource> older = {{{"Goal", "g", 1, {5}, false, content}, false},
                                      {{"Goal", "g", 2, {6}, false, content}, false}};
  keep_older_versions(clinic.service, older);
  keep_older_versions(clinic.service, older);
  const std::vector<LatestIs> latest = {{"Goal", "g", 3, {7}}};
  set_latest_versions(clinic.service, latest);
  LookAccount account;
  const auto versions =
      look_at_resources(clinic.service, owner_of_data(), account,
                        [](ResourceView& view) { return view.versions("Goal", "g"); });
  ASSERT_EQ(versions.size(), 3U);
  EXPECT_EQ(versions[0].version, 3);
  EXPECT_EQ(versions[0].at, Instant{7});
  EXPECT_EQ(versions[2].at, Instant{5});
  EXPECT_TRUE(without_index(clinic.service, 10).empty());
}

}  // namespace alongside::service
