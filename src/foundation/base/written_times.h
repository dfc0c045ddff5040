// SPDX-License-Identifier: Apache-2.0
// A column of times as people write them, as keys that sort.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace alongside {

/// Which number comes first in 01/02/2024; `guessed`: the one that fits all, the day where both do.
enum class DateOrder { guessed, month_first };

struct TimesRead {
  std::vector<double> keys;
  bool dated = false;                ///< keys are days since 1970
  std::vector<std::string> remarks;  ///< what a reader must know of how they were read
};
/// A cell that is no date among others that are.
struct TimesFault {
  std::size_t row = 0;
};

/// Days since 1970, with a share of the day where there is a time of day: 2026-11-22, 22/11/2026,
/// 22.11.26, 2026-11, Nov 2026, nov-26, 22 November 2026 (English and Swedish), Q4 2026, 2026-W47;
/// each but the last three with a time, such as 14:05. A quarter or week is its first day.
std::optional<double> date_in(const std::string& cell, DateOrder order);

/// Dates where all cells are; numbers where all are; else equal names are one time, in the order in
/// which they first appear, and a remark says so.
std::variant<TimesRead, TimesFault> times_of(const std::vector<std::string>& cells, char between,
                                             DateOrder order);

}  // namespace alongside
