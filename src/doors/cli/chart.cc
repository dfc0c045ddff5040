// SPDX-License-Identifier: Apache-2.0
// Which kind of sheet a table becomes.
#include "doors/cli/chart.h"

#include "doors/cli/chart_funnel.h"
#include "doors/cli/chart_many.h"
#include "doors/cli/chart_series.h"
#include "doors/cli/chart_sheet.h"
#include "doors/cli/chart_sums.h"
#include "improvement/chart_table.h"
#include "doors/cli/chart_words.h"

namespace alongside::cli {
namespace {

ChartTable table_in(const ChartOptions& options, std::string_view text) {
  const auto read = table_from(text);
  if (const auto* fault = std::get_if<TableFault>(&read))
    refuse("line " + std::to_string(fault->line) + ": " + fault->reason);
  const ColumnsAsked columns{options.x,          options.y,           options.n,
                             options.by,         options.risk,        options.target,
                             options.better,     options.note_column, options.kind == "funnel",
                             options.month_first};
  auto table = chart_table(std::get<TextTable>(read), columns);
  if (const auto* fault = std::get_if<ChartTableFault>(&table)) refuse(fault->message);
  return std::get<ChartTable>(std::move(table));
}

}  // namespace

int chart_table_text(const ChartOptions& options, std::string_view text, std::ostream& out) {
  const ChartTable table = table_in(options, text);
  const auto made = [&]() -> SheetMade {
    if (options.kind == "funnel") return funnel_sheet(table, options);
    if (adds_up(options.kind)) return sums_sheet(table, options);
    if (!options.by.empty()) return many_sheet(table, options);
    return sheet_of(chart_of(table, options));
  };
  deliver(*made(), options, out);
  return 0;
}

}  // namespace alongside::cli
