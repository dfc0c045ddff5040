// SPDX-License-Identifier: Apache-2.0
// Reads tests/reference/spc: series with the limits and runs that they must give.
#pragma once

#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <vector>

#include "foundation/base/quantity.h"
#include "foundation/base/text.h"

namespace alongside::testing {

struct ReferencePoint {
  Proportion share;
  std::optional<double> centre, lower, upper;
  bool outside = false;
};
struct ReferenceCase {
  std::string name;
  std::vector<ReferencePoint> points;
  std::vector<std::int64_t> runs;  // useful, longest, longest_max, crossings, crossings_min
};

inline std::vector<ReferenceCase> reference_cases() {
  std::vector<ReferenceCase> cases;
  const auto number = [](std::string_view text) {
    return text.empty() ? std::nullopt : std::optional(std::stod(std::string(text)));
  };
  for (const auto& entry :
       std::filesystem::directory_iterator(ALONGSIDE_SOURCE "/tests/reference/spc")) {
    if (entry.path().extension() != ".csv") continue;
    ReferenceCase read{entry.path().stem(), {}, {}};
    std::ifstream file(entry.path());
    for (std::string line; std::getline(file, line);) {
      if (line.starts_with('#')) continue;
      const auto parts = split(line, ',');
      if (parts[0] == "runs") {
        for (std::size_t i = 1; i < parts.size(); ++i)
          read.runs.push_back(std::stoll(std::string(parts[i])));
        continue;
      }
      ReferencePoint point;
      if (!parts[0].empty() && !parts[1].empty())
        point.share = {std::stoll(std::string(parts[0])), std::stoll(std::string(parts[1]))};
      point.centre = number(parts[2]);
      point.lower = number(parts[3]);
      point.upper = number(parts[4]);
      point.outside = parts[5] == "1";
      read.points.push_back(point);
    }
    cases.push_back(std::move(read));
  }
  return cases;
}

}  // namespace alongside::testing
