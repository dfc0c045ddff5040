// SPDX-License-Identifier: Apache-2.0
// Any text as a table to chart, in any way: read or refused with a sentence; a drawing, a page or a
// sentence comes out. The first two bytes choose the way.
#include <array>
#include <sstream>
#include <stdexcept>

#include "doors/cli/chart.h"
#include "foundation/base/delimited.h"
#include "foundation/base/expect.h"
#include "improvement/rule_sets.h"

namespace {

constexpr std::array<const char*, 24> kinds = {
    "auto", "run", "i",  "mr", "ip", "ms", "xbar",  "s", "r",       "t",    "p",      "pp",
    "np",   "c",   "cp", "u",  "up", "g",  "cusum", "b", "racusum", "vlad", "funnel", "ewma"};
constexpr std::array<const char*, 8> rules = {
    "",
    "best-box",
    "cut-box",
    "mdc",
    "western-electric",
    "nelson",
    "3-on-one-side,2-trend,2-alternating,2-of-3-beyond-0.5",
    "2-within-1,2-avoiding-0.5,outside"};
constexpr std::array<const char*, 6> profiles = {"standard", "qicharts2", "mdc",
                                                 "qcc",      "pbcharts",  "autospc"};

alongside::cli::ChartOptions chosen(unsigned first, unsigned second) {
  alongside::cli::ChartOptions options;
  options.kind = kinds[first % kinds.size()];
  options.rules = rules[second % rules.size()];
  options.profile = profiles[second / 8 % profiles.size()];
  options.explain = first < 128;
  options.columns = 40;
  if (options.kind == std::string("b")) options.target = "0.2";
  if (options.kind == std::string("racusum") || options.kind == std::string("vlad"))
    options.risk = "3";
  if (second > 200) options.propose = true;
  if (second % 5 == 1) options.by = "1";
  if (second % 7 == 2) options.html = "-";
  if (second % 7 == 3) options.json = "-";
  if (second % 7 == 4) options.svg = "-";
  if (second % 7 == 5) options.csv = "-";
  if (second % 11 == 3) options.baseline = 2;
  if (second % 13 == 4) options.season = true;
  return options;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  using namespace alongside;  // NOLINT: one file
  if (size < 2) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data) + 2, size - 2);
  rules_from(text);
  const auto read = table_from(text);
  if (const auto* table = std::get_if<TextTable>(&read)) {
    expect(table->rows.size() == table->lines.size(), "each row has its line");
    for (const auto& row : table->rows) expect(!row.empty(), "no row is blank");
  }
  std::ostringstream out;
  try {
    cli::chart_table_text(chosen(data[0], data[1]), text, out);
    expect(!out.str().empty(), "a chart says something");
  } catch (const std::runtime_error& refusal) {
    expect(*refusal.what() != '\0', "a refusal says why");
  }
  return 0;
}
