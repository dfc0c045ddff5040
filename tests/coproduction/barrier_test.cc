// SPDX-License-Identifier: Apache-2.0
// Barriers have a kind, and words if somebody wants to say more.
#include "coproduction/barrier.h"

#include <gtest/gtest.h>

namespace alongside {

TEST(Barrier, needs_a_kind_and_no_words) {
  EXPECT_EQ(barrier_from({"", ""}).refusal().faults(),
            (std::vector<Fault>{{"barrier.kind_missing", "kind"}}));
  EXPECT_EQ(barrier_from({"money", std::string(301, 'a')}).refusal().faults(),
            (std::vector<Fault>{{"barrier.words_long", "words"}}));
  EXPECT_EQ(barrier_from({"money", ""}).value().kind, BarrierKind::money);
}

TEST(Barrier, codes_go_both_ways) {
  for (const BarrierKind kind : barrier_kinds) EXPECT_EQ(barrier_kind_from(code_of(kind)), kind);
  EXPECT_FALSE(barrier_kind_from("laziness"));
}

}  // namespace alongside
