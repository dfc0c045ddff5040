// SPDX-License-Identifier: Apache-2.0
// One sheet into files, characters and pages.
#include "doors/cli/chart_sheet.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <ostream>
#include <stdexcept>

#include "foundation/base/text.h"
#include "foundation/drawing/file.h"

namespace alongside::cli {
namespace {

constexpr int columns_standard = 78;
constexpr double picture_scale = 2;

int columns_of(const ChartOptions& options) {
  if (options.columns > 0) return static_cast<int>(options.columns);
  const char* set = std::getenv("COLUMNS");
  const int columns = set == nullptr ? 0 : std::atoi(set);
  return columns >= 20 ? std::min(columns, 200) : columns_standard;
}

void write_to(const std::string& where, const std::string& bytes, std::ostream& out) {
  if (where == "-") {
    out << bytes;
    return;
  }
  std::ofstream file(where, std::ios::binary | std::ios::trunc);
  file << bytes;
  file.close();
  if (!file) refuse(where + " cannot be written");
}

/// One cell of a CSV.
std::string cell(std::string_view text) {
  if (text.find_first_of(",\"\n") == std::string_view::npos) return std::string(text);
  std::string quoted = "\"";
  for (const char c : text) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + "\"";
}

std::string in_tag(std::string_view tag, std::string_view words) {
  return "<" + std::string(tag) + ">" + drawing::escaped(words) + "</" + std::string(tag) + ">";
}

std::string html_table(const NumberTable& table) {
  std::string html = "<table><thead><tr>";
  for (const std::string& heading : table.headings)
    html += "<th scope=\"col\">" + drawing::escaped(heading) + "</th>";
  html += "</tr></thead><tbody>";
  for (const auto& row : table.rows) {
    html += "<tr>";
    for (std::size_t i = 0; i < row.size(); ++i)
      html +=
          i == 0 ? "<th scope=\"row\">" + drawing::escaped(row[i]) + "</th>" : in_tag("td", row[i]);
    html += "</tr>";
  }
  return html + "</tbody></table>";
}

std::string html_list(const std::vector<std::string>& lines) {
  if (lines.empty()) return {};
  std::string html = "<ul>";
  for (const std::string& line : lines) html += in_tag("li", line);
  return html + "</ul>";
}

}  // namespace

bool is_decided(const ChartOptions& options) {
  return !options.phases.empty() || !options.leave_out.empty() || options.baseline > 0 ||
         !options.baseline_until.empty() || !options.notes.empty() ||
         !options.note_column.empty() || !options.by.empty() || options.profile != "standard" ||
         !options.rules.empty() || options.season || options.propose || options.per != 1 ||
         !options.limits.empty() || options.no_screening || options.screening;
}

void refuse(const std::string& message) { throw std::runtime_error(message); }

std::string number_words(double value) {
  std::array<char, 40> digits{};
  const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), value,
                                          std::chars_format::general, 4);
  return error == std::errc() ? std::string(digits.data(), end) : std::string();
}

std::string exact(double value) {
  if (std::isnan(value)) return {};
  std::array<char, 32> digits{};
  const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), value);
  return error == std::errc() ? std::string(digits.data(), end) : std::string();
}

std::string percent(double share) { return number_words(std::round(share * 1000) / 10) + " %"; }

std::string as_csv(const NumberTable& table) {
  std::string text;
  const auto line = [&](const std::vector<std::string>& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) text += (i > 0 ? "," : "") + cell(cells[i]);
    text += "\n";
  };
  line(table.headings);
  for (const auto& row : table.rows) line(row);
  return text;
}

std::string as_html(const Sheet& sheet) {
  std::string html =
      "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" "
      "content=\"width=device-width\"><title>" +
      drawing::escaped(sheet.title) +
      "</title><style>body{font:16px/1.5 sans-serif;max-width:44rem;margin:1rem auto;padding:0 "
      "1rem;color:#13302D;background:#fff}svg{width:100%;height:auto}table{border-collapse:"
      "collapse;font-size:.875rem;display:block;overflow-x:auto}td,th{border-top:1px solid "
      "#BFD1CB;padding:.2rem .6rem .2rem 0;text-align:start;font-variant-numeric:tabular-nums}"
      "pre{white-space:pre-wrap}@media(prefers-color-scheme:dark){body{color:#E9F3F0;background:"
      "#122825}}@media print{details{display:block}}</style></head><body><main>" +
      in_tag("h1", sheet.title) + in_tag("p", sheet.summary) + html_list(sheet.signals) +
      html_list(sheet.decisions) + html_list(sheet.warnings) + sheet.svg();
  if (!sheet.overview.rows.empty())
    html += in_tag("h2", "All measures") + html_table(sheet.overview);
  html += in_tag("h2", "Numbers") + html_table(sheet.numbers) + in_tag("h2", "How this was made") +
          in_tag("pre", sheet.explanation());
  return html + "</main></body></html>\n";
}

std::string as_columns(const NumberTable& table) {
  std::vector<std::size_t> widths;
  const auto widen = [&](const std::vector<std::string>& cells) {
    widths.resize(std::max(widths.size(), cells.size()));
    for (std::size_t i = 0; i < cells.size(); ++i)
      widths[i] = std::max(widths[i], characters(cells[i]));
  };
  widen(table.headings);
  for (const auto& row : table.rows) widen(row);
  std::string text;
  const auto line = [&](const std::vector<std::string>& cells) {
    std::string written;
    for (std::size_t i = 0; i < cells.size(); ++i)
      written += cells[i] + std::string(widths[i] - characters(cells[i]) + 2, ' ');
    text += written.substr(0, written.find_last_not_of(' ') + 1) + "\n";
  };
  line(table.headings);
  for (const auto& row : table.rows) line(row);
  return text;
}

std::string reading_of(const Sheet& sheet) {
  std::string text = sheet.summary + "\n";
  for (const std::string& signal : sheet.signals) text += "  - " + signal + "\n";
  for (const std::string& decision : sheet.decisions) text += "  · " + decision + "\n";
  for (const std::string& warning : sheet.warnings) text += "  ! " + warning + "\n";
  return text;
}

namespace {

void say(const Sheet& sheet, const ChartOptions& options, std::ostream& out) {
  out << sheet.title << "\n\n";
  out << sheet.drawn(columns_of(options)) << "\n";
  if (!sheet.overview.rows.empty()) out << as_columns(sheet.overview) << "\n";
  out << reading_of(sheet);
  if (options.explain) out << "\n" << sheet.explanation();
}

}  // namespace

void deliver(const Sheet& sheet, const ChartOptions& options, std::ostream& out) {
  const auto dashes = std::ranges::count(
      std::array{options.svg, options.png, options.csv, options.json, options.html}, "-");
  if (dashes > 1) refuse("Only one of --svg, --png, --csv, --json and --html can be -");
  bool on_output = false;
  const auto write = [&](const std::string& where, auto make) {
    if (where.empty()) return;
    on_output = on_output || where == "-";
    write_to(where, make(), out);
  };
  write(options.svg, [&] { return sheet.svg(); });
  write(options.png, [&] { return drawing::as_png(sheet.svg(), picture_scale); });
  write(options.csv, [&] { return as_csv(sheet.numbers); });
  write(options.json, [&] { return sheet.json(); });
  write(options.html, [&] { return as_html(sheet); });
  if (!on_output) say(sheet, options, out);
  out.flush();
  if (!out) refuse("The output cannot be written");
}

}  // namespace alongside::cli
