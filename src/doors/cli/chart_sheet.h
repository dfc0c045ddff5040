// SPDX-License-Identifier: Apache-2.0
// A worked-out chart in every form in which it leaves: characters, drawing, sentences, numbers.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "doors/cli/command.h"

namespace alongside::cli {

/// Cells as they are written in a CSV.
struct NumberTable {
  std::vector<std::string> headings;
  std::vector<std::vector<std::string>> rows;
};

/// Each kind of chart keeps what it worked out and makes the long forms when they are asked for.
class Sheet {
 public:
  Sheet() = default;
  Sheet(const Sheet&) = delete;
  Sheet& operator=(const Sheet&) = delete;
  virtual ~Sheet() = default;

  virtual std::string svg() const = 0;               ///< a file of its own
  virtual std::string drawn(int columns) const = 0;  ///< in characters
  virtual std::string explanation() const = 0;       ///< lines; for --explain
  virtual std::string json() const = 0;

  std::string title;
  std::string summary;                 ///< one or two sentences
  std::vector<std::string> signals;    ///< a sentence each
  std::vector<std::string> decisions;  ///< what was asked for, with its reason
  std::vector<std::string> warnings;   ///< a sentence each
  NumberTable overview;                ///< of many charts; else empty
  NumberTable numbers;                 ///< every point
};
using SheetMade = std::unique_ptr<const Sheet>;

/// Four digits that count.
std::string number_words(double value);
/// The shortest digits that give the same double back; nothing for what is missing.
std::string exact(double value);
/// 0.123 as "12.3 %".
std::string percent(double share);

std::string as_csv(const NumberTable& table);
/// A page of its own, without script or anything from elsewhere, that prints.
std::string as_html(const Sheet& sheet);
/// In lines of characters, columns under each other.
std::string as_columns(const NumberTable& table);
/// The summary, each signal, each warning, a line each.
std::string reading_of(const Sheet& sheet);

/// Writes the files that were asked for; what was asked for on standard output goes to `out`, and
/// otherwise drawing and reading. Throws std::runtime_error for a file that cannot be written.
void deliver(const Sheet& sheet, const ChartOptions& options, std::ostream& out);

/// Phases, baselines, rules, profile and whatever else only a chart over time takes.
bool is_decided(const ChartOptions& options);

/// Throws std::runtime_error: what cannot be charted, in a sentence.
[[noreturn]] void refuse(const std::string& message);

}  // namespace alongside::cli
