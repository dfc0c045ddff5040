// SPDX-License-Identifier: Apache-2.0
// Settings: the good are taken, the bad are named with their line.
#include "foundation/base/settings.h"

#include <gtest/gtest.h>

namespace alongside {

TEST(Settings, are_read_over_the_defaults) {
  std::vector<SettingsFault> faults;
  const Settings settings = settings_from("port = 9000\nlanguage = \"sv\"\n", faults);
  EXPECT_TRUE(faults.empty());
  EXPECT_EQ(settings.port, 9000);
  EXPECT_EQ(settings.language, "sv");
  EXPECT_EQ(settings.address, "127.0.0.1");
}

TEST(Settings, name_each_fault_with_its_line) {
  std::vector<SettingsFault> faults;
  settings_from("port = \"x\"\nzone = \"Nowhere\"\ncolour = 1\nlanguage = \"xx\"\nthreads = 0\n",
                faults);
  ASSERT_EQ(faults.size(), 5U);
  for (const SettingsFault& fault : faults)
    EXPECT_NE(fault.message.find("(line "), std::string::npos) << fault.message;
}

TEST(Settings, a_public_address_is_a_site_and_nothing_more) {
  const auto faults_of = [](const std::string& address) {
    std::vector<SettingsFault> faults;
    settings_from("public_address = \"" + address + "\"", faults);
    return faults.size();
  };
  for (const char* good : {"https://clinic.example", "http://10.0.0.2:8080", "https://[::1]:8443"})
    EXPECT_EQ(faults_of(good), 0U) << good;
  for (const char* bad : {"clinic.example", "https://", "https://clinic.example/", "ftp://a",
                          "https://a b", "https://me@clinic.example", "javascript://a"})
    EXPECT_EQ(faults_of(bad), 1U) << bad;
  std::vector<SettingsFault> none;
  EXPECT_TRUE(settings_from("public_address = \"https://a.example\"", none).encrypted());
  EXPECT_FALSE(settings_from("public_address = \"http://a.example\"", none).encrypted());
}

TEST(Settings, a_file_that_is_no_toml_is_one_fault) {
  std::vector<SettingsFault> faults;
  settings_from("port = = 1", faults);
  ASSERT_EQ(faults.size(), 1U);
  EXPECT_NE(faults[0].message.find("line 1"), std::string::npos);
}

TEST(Settings, the_catalogue_tells_the_true_defaults) {
  std::string toml;
  for (const SettingEntry& entry : settings_catalogue()) {
    const bool number = !entry.standard.empty() &&
                        entry.standard.find_first_not_of("0123456789") == std::string_view::npos;
    toml += std::string(entry.name) + " = " + (number ? "" : "\"") + std::string(entry.standard) +
            (number ? "" : "\"") + "\n";
  }
  std::vector<SettingsFault> faults;
  const Settings read = settings_from(toml, faults);
  EXPECT_TRUE(faults.empty());
  EXPECT_EQ(read.port, Settings().port);
  EXPECT_EQ(read.zone, Settings().zone);
  EXPECT_EQ(read.threads, Settings().threads);
}

TEST(Settings, letters_beyond_ascii_are_for_comments) {
  std::vector<SettingsFault> faults;
  EXPECT_EQ(settings_from("port = 8090  # Åsas port\n# ｽ\n", faults).port, 8090);
  EXPECT_TRUE(faults.empty());
  settings_from("port = 1\nｽ = 2\n", faults);
  ASSERT_EQ(faults.size(), 1U);
  EXPECT_NE(faults[0].message.find("line 2"), std::string::npos);
}

}  // namespace alongside
