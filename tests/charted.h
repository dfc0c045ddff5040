// SPDX-License-Identifier: Apache-2.0
// What `alongside chart` prints of a table, or refuses.
#pragma once

#include <gtest/gtest.h>

#include <sstream>
#include <stdexcept>

#include "doors/cli/chart.h"

namespace alongside::cli {

/// 24 months, lower from the 15th on.
inline std::string falls() {
  std::string text = "month,falls\n";
  for (int i = 0; i < 24; ++i) {
    const int month = i % 12 + 1;
    text += std::to_string(2023 + i / 12) + (month < 10 ? "-0" : "-") + std::to_string(month) +
            "," + std::to_string(i < 14 ? 120 + i % 3 : 50 + i % 3) + "\n";
  }
  return text;
}

inline std::string charted(const std::string& text, ChartOptions options = {}) {
  std::ostringstream out;
  EXPECT_EQ(chart_table_text(options, text, out), 0);
  return out.str();
}

inline std::string refused(const std::string& text, ChartOptions options = {}) {
  std::ostringstream out;
  try {
    chart_table_text(options, text, out);
  } catch (const std::runtime_error& error) {
    return error.what();
  }
  return {};
}

inline bool says(const std::string& text, std::string_view words) {
  return text.find(words) != std::string::npos;
}

}  // namespace alongside::cli
