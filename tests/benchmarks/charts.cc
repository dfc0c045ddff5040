// SPDX-License-Identifier: Apache-2.0
// How fast charts are worked out, beside a plain streaming read of the same bytes.
//   alongside_charts_benchmark
#include <benchmark/benchmark.h>

#include <cmath>
#include <numeric>
#include <vector>

#include "foundation/base/random.h"
#include "foundation/drawing/control_chart.h"
#include "foundation/statistics/control_limits.h"

namespace {

using namespace alongside::statistics;  // NOLINT: one file

std::vector<Observation> series(std::size_t points) {
  alongside::SeededRandomness chance(1);
  std::vector<Observation> made(points);
  for (Observation& at : made) {
    double sum = 0;
    for (int i = 0; i < 12; ++i) sum += static_cast<double>(chance.below(1'000'000)) / 1e6;
    at.value = std::round(50 + 10 * (sum - 6));
    at.rows = 1;
  }
  return made;
}

void individuals(benchmark::State& state) {
  const auto observations = series(static_cast<std::size_t>(state.range(0)));
  ChartMaker maker;
  for (auto _ : state) benchmark::DoNotOptimize(maker.make(observations, {}).points.data());
  state.SetItemsProcessed(state.iterations());
  state.SetBytesProcessed(state.iterations() * state.range(0) *
                          static_cast<std::int64_t>(sizeof(Observation)));
}
BENCHMARK(individuals)->Arg(24)->Arg(1000)->Arg(1'000'000);

/// A whole drawing of 24 points, as a file.
void drawn(benchmark::State& state) {
  namespace drawing = alongside::drawing;
  const auto observations = series(24);
  ChartMaker maker;
  std::size_t bytes = 0;
  for (auto _ : state) {
    const ControlChart& chart = maker.make(observations, {});
    drawing::ControlChart ink;
    ink.id = "chart";
    ink.title = "I chart";
    ink.description = "The middle and its limits.";
    for (const ChartPoint& point : chart.points) {
      drawing::ChartMark mark;
      mark.label = "2026-01";
      mark.value = point.value;
      mark.lower = point.lower;
      mark.upper = point.upper;
      mark.centre = point.centre;
      ink.points.push_back(std::move(mark));
    }
    ink.axis = drawing::axis_over(ink.points, ink.target);
    const std::string file = drawing::as_file(ink);
    bytes = file.size();
    benchmark::DoNotOptimize(file.data());
  }
  state.counters["bytes"] = static_cast<double>(bytes);
}
BENCHMARK(drawn);

/// What any program must do at least: read the bytes once.
void streaming_read(benchmark::State& state) {
  const auto observations = series(static_cast<std::size_t>(state.range(0)));
  for (auto _ : state) {
    double sum = 0;
    for (const Observation& at : observations) sum += at.value + at.rows;
    benchmark::DoNotOptimize(sum);
  }
  state.SetBytesProcessed(state.iterations() * state.range(0) *
                          static_cast<std::int64_t>(sizeof(Observation)));
}
BENCHMARK(streaming_read)->Arg(24)->Arg(1000)->Arg(1'000'000);

}  // namespace

BENCHMARK_MAIN();
