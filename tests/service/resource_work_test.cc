// SPDX-License-Identifier: Apache-2.0
// What is undone leaves nothing, and nobody looks without an entry.
#include "service/resource_work.h"

#include <gtest/gtest.h>

#include "clinic.h"

namespace alongside::service {
namespace {

IncomingResource goal_of(const std::string& person) {
  const std::string content =
      R"({"resourceType":"Goal","id":"g","subject":{"reference":"Patient/)" + person + "\"}}";
  return {"Goal", "g", content, std::nullopt, content};
}

Program everything() { return {"Test", *Scopes::parse("system/*.cruds"), ""}; }

}  // namespace

TEST(ResourceWork, keeps_what_is_done_and_nothing_of_what_is_undone) {
  testing::Clinic clinic;
  const TakeInDefaults defaults{"Clinic", "Europe/Stockholm"};
  const Program program = everything();
  const auto put = [&](bool undo) {
    change_resources(clinic.service, program, defaults, [&](ResourceWork& work) {
      IncomingResource goal = goal_of("a");
      work.put(goal);
      if (undo) work.undo();
      return true;
    });
    LookAccount account;
    return look_at_resources(clinic.service, program, account,
                             [](ResourceView& view) { return view.now("Goal", "g").has_value(); });
  };
  EXPECT_FALSE(put(true));
  EXPECT_TRUE(put(false));
}

TEST(ResourceWork, a_look_is_due_again_after_an_hour) {
  LookAccount account;
  const Program program = everything();
  EXPECT_EQ(account.due(program, {"Patient/a"}, {0}).size(), 1U);
  account.written(program, {"Patient/a"}, {0});
  EXPECT_TRUE(account.due(program, {"Patient/a"}, {ms_an_hour - 1}).empty());
  EXPECT_EQ(account.due(program, {"Patient/a", "Patient/b"}, {1}).size(), 1U);
  EXPECT_EQ(account.due(program, {"Patient/a"}, {ms_an_hour}).size(), 1U);
  Program other = everything();
  other.digest = "another key";
  EXPECT_EQ(account.due(other, {"Patient/a"}, {1}).size(), 1U);
}

}  // namespace alongside::service
