// SPDX-License-Identifier: Apache-2.0
// Questions before a visit: not asked, no answer and zero are three things.
#include "coproduction/preparation.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace alongside {
namespace {

Aim aim_numbered(std::int64_t number) {
  Aim aim{{number},
          Id<Aim>::parse("01980000-0000-7000-8000-00000000000" + std::to_string(number)).value(),
          AimState::held,
          number,
          {},
          std::nullopt,
          {}};
  return aim;
}

std::vector<PrepLine> lines(const std::vector<PrepTyped>& typed) {
  return prep_lines_from(typed).value();
}

TEST(Preparation, asks_one_open_question_first_and_of_three_aims_at_most) {
  std::vector<Aim> aims;
  for (std::int64_t i = 1; i <= 4; ++i) aims.push_back(aim_numbered(i));
  std::vector<const Aim*> held;
  for (const Aim& aim : aims) held.push_back(&aim);
  AimNumber asked;
  asked.number = 7;
  asked.aim = 2;
  AimNumber stopped = asked;
  stopped.number = 8;
  stopped.asked = false;
  const auto questions = questions_for(held, {asked, stopped}, true);
  EXPECT_EQ(questions.front(), PrepAsked{PrepQuestion::matters});
  const auto has = [&](const PrepAsked& one) {
    return std::find(questions.begin(), questions.end(), one) != questions.end();
  };
  EXPECT_TRUE(has({PrepQuestion::still_right, 3}));
  EXPECT_FALSE(has({PrepQuestion::still_right, 4}));
  EXPECT_TRUE(has({PrepQuestion::number, 0, 7}));
  EXPECT_FALSE(has({PrepQuestion::number, 0, 8}));
  EXPECT_TRUE(has({PrepQuestion::write_down}));
  EXPECT_EQ(questions_for({}, {}, false).size(), 10u);
}

TEST(Preparation, not_asked_no_answer_and_zero_are_three_things) {
  Preparation preparation;
  preparation.lines = lines({{{PrepQuestion::illness}, "0"}, {{PrepQuestion::care}, ""}});
  EXPECT_EQ(preparation.state_of({PrepQuestion::illness}), PrepState::answered);
  EXPECT_EQ(*preparation.shown({PrepQuestion::illness}), "0");
  EXPECT_EQ(preparation.state_of({PrepQuestion::care}), PrepState::no_answer);
  EXPECT_EQ(preparation.shown({PrepQuestion::care}), nullptr);
  EXPECT_EQ(preparation.state_of({PrepQuestion::matters}), PrepState::not_asked);
}

TEST(Preparation, a_line_that_is_taken_out_reads_like_no_answer) {
  Preparation preparation;
  preparation.lines = lines({{{PrepQuestion::matters}, "My garden"}});
  preparation.lines[0].taken_out = true;
  EXPECT_EQ(preparation.state_of({PrepQuestion::matters}), PrepState::no_answer);
  EXPECT_EQ(preparation.shown({PrepQuestion::matters}), nullptr);
}

TEST(Preparation, asks_for_nothing_and_refuses_what_is_no_answer) {
  EXPECT_TRUE(prep_lines_from({{{PrepQuestion::matters}, ""}}).accepted());
  const auto refused = prep_lines_from({{{PrepQuestion::still_right, 2}, "maybe"},
                                        {{PrepQuestion::number, 0, 1}, "11"},
                                        {{PrepQuestion::illness}, "5"},
                                        {{PrepQuestion::care}, "-1"},
                                        {{PrepQuestion::minutes}, "an hour"},
                                        {{PrepQuestion::write_down}, "perhaps"},
                                        {{PrepQuestion::concern, 0, 3}, std::string(201, 'a')}});
  ASSERT_FALSE(refused.accepted());
  std::vector<std::string> fields;
  for (const Fault& fault : refused.refusal().faults()) fields.push_back(fault.field);
  EXPECT_EQ(fields, (std::vector<std::string>{"still_right_2", "number_1", "illness", "care",
                                              "minutes", "write_down", "concern_3"}));
}

TEST(Preparation, new_words_are_a_change_whatever_was_pressed) {
  const auto made =
      lines({{{PrepQuestion::still_right, 1}, "yes"}, {{PrepQuestion::new_words, 1}, "Walk far"}});
  EXPECT_EQ(made[0].answer->disclose(), "changed");
}

TEST(Preparation, codes_go_both_ways) {
  for (const PrepWriter writer :
       {PrepWriter::person, PrepWriter::supporter, PrepWriter::professional})
    EXPECT_EQ(prep_writer_from(code_of(writer)), writer);
  for (const PrepAsked& asked : questions_for({}, {}, true))
    EXPECT_EQ(prep_question_from(code_of(asked.question)), asked.question);
  EXPECT_FALSE(prep_question_from("other"));
}

}  // namespace
}  // namespace alongside
