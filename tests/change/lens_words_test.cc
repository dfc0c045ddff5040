// SPDX-License-Identifier: Apache-2.0
// Words through the lens.
#include "change/lens_words.h"

#include <gtest/gtest.h>

namespace alongside {
namespace {

std::string found(std::string_view text) {
  std::string all;
  for (const LensHit& hit : lens_hits(text))
    all += hit.word->shows + "=" + hit.found + (hit.word->instead.empty() ? "" : "!") + " ";
  return all;
}

TEST(LensWords, stand_as_whole_words_in_any_case) {
  EXPECT_EQ(found("Visits held"), "output=Visits ");
  EXPECT_EQ(found("Pain when walking"), "outcome=Pain outcome=walking ");
  EXPECT_EQ(found("The painter revisits"), "");
  EXPECT_EQ(found("Non-compliant patients"), "blame=Non-compliant! ");
  EXPECT_EQ(found("SMÄRTA och Önskemål"), "outcome=SMÄRTA preference=Önskemål ");
  EXPECT_EQ(found("the DNA rate"), "blame=DNA! ");
}

TEST(LensWords, the_longer_of_two_that_begin_together_counts) {
  EXPECT_EQ(found("missed appointments"), "blame=missed appointments! ");
  EXPECT_EQ(found("uteblivet besök"), "blame=uteblivet besök! ");
}

TEST(LensWords, every_word_of_the_library_is_found_by_itself) {
  for (const LensList& list : lens_lists())
    for (const LensWord& word : list.words) {
      const auto hits = lens_hits(word.word);
      ASSERT_FALSE(hits.empty()) << word.word;
      EXPECT_EQ(hits.front().found.size(), word.word.size()) << word.word;
    }
}

TEST(LensWords, a_list_that_cannot_be_read_names_the_line) {
  EXPECT_EQ(lens_list_from("language: en\ncolour: red\n").refusal().faults()[0].field, "colour");
  EXPECT_FALSE(lens_list_from("language: en\nblame: lazy\n").accepted());
  EXPECT_FALSE(lens_list_from("output: visits\n").accepted());
  EXPECT_FALSE(lens_list_from("nothing\n").accepted());
}

}  // namespace
}  // namespace alongside
