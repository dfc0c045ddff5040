// SPDX-License-Identifier: Apache-2.0
// One series over time through the engine: columns and options in, a worked-out chart out.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "doors/cli/chart_calendar.h"
#include "improvement/chart_table.h"
#include "doors/cli/command.h"
#include "foundation/drawing/control_chart.h"
#include "foundation/statistics/chart_choice.h"
#include "foundation/statistics/control_limits.h"
#include "foundation/statistics/diagnostics.h"
#include "improvement/rule_sets.h"
#include "improvement/standing.h"

namespace alongside::cli {

struct Charted {
  std::string x_name, y_name, n_name;
  std::string code;                                       ///< of the chart, as --chart takes it
  std::string name;                                       ///< "P chart"
  statistics::ChartKind kind = statistics::ChartKind::i;  ///< np and r: their nearest kin
  std::optional<statistics::ChoiceReason> reason;         ///< where the program chose
  std::string profile;
  Rules rules;
  std::optional<Better> better;
  statistics::Grouping grouping;
  std::span<const statistics::Observation> observations;
  std::vector<std::string> labels;  ///< of the observations
  std::vector<std::size_t> phase_starts, excluded, baseline_last;
  std::vector<double> targets;  ///< one a point; empty: none
  std::vector<drawing::ChartNote> notes;
  std::size_t without_time = 0;        ///< rows that were left out
  std::vector<std::string> remarks;    ///< on how the rows were read
  std::vector<std::string> decisions;  ///< in words, with their reasons
  std::string limits;                  ///< "probability", or three sigma
  bool screened = true;
  double per = 1;
  double given_centre = statistics::missing, given_sigma = statistics::missing;
  std::int64_t baseline = 0;
  statistics::ControlChart chart;
  statistics::Diagnosis diagnosis;
  std::vector<Signal> signals;
  Standing standing;
  Calendar calendar;
  statistics::Season season;
  bool show_season = false;
  std::optional<std::vector<std::size_t>> proposals;  ///< first points of new limits

  Charted() = default;
  Charted(Charted&&) = default;  ///< the observations stay where `grouping` keeps them
};

/// Throws std::runtime_error for what cannot be charted so.
Charted chart_of(const ChartTable& table, const ChartOptions& options);

}  // namespace alongside::cli
