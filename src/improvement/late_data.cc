// SPDX-License-Identifier: Apache-2.0
// Month by month, as it was and as it is.
#include "improvement/late_data.h"

#include <algorithm>

namespace alongside {

std::vector<MonthChange> changed_months(const std::vector<MonthCount>& then, Month kept_in,
                                        const std::vector<MonthCount>& now) {
  std::vector<MonthChange> changed;
  for (const MonthCount& before : then) {
    const auto after = std::ranges::find(now, before.month, &MonthCount::month);
    if (before.month >= kept_in || after == now.end()) continue;
    if (after->share == before.share && after->value == before.value) continue;
    changed.push_back({before, *after});
  }
  return changed;
}

}  // namespace alongside
