// SPDX-License-Identifier: Apache-2.0
// Rows or sums, to options side by side.
#include "doors/cli/learn_options.h"

#include <gtest/gtest.h>

#include <sstream>
#include <stdexcept>

#include "foundation/base/json_value.h"
#include "made_up_clinics.h"

namespace alongside::cli {
namespace {

LearnChoicesOptions options_for(std::vector<std::string> options) {
  LearnChoicesOptions made;
  made.reference = std::string(carry_on_action);
  made.aim = "pain";
  made.options = std::move(options);
  return made;
}

std::string sums() { return testing::made_up_sums({"walking", 0.6, 800, "pain"}).front(); }

std::string told(const LearnChoicesOptions& options, const std::string& text) {
  std::ostringstream out;
  lay_options_out(options, text, out);
  return out.str();
}

std::string refusal(const LearnChoicesOptions& options, const std::string& text) {
  try {
    told(options, text);
  } catch (const std::runtime_error& error) {
    return error.what();
  }
  return "";
}

}  // namespace

TEST(LearnOptions, stand_side_by_side_with_what_a_week_can_carry) {
  LearnChoicesOptions options = options_for({"walking=90", "juggling"});
  options.spare = 60;
  options.cards = {"walking=tai-chi-knee-osteoarthritis-hu-2021"};
  const std::string words = told(options, sums());
  EXPECT_TRUE(words.starts_with("carry on (carrying on)\n")) << words;
  EXPECT_NE(words.find("more than the 60 that can be spared"), std::string::npos);
  EXPECT_NE(words.find("of 100 people like that get there"), std::string::npos);
  EXPECT_NE(words.find("juggling (not yet)\n  No number"), std::string::npos) << words;
  EXPECT_NE(words.find("Nothing here is picked."), std::string::npos);
  EXPECT_NE(words.find("bias: 0.2"), std::string::npos);
}

TEST(LearnOptions, as_json_hold_shares_and_judgements) {
  LearnChoicesOptions options = options_for({});
  options.json = true;
  JsonReader reader;
  const auto read = reader.read(told(options, sums()), 8);
  const JsonValue& json = std::get<JsonValue>(read);
  EXPECT_EQ(json.at("/options/1/action")->text, "walking");
  const double share = json.at("/options/1/attained/share")->number().value();
  EXPECT_GT(share, *json.at("/options/1/attained/low80")->number());
  EXPECT_LT(share, *json.at("/options/1/attained/high80")->number());
  EXPECT_EQ(json.at("/judgements/settings")->text, "0.18");
}

TEST(LearnOptions, say_what_is_wrong) {
  EXPECT_NE(refusal(options_for({}), "{}").find("no sums"), std::string::npos);
  LearnChoicesOptions other = options_for({});
  other.aim = "joy";
  EXPECT_NE(refusal(other, sums()).find("no row has the aim"), std::string::npos);
  other = options_for({"walking=soon"});
  EXPECT_NE(refusal(other, sums()).find("no number of minutes"), std::string::npos);
  other = options_for({});
  other.cards = {"walking=nothing"};
  EXPECT_NE(refusal(other, sums()).find("no evidence card"), std::string::npos);
  other.cards = {"walking=bp-dash-diet"};
  EXPECT_NE(refusal(other, sums()).find("cannot take"), std::string::npos);
  EXPECT_NE(refusal(options_for({}), "site,person\na,b\n").find("action"), std::string::npos);
}

}  // namespace alongside::cli
