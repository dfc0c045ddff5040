// SPDX-License-Identifier: Apache-2.0
// Asked for, waited for, fetched, imported; then only what changed.
#include "doors/exchange/client/fetch_group.h"

#include <gtest/gtest.h>

#include "doors/exchange/client/fake_system.h"
#include "service/fetched_groups.h"

namespace alongside::exchange {
namespace {

TEST(FetchGroup, ComesWholeAndRemembersUntilWhen) {
  testing::Clinic clinic;
  FakeSystem other(clinic.clock);
  const jose::SigningKey key = jose::SigningKey::fresh();
  std::int64_t waited = 0;
  const GroupWays ways{key, [&](std::int64_t seconds) { waited += seconds; },
                       [](const std::string&) {}, [](const std::string&, std::int64_t) {}};
  const auto fetch = [&](const std::string& group) {
    const std::string files = clinic.folder.path() + "/fetched-" + group;
    std::filesystem::remove_all(files);
    return fetch_group(clinic.service, {other.named(), group, false, files, files + "-errors"},
                       {"Clinic", "Europe/Stockholm"}, ways);
  };
  const auto first = fetch("17");
  ASSERT_TRUE(first.accepted());
  EXPECT_EQ(waited, 7) << "as long as it asks us to";
  EXPECT_EQ(first.value().since, "");
  EXPECT_EQ(first.value().report.files.size(), 1u);
  EXPECT_EQ(first.value().report.files.front().created, 1);
  EXPECT_EQ(service::group_fetched_until(clinic.service, "1", "17"), "2026-11-24T08:00:00.123Z");
  const auto again = fetch("17");
  ASSERT_TRUE(again.accepted());
  EXPECT_EQ(again.value().since, "2026-11-24T08:00:00.123Z");
  EXPECT_EQ(again.value().report.files.front().unchanged, 1);
  const auto none = fetch("18");
  EXPECT_EQ(none.refusal().key(), "fetch.refused");
}

}  // namespace
}  // namespace alongside::exchange
