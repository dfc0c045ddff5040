// SPDX-License-Identifier: Apache-2.0
// Every number that docs/statistics gives for an example is what the program works out.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <regex>

#include "doors/batch/series.h"

namespace alongside::batch {
namespace {

const std::filesystem::path root = ALONGSIDE_SOURCE;

std::string text_of(const std::filesystem::path& path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

/// A case that anybody can look up, charted; nothing where there is none of that name.
std::optional<JsonValue> charted_case(const std::string& name) {
  for (const char* folder : {"cases", "published"}) {
    const auto path = root / "tests/reference/spc" / folder / (name + ".json");
    if (!std::filesystem::exists(path)) continue;
    JsonReader reader;
    JsonReader again;
    std::string request = text_of(path);
    std::ranges::replace(request, '\n', ' ');
    auto read = again.read(charted(reader, request), 32);
    return std::get<JsonValue>(std::move(read));
  }
  return std::nullopt;
}

/// "0.2150" is right within half of its last digit.
double rounding_of(const std::string& written) {
  const std::size_t point = written.find('.');
  const auto decimals =
      point == std::string::npos ? 0 : static_cast<double>(written.size() - point - 1);
  return 0.5 * std::pow(10, -decimals) + 1e-9;
}

/// `ucl[3]` or `phi`, of points or of the summary.
std::optional<double> value_of(const JsonValue& chart, const std::string& column,
                               const std::string& index) {
  const JsonValue* found =
      index.empty() ? chart.at("/summary/" + column)
                    : chart.at("/points/" + column + "/" + std::to_string(std::stoi(index) - 1));
  return found == nullptr ? std::nullopt : found->number();
}

}  // namespace

TEST(StatisticsPages, give_numbers_that_are_worked_out) {
  const std::regex part(
      R"(`([a-z]+_[a-zA-Z0-9_]+)`|`([a-z0-9_]+)(?:\[(\d+)\])?`\s+=\s+(-?[0-9.]*[0-9]))");
  int compared = 0;
  for (const auto& page : std::filesystem::directory_iterator(root / "docs/statistics")) {
    const std::string text = text_of(page.path());
    std::optional<JsonValue> chart;
    for (auto at = std::sregex_iterator(text.begin(), text.end(), part);
         at != std::sregex_iterator(); ++at) {
      const std::string name = (*at)[1];
      if (!name.empty()) {
        chart = charted_case(name);
        EXPECT_TRUE(chart.has_value()) << page.path() << " " << name;
        continue;
      }
      ASSERT_TRUE(chart.has_value()) << page.path() << " " << (*at)[0];
      const std::string written = (*at)[4];
      const auto value = value_of(*chart, (*at)[2], (*at)[3]);
      ASSERT_TRUE(value.has_value()) << page.path() << " " << (*at)[0];
      EXPECT_NEAR(*value, std::stod(written), rounding_of(written))
          << page.path() << " " << (*at)[0];
      ++compared;
    }
  }
  EXPECT_GE(compared, 40);
}

}  // namespace alongside::batch
