// SPDX-License-Identifier: Apache-2.0
// The example's aims can be read, and a broken block names its line.
#include <gtest/gtest.h>

#include <fstream>

#include "aim/aim.h"
#include "doors/cli/example.h"

namespace alongside::cli {

TEST(ExampleIdeas, are_complete_and_fit_the_rules) {
  std::ifstream file(ALONGSIDE_SOURCE "/examples/clinic/aims.txt");
  const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  const auto ideas = aim_ideas_from(text);
  ASSERT_TRUE(ideas.accepted());
  EXPECT_GE(ideas.value().size(), 25U);
  for (const AimIdea& idea : ideas.value()) {
    EXPECT_TRUE(AimStatement::from({idea.words, idea.horizon, idea.situation, "", ""}).accepted())
        << idea.words;
    EXPECT_TRUE(AttainmentScale::from({"", idea.now, idea.there, idea.better, ""}).accepted())
        << idea.words;
    EXPECT_TRUE(read_back_words(idea.as_understood).accepted()) << idea.words;
  }
}

TEST(ExampleIdeas, name_the_line_that_is_wrong) {
  EXPECT_EQ(aim_ideas_from("aim: a\ncolour: red\n").refusal().faults().front().field, "2");
  EXPECT_EQ(aim_ideas_from("aim: a\nnow: b\n\n").refusal().faults().front().field, "3");
}

}  // namespace alongside::cli
