// SPDX-License-Identifier: Apache-2.0
// What changed here gets a version; what came in stays until something changes here.
#include "service/show_own.h"

#include <gtest/gtest.h>

#include "clinic.h"
#include "service/move_resources.h"

namespace alongside::service {
namespace {

class ShowOwn : public ::testing::Test {
 protected:
  static IncomingResource list(const std::string& words) {
    return {"List", "order", words, std::nullopt,
            R"({"resourceType":"List","id":"order","subject":{"reference":"Patient/a"},"title":")" +
                words + "\"}"};
  }
  void show(std::vector<IncomingResource> resources) {
    show_own(clinic.service, clinic.access(clinic.amina).person(), resources);
  }
  std::vector<ResourceVersion> versions() {
    LookAccount account;
    return look_at_resources(clinic.service, owner_of_data(), account,
                             [](ResourceView& view) { return view.versions("List", "order"); });
  }
  testing::Clinic clinic;
};

}  // namespace

TEST_F(ShowOwn, writes_what_changed_and_deletes_what_is_no_longer_said) {
  show({list("one")});
  show({list("one")});
  EXPECT_EQ(versions().size(), 1U);
  show({list("two")});
  EXPECT_EQ(versions().size(), 2U);
  show({});
  EXPECT_TRUE(versions().front().deleted);
  show({list("two")});
  EXPECT_EQ(versions().front().version, 4);
}

TEST_F(ShowOwn, leaves_what_came_in_until_something_changes_here) {
  std::vector<IncomingResource> came = {list("from elsewhere")};
  take_in_resources(clinic.service, came, clinic.service.now());
  show({list("one")});
  EXPECT_EQ(versions().size(), 1U);
  show({list("one")});
  EXPECT_EQ(versions().size(), 1U);
  show({list("two")});
  EXPECT_EQ(versions().size(), 2U);
}

TEST_F(ShowOwn, knows_at_once_that_nothing_happened) {
  std::vector<Head> heads;
  EXPECT_FALSE(nothing_happened(clinic.service, heads));
  EXPECT_TRUE(nothing_happened(clinic.service, heads));
  clinic.walking_aim();
  EXPECT_FALSE(nothing_happened(clinic.service, heads));
}

}  // namespace alongside::service
