// SPDX-License-Identifier: Apache-2.0
// Sets of measures from outside, in every form that they come in.
#include "doors/cli/lens.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

namespace alongside::cli {
namespace {

std::string seen(std::string_view text, int code, bool json = false) {
  std::ostringstream out;
  LensOptions options;
  options.json = json;
  EXPECT_EQ(look_through_lens(options, text, out), code);
  return out.str();
}

bool says(const std::string& text, std::string_view words) {
  return text.find(words) != std::string::npos;
}

TEST(Lens, a_report_that_counts_actions_is_seen_as_such) {
  std::ifstream file(ALONGSIDE_SOURCE "/examples/measures/quality-report.csv");
  const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  const std::string out = seen(text, 2);
  EXPECT_TRUE(
      says(out, "line 4: called an outcome, but it counts \"Leaflets\": that is an output"));
  EXPECT_TRUE(says(out, "line 6: \"Non-compliant\" -> did not follow this plan"));
  EXPECT_TRUE(says(out, "line 6: \"missed appointments\" -> appointments that could not happen"));
  EXPECT_TRUE(says(out, "Nothing comes from patients or families."));
  EXPECT_TRUE(says(out, "Nothing shows joy in work."));
}

TEST(Lens, a_measure_a_line_is_seen_by_its_words) {
  const std::string out =
      seen("Trust in the team\nVisits per day\n\n# a remark\nCan walk to the shop\n", 0);
  EXPECT_TRUE(says(out, "for people    Trust in the team (it looks at relationship)"));
  EXPECT_TRUE(says(out, "what is done  Visits per day (its kind is output)"));
  EXPECT_TRUE(says(out, "for people    Can walk to the shop (its kind is outcome)"));
  EXPECT_TRUE(says(out, "2 of 3 ask what it did for people"));
}

TEST(Lens, a_definition_of_the_library_is_a_set_of_one) {
  EXPECT_TRUE(says(seen(lines_of(standard_measures()[0]), 0), "1 of 1"));
}

TEST(Lens, a_table_that_cannot_be_read_names_the_line) {
  const auto fault = [](std::string_view text) {
    try {
      (void)measures_in(text);
    } catch (const std::runtime_error& error) {
      return std::string(error.what());
    }
    return std::string();
  };
  EXPECT_EQ(fault("name,kind\nA,throughput\n").substr(0, 20), "line 2: \"throughput\"");
  EXPECT_EQ(fault("name,kind\n,output\n"), "line 2: the measure has no name");
  EXPECT_EQ(fault("name,perspective\nA,boss\n").substr(0, 14), "line 2: \"boss\"");
  EXPECT_EQ(fault("name,covers\nA,aim;fun\n"), "line 2: nothing is called fun");
  EXPECT_EQ(fault("\n\n"), "there is no measure in it");
}

TEST(Lens, as_json_says_the_same) {
  const std::string out = seen("name,kind,covers\nA,outcome,aim; joy\n", 0, true);
  EXPECT_TRUE(says(out, "\"dominance\":\"service\""));
  EXPECT_TRUE(says(out, "\"covers\":[\"aim\",\"joy\"]"));
  EXPECT_TRUE(says(out, "\"kinds_left_out\":[\"process\",\"balancing\"]"));
}

}  // namespace
}  // namespace alongside::cli
