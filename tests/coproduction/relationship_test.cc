// SPDX-License-Identifier: Apache-2.0
// Only whole answers count.
#include "coproduction/relationship.h"

#include <gtest/gtest.h>

namespace alongside {

TEST(Relationship, each_missing_or_unclear_answer_is_named) {
  const auto refused = relationship_answers_from({"4", "0", "", "1", "2", "5"});
  EXPECT_EQ(refused.refusal().faults(),
            (std::vector<Fault>{{"relationship.missing", "shaped"},
                                {"relationship.missing", "could_say"}}));
  EXPECT_EQ(relationship_answers_from({"0", "4", "2", "1", "3", "0"}).value().values,
            (std::array<std::int64_t, relationship_items_count>{0, 4, 2, 1, 3, 0}));
}

}  // namespace alongside
