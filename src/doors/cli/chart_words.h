// SPDX-License-Identifier: Apache-2.0
// A worked-out chart in sentences and in numbers.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/statistics/chart_choice.h"
#include "foundation/statistics/control_limits.h"
#include "foundation/statistics/diagnostics.h"
#include "improvement/findings.h"

namespace alongside::cli {

struct Charted {
  std::string x_name, y_name, n_name;
  statistics::ChartKind kind = statistics::ChartKind::i;
  std::optional<statistics::ChoiceReason> reason;  ///< where the program chose
  statistics::Grouping grouping;
  std::span<const statistics::Observation> observations;
  std::vector<std::string> labels;  ///< of the observations
  std::vector<std::size_t> phase_starts, excluded;
  std::optional<double> target;
  std::size_t without_time = 0;  ///< rows that were left out
  bool screened = true;
  std::int64_t baseline = 0;
  statistics::ControlChart chart;
  statistics::Diagnosis diagnosis;
  std::vector<Finding> findings;

  Charted() = default;
  Charted(Charted&&) = default;  ///< the observations stay where `grouping` keeps them
};

std::optional<statistics::ChartKind> kind_from(std::string_view code);
std::string_view code_of(statistics::ChartKind kind);

/// Four digits that count.
std::string number_words(double value);
std::string title_of(const Charted& charted);
/// One sentence: what the chart says as a whole.
std::string summary_of(const Charted& charted);
/// The summary, each finding, each warning, a line each.
std::string reading_of(const Charted& charted);
/// Why this chart, how often its rules cry wolf, what is assumed, and the same in R.
std::string explanation_of(const Charted& charted);
std::string points_as_csv(const Charted& charted);
std::string chart_as_json(const Charted& charted);

}  // namespace alongside::cli
