// SPDX-License-Identifier: Apache-2.0
// How fast the learning engine is, against its limits (docs/benchmarks.md). One core.
//   alongside_learning_speed [PERSONS]     340000 persons have about a million rows
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <iomanip>
#include <iostream>
#include <string>

#include "foundation/inference/phases.h"
#include "foundation/inference/variances.h"
#include "foundation/statistics/distribution.h"
#include "learning/rows.h"
#include "learning/simulated_network.h"

namespace {

using namespace alongside;

template <class Work>
double milliseconds(Work work) {
  const auto begun = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begun)
      .count();
}

double sd_of(learning::Term term) {
  using learning::Term;
  switch (term) {
    case Term::mu:
      return 1;
    case Term::x:
    case Term::chosen:
      return 0.5;
    case Term::aim:
      return 0.3;
    case Term::k:
      return 0.35;
    case Term::kx:
      return 0.15;
    default:
      return 0.2;
  }
}

void estimate(const learning::SimulatedSums& made) {
  using inference::UnknownSd;
  using learning::Term;
  std::vector<inference::ColumnPrior> prior;
  inference::VarianceModel model{made.sums, {}, {}, {0.9, 0.5}, {}};
  const std::pair<Term, double> blocks[] = {
      {Term::aim, 0.3}, {Term::k, 0.35}, {Term::kx, 0.15}, {Term::site, 0.2}};
  for (const auto& column : made.columns) {
    model.prior.push_back({0, sd_of(column.term), false});
    int block = -1;
    for (int i = 0; i < 4; ++i)
      if (blocks[i].first == column.term) block = i;
    model.block_of.push_back(block);
  }
  for (int i = 0; i < 4; ++i)
    model.unknown.push_back({UnknownSd::Of::block, i, blocks[i].second, blocks[i].second, {}, {}});
  model.unknown.push_back({UnknownSd::Of::person, -1, 0.5, 0.5, {}, {}});
  model.unknown.push_back({UnknownSd::Of::sigma, -1, 1, {}, 0, 0.5});
  std::optional<inference::Variances> found;
  const double took = milliseconds([&] { found = inference::estimate_variances(model); });
  std::cout << "standard deviations with priors (limit 500 ms): " << took << " ms, objective "
            << std::setprecision(12) << found->objective << std::setprecision(4) << "\n";
}

void trial() {
  SeededRandomness chance(1);
  inference::PhaseSeries series;
  for (int day = 0; day < 60; ++day) {
    series.time.push_back(day);
    series.phase.push_back(day / 10 % 2);
    series.y.push_back(5 + statistics::normal_deviate(chance));
  }
  constexpr int times = 200;
  const double took = milliseconds([&] {
    for (int i = 0; i < times; ++i) inference::phase_posterior(series, {5, 2, 0.3, 0.35, 2});
  });
  std::cout << "a trial of 60 days (limit 2 ms): " << took / times << " ms\n";
}

}  // namespace

int main(int count, char** words) {
  const std::int64_t persons = count > 1 ? std::atoll(words[1]) : 340'000;
  std::cout << std::setprecision(4);
  learning::SimulatedSums made;
  const double drawn = milliseconds([&] {
    made = learning::simulated({persons, 20'180'906, 60, 12, 40});
  });
  const auto rows = static_cast<double>(made.sums.rows);
  std::cout << rows << " rows drawn and summed: " << drawn << " ms, " << drawn * 1e6 / rows
            << " ns a row (limit 250)\n";
  std::vector<inference::ColumnPrior> prior;
  for (const auto& column : made.columns) prior.push_back({0, sd_of(column.term), false});
  const double first = milliseconds([&] { inference::posterior_of(made.sums, prior, {0.9, 0.5}); });
  std::cout << "a posterior of " << made.columns.size() << " columns (limit 10 ms): " << first
            << " ms\n";
  std::cout << "rows to posterior (a million: limit 1000 ms): " << drawn + first << " ms\n";
  estimate(made);
  trial();
}
