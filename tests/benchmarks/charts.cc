// SPDX-License-Identifier: Apache-2.0
// How fast charts are worked out, beside a plain streaming read of the same bytes.
//   alongside_charts_benchmark
#include <benchmark/benchmark.h>

#include <cmath>
#include <numeric>
#include <vector>

#include "foundation/base/random.h"
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
