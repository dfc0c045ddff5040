// SPDX-License-Identifier: Apache-2.0
// What may stand as a correction and as its answer.
#include "coproduction/correction.h"

#include <gtest/gtest.h>

namespace alongside {
namespace {

std::string fields_of(const Refusal& refusal) {
  std::string fields;
  for (const Fault& fault : refusal.faults()) fields += fault.field + " ";
  return fields;
}

}  // namespace

TEST(Correction, says_what_it_is_about_and_what_is_wrong) {
  const auto said = correction_from({"agreement.12", "  I said walk \n"});
  ASSERT_TRUE(said);
  EXPECT_EQ(said.value().about, CorrectionAbout::agreement);
  EXPECT_EQ(said.value().agreement, 12);
  EXPECT_EQ(said.value().words.disclose(), "I said walk");
  EXPECT_EQ(said.value().answer, CorrectionAnswer::waiting);
  for (const std::string unclear : {"", "agreement", "agreement.", "agreement.x", "agreement.1x",
                                    "identity.1", "name", "agreement.99999999999999999999"})
    EXPECT_EQ(fields_of(correction_from({unclear, "x"}).refusal()), "about ") << unclear;
  EXPECT_EQ(fields_of(correction_from({"", " "}).refusal()), "about words ");
  EXPECT_TRUE(correction_from({"visit", std::string(500, 'x')}));
  EXPECT_EQ(fields_of(correction_from({"visit", std::string(501, 'x')}).refusal()), "words ");
}

TEST(Correction, an_answer_that_differs_gives_its_reason) {
  EXPECT_TRUE(correction_answered_from({"put_right", ""}));
  EXPECT_TRUE(correction_answered_from({"seen_differently", "We said both"}));
  EXPECT_EQ(fields_of(correction_answered_from({"seen_differently", " "}).refusal()), "reason ");
  EXPECT_EQ(fields_of(correction_answered_from({"waiting", ""}).refusal()), "answer ");
  EXPECT_EQ(fields_of(correction_answered_from({"", std::string(501, 'x')}).refusal()),
            "answer reason ");
}

TEST(Correction, every_code_is_read_again) {
  for (const CorrectionAbout about : corrections_about)
    EXPECT_EQ(correction_about_from(code_of(about)), about);
  for (const auto answer :
       {CorrectionAnswer::waiting, CorrectionAnswer::put_right, CorrectionAnswer::seen_differently})
    EXPECT_EQ(correction_answer_from(code_of(answer)), answer);
}

}  // namespace alongside
