// SPDX-License-Identifier: Apache-2.0
// Two who write at once lose no words.
#include "change/joined_words.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

namespace alongside {
namespace {

using Words = std::array<std::string, 4>;

TEST(JoinedWords, keep_what_either_of_two_changed_and_name_what_both_did) {
  const Words base = {"", "a", "b", "c"};
  const auto both = joined_words(base, Words{"x", "a", "y", "c"}, Words{"", "m", "n", "c"});
  EXPECT_EQ(both.words, (Words{"x", "m", "n", "c"}));
  EXPECT_EQ(both.both, std::vector<std::size_t>{2});
}

RC_GTEST_PROP(JoinedWords, no_words_are_lost, ()) {
  const auto words = rc::gen::element<std::string>("", "a", "b", "c");
  Words base, theirs, mine;
  for (std::size_t i = 0; i < base.size(); ++i) {
    base[i] = *words;
    theirs[i] = *words;
    mine[i] = *words;
  }
  const auto both = joined_words(base, theirs, mine);
  for (std::size_t i = 0; i < base.size(); ++i) {
    const bool named = std::count(both.both.begin(), both.both.end(), i) > 0;
    RC_ASSERT(named == (theirs[i] != base[i] && mine[i] != base[i] && theirs[i] != mine[i]));
    if (named) continue;
    if (theirs[i] != base[i]) RC_ASSERT(both.words[i] == theirs[i]);
    if (mine[i] != base[i]) RC_ASSERT(both.words[i] == mine[i]);
  }
}

}  // namespace
}  // namespace alongside
