// SPDX-License-Identifier: Apache-2.0
// Any text as a table to chart: read or refused with a sentence; a drawing or a sentence comes out.
#include <sstream>
#include <stdexcept>

#include "doors/cli/chart.h"
#include "foundation/base/delimited.h"
#include "foundation/base/expect.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  using namespace alongside;  // NOLINT: one file
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto read = table_from(text);
  if (const auto* table = std::get_if<TextTable>(&read)) {
    expect(table->rows.size() == table->lines.size(), "each row has its line");
    for (const auto& row : table->rows) expect(!row.empty(), "no row is blank");
  }
  std::ostringstream out;
  cli::ChartOptions options;
  options.explain = true;
  options.columns = 40;
  try {
    cli::chart_table_text(options, text, out);
    expect(!out.str().empty(), "a chart says something");
  } catch (const std::runtime_error& refusal) {
    expect(*refusal.what() != '\0', "a refusal says why");
  }
  return 0;
}
