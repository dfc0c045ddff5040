// SPDX-License-Identifier: Apache-2.0
// A worked-out chart in sentences and in numbers.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "doors/cli/chart_series.h"
#include "doors/cli/chart_sheet.h"

namespace alongside::cli {

std::optional<statistics::ChartKind> kind_from(std::string_view code);
std::string_view code_of(statistics::ChartKind kind);
/// "P chart" for "p"; empty for what is no chart.
std::string name_of(std::string_view code);

std::string title_of(const Charted& charted);
/// One sentence or two: what the chart says as a whole.
std::string summary_of(const Charted& charted);
/// "2026-03: 17 lies above the upper limit (worse)."
std::string signal_words(const Charted& charted, const Signal& found);
/// "better, up"; "usual".
std::string variation_words(const Standing& standing);
/// "can be relied on"; empty without target.
std::string assurance_words(const Standing& standing);
std::vector<std::string> warnings_of(const Charted& charted);
NumberTable numbers_of(const Charted& charted);
/// All forms of it.
SheetMade sheet_of(Charted charted);

}  // namespace alongside::cli
