// SPDX-License-Identifier: Apache-2.0
// What months say now that said something else before: late and corrected records.
#pragma once

#include <vector>

#include "improvement/chart.h"

namespace alongside {

struct MonthChange {
  MonthCount before;
  MonthCount after;
};
/// Months that were over in the month `kept_in`, told anew: in order of time. A month that says
/// nothing has a share of 0 and no value. Months that `now` does not reach are left out.
std::vector<MonthChange> changed_months(const std::vector<MonthCount>& then, Month kept_in,
                                        const std::vector<MonthCount>& now);

}  // namespace alongside
