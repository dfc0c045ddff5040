// SPDX-License-Identifier: Apache-2.0
// The command line leads to its verbs, and says what is wrong with itself.
#include "doors/cli/command.h"

#include <gtest/gtest.h>

#include <fstream>

namespace alongside::cli {
namespace {

int run_words(std::vector<std::string> words, const Verbs& verbs) {
  std::vector<char*> pointers;
  words.insert(words.begin(), "alongside");
  for (std::string& word : words) pointers.push_back(word.data());
  return run(static_cast<int>(pointers.size()), pointers.data(), verbs);
}

}  // namespace

TEST(Command, leads_to_its_verb) {
  Verbs verbs;
  verbs.serve = [](const ServeOptions& o) {
    return o.port == 0 && o.own && o.data == "d" ? 11 : 1;
  };
  verbs.import = [](const ImportOptions& o) { return o.folders.size() == 2 ? 12 : 1; };
  EXPECT_EQ(run_words({"serve", "--port", "0", "--own", "--data", "d"}, verbs), 11);
  EXPECT_EQ(run_words({"import", "a", "b"}, verbs), 12);
}

TEST(Command, refuses_what_it_does_not_know) {
  ::testing::internal::CaptureStderr();
  EXPECT_EQ(run_words({"fly"}, {}), 64);
  EXPECT_EQ(run_words({"serve", "--port", "99999"}, {}), 64);
  EXPECT_EQ(run_words({"import"}, {}), 64);
  ::testing::internal::GetCapturedStderr();
}

TEST(Command, every_verb_and_setting_is_documented) {
  std::ifstream file(ALONGSIDE_SOURCE "/docs/reference/commands.md");
  const std::string page{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  for (const std::string& verb : verb_names())
    EXPECT_NE(page.find("`alongside " + verb), std::string::npos) << verb;
}

TEST(Command, completes_its_verbs_and_their_options) {
  const std::string script = bash_completion();
  for (const std::string& verb : verb_names())
    EXPECT_NE(script.find("    " + verb + ") words="), std::string::npos) << verb;
  EXPECT_NE(script.find("--leave-out"), std::string::npos);
  EXPECT_NE(script.find("history) words=\"verify head "), std::string::npos);
}

}  // namespace alongside::cli
