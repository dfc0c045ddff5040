// SPDX-License-Identifier: Apache-2.0
// What hangs on what in a driver diagram.
#include "change/driver.h"

#include <gtest/gtest.h>

namespace alongside {
namespace {

Driver made(std::int64_t number, DriverKind kind, std::int64_t under) {
  Driver driver;
  driver.number = number;
  driver.kind = kind;
  driver.under = under;
  driver.words = "d" + std::to_string(number);
  return driver;
}
const std::vector<Driver> tree = {made(1, DriverKind::primary, 0),
                                  made(2, DriverKind::secondary, 1), made(3, DriverKind::change, 2),
                                  made(4, DriverKind::primary, 0), made(5, DriverKind::change, 4)};

std::string fault(const DriverDraft& draft, std::int64_t number = 0) {
  const auto driver = driver_from(draft, tree, {7}, number);
  return driver.accepted() ? "" : driver.refusal().key();
}

TEST(Driver, is_what_its_place_makes_it) {
  EXPECT_EQ(driver_from({"a", "", "driver", ""}, tree, {}).value().kind, DriverKind::primary);
  EXPECT_EQ(driver_from({"a", "4", "driver", ""}, tree, {}).value().kind, DriverKind::secondary);
  EXPECT_EQ(driver_from({"a", "1", "change", "7"}, tree, {7}).value().measure, 7);
}

TEST(Driver, refuses_places_that_make_no_diagram) {
  EXPECT_EQ(fault({"", "", "driver", ""}), "driver.words_missing");
  EXPECT_EQ(fault({"a", "9", "driver", ""}), "driver.under_missing");
  EXPECT_EQ(fault({"a", "3", "driver", ""}), "driver.under_missing");
  EXPECT_EQ(fault({"a", "2", "driver", ""}), "driver.too_deep");
  EXPECT_EQ(fault({"a", "", "change", ""}), "driver.idea_needs_driver");
  EXPECT_EQ(fault({"a", "1", "", ""}), "driver.kind_missing");
  EXPECT_EQ(fault({"a", "1", "driver", "8"}), "driver.measure_unknown");
  // One that holds others does not come to hang on itself, nor become an idea.
  EXPECT_EQ(fault({"a", "2", "driver", ""}, 1), "driver.under_missing");
  EXPECT_EQ(fault({"a", "4", "driver", ""}, 1), "driver.too_deep");
  EXPECT_EQ(fault({"a", "1", "change", ""}, 4), "driver.holds_others");
  EXPECT_EQ(fault({"a", "4", "driver", ""}, 2), "");
}

TEST(Driver, stands_in_the_order_in_which_one_reads) {
  std::string order;
  for (const DriverPlace& place : in_order(tree))
    order += std::to_string(place.driver->number) + "@" + std::to_string(place.depth) + " ";
  EXPECT_EQ(order, "1@1 2@2 3@3 4@1 5@2 ");
  EXPECT_EQ(with_what_hangs_on(tree, 1), (std::vector<std::int64_t>{1, 2, 3}));
}

}  // namespace
}  // namespace alongside
