// SPDX-License-Identifier: Apache-2.0
// The rules of one page: all that can touch it, and no more.
#include "doors/web/style.h"

#include <gtest/gtest.h>

namespace alongside::web {
namespace {

bool has(const Sheet& sheet, std::string_view rule) {
  return sheet.rules().find(rule) != std::string::npos;
}

}  // namespace

TEST(Style, a_page_gets_the_rules_of_its_classes) {
  const Sheet sheet = sheet_for(R"(<p class="tile">a</p><b class="btn wide">b</b>)");
  EXPECT_TRUE(has(sheet, ".tile{"));
  EXPECT_TRUE(has(sheet, ".btn.wide{"));
  EXPECT_TRUE(has(sheet, "body{"));
  EXPECT_FALSE(has(sheet, ".btn.honey"));
  EXPECT_FALSE(has(sheet, ".hero"));
}

TEST(Style, one_selector_of_a_list_may_stay) {
  // .tabs,.savebar{position:static} in windows of little height.
  const Sheet sheet = sheet_for(R"(<div class="savebar"></div>)");
  EXPECT_TRUE(has(sheet, "{.savebar{position:static}}"));
}

TEST(Style, every_bracket_closes_and_faces_have_whole_addresses) {
  for (const char* page : {"", R"(<p class="tile q check">)", R"(<p class="">)"}) {
    const std::string rules = sheet_for(page).rules();
    EXPECT_EQ(std::count(rules.begin(), rules.end(), '{'),
              std::count(rules.begin(), rules.end(), '}'));
    EXPECT_NE(rules.find("url(/assets/"), std::string::npos);
    EXPECT_EQ(rules.find("alegreya"), std::string::npos);
    EXPECT_LT(rules.size(), style_sheet().size() / 2);
  }
}

TEST(Style, with_every_class_all_rules_stay) {
  std::string everything = "<p class=\"";
  for (const char c : style_sheet()) {
    const bool in_a_name =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || (c >= '0' && c <= '9');
    everything += in_a_name ? c : ' ';
  }
  const std::string rules = sheet_for(everything + "\">").rules();
  const auto count = [](const std::string& text) {
    return std::count(text.begin(), text.end(), ':');
  };
  // But the second face, and what a page of paper measures.
  EXPECT_GE(count(rules), count(style_sheet()) - 6);
}

}  // namespace alongside::web
