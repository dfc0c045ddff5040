// SPDX-License-Identifier: Apache-2.0
// What a chart over time demands of its values and options, each refused in a sentence that names
// the option or the line. Every check throws std::runtime_error.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "doors/cli/chart_series.h"
#include "foundation/statistics/textbook_limits.h"

namespace alongside::cli {

/// Options that do not fit each other, whatever the data.
void check_options(const ChartOptions& options);
/// Counts not below zero, not more than their size, times above zero.
void check_values(statistics::ChartKind kind, const ChartTable& table);
/// Charts of groups need several values of one time.
void check_groups(const Charted& charted);
/// What only shows once the points and decisions are known.
void check_points(const Charted& charted, const ChartOptions& options);

/// Charts that only textbooks of industry have, and all of them in qcc's profile.
std::optional<statistics::TextbookKind> textbook_kind(const std::string& code,
                                                      const std::string& profile);

/// The observation that stands under a label; refused with the option's name where none does.
std::size_t point_at(const std::vector<std::string>& labels, const std::string& label,
                     std::string_view option);

}  // namespace alongside::cli
