// SPDX-License-Identifier: Apache-2.0
// Counts what was kept, out of what can be said.
#include "change/fidelity.h"

#include <algorithm>
#include <iterator>
#include <set>

namespace alongside {
namespace {

void add(Proportion& share, bool kept) {
  share.of += 1;
  share.count += kept ? 1 : 0;
}

bool predicted_before_data(const TestOfChange& test) {
  for (const TestDatum& datum : test.data)
    if (!test.locked_at || datum.noted_at < *test.locked_at) return false;
  return true;
}

bool over_time(const TestOfChange& test) {
  std::set<Day> days;
  for (const TestDatum& datum : test.data)
    if (!datum.taken_back) days.insert(datum.day);
  return days.size() >= days_over_time;
}

void count_cycles(const std::vector<TestOfChange>& tests, std::vector<Kept>& kept) {
  for (const TestOfChange& test : tests) {
    if (!test.locked_at) continue;
    add(kept[0].share, predicted_before_data(test));
    add(kept[1].share, !test.plan.hypothesis.empty());
    if (test.studied_at) add(kept[4].share, over_time(test));
  }
}

void count_ramps(const std::vector<TestOfChange>& all, std::vector<Kept>& kept) {
  std::vector<TestOfChange> tests;  // What was only planned tried nothing.
  std::ranges::copy_if(all, std::back_inserter(tests),
                       [](const TestOfChange& test) { return test.locked_at.has_value(); });
  for (const auto& ramp : ramps_of(tests)) {
    const TestOfChange& first = *ramp.front();
    if (!first.decision) continue;
    const bool linked = ramp.size() > 1;
    if (linked || *first.decision != Decision::abandon) add(kept[2].share, linked);
    const bool grows = !linked || first.plan.size <= ramp[1]->plan.size;
    add(kept[3].share, first.plan.size <= small_size_max && grows);
  }
}

}  // namespace

std::string_view code_of(Feature feature) {
  switch (feature) {
    case Feature::predicted:
      return "predicted";
    case Feature::theory:
      return "theory";
    case Feature::linked:
      return "linked";
    case Feature::small_first:
      return "small_first";
    case Feature::over_time:
      return "over_time";
  }
  return {};
}

std::vector<Kept> fidelity_of(const std::vector<TestOfChange>& tests) {
  std::vector<Kept> kept;
  for (const Feature feature : features) kept.push_back({feature, {}});
  count_cycles(tests, kept);
  count_ramps(tests, kept);
  return kept;
}

Proportion fidelity_sum(const std::vector<Kept>& kept) {
  Proportion sum;
  for (const Kept& one : kept) {
    sum.count += one.share.count;
    sum.of += one.share.of;
  }
  return sum;
}

}  // namespace alongside
