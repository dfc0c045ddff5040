// SPDX-License-Identifier: Apache-2.0
// The gate before the data, and the comparison after them.
#include "change/test_of_change.h"

#include <algorithm>
#include <cmath>

#include "foundation/base/delimited.h"
#include "foundation/base/text.h"
#include "foundation/statistics/distribution.h"
#include "foundation/statistics/series.h"

namespace alongside {
namespace {

constexpr std::int64_t thousand = 1000;
constexpr std::int64_t counted_max = 1'000'000'000;

void take_share(const DatumDraft& draft, TestDatum& datum, std::vector<Fault>& faults) {
  const auto count = whole_number(one_line(draft.count));
  const auto of = whole_number(one_line(draft.of));
  if (!count || *count < 0 || *count > counted_max) faults.push_back({"datum.count", "count"});
  if (!of || *of < 1 || *of > counted_max || (count && *count > *of))
    faults.push_back({"datum.of", "of"});
  datum.share = {count.value_or(0), of.value_or(0)};
}

void take_value(const DatumDraft& draft, TestDatum& datum, std::vector<Fault>& faults) {
  const auto value = number_in(draft.value, ';');
  if (!value || std::abs(*value) > static_cast<double>(counted_max)) {
    faults.push_back({"datum.value", "value"});
    return;
  }
  datum.value_milli = std::llround(*value * thousand);
}

/// Wilson 1927, out of 100.
void put_wilson(Seen& seen) {
  const double z = statistics::normal_quantile(0.975);
  const auto n = static_cast<double>(seen.share.of);
  const double p = static_cast<double>(seen.share.count) / n;
  const double centre = (p + z * z / (2 * n)) / (1 + z * z / n);
  const double half = z * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n);
  seen.estimate = 100 * p;
  seen.low = 100 * std::max(0.0, centre - half);
  seen.high = 100 * std::min(1.0, centre + half);
}

void put_mean(Seen& seen, const std::vector<double>& values) {
  seen.estimate = statistics::mean_of(values);
  if (values.size() < 2) return;
  const auto n = static_cast<double>(values.size());
  const double spread = statistics::spread_of(values);
  if (!(spread > 0)) return;  // A few equal numbers are no certainty.
  const double half = statistics::student_quantile(0.975, n - 1) * spread / std::sqrt(n);
  seen.low = seen.estimate - half;
  seen.high = seen.estimate + half;
}

Compared against_range(const Seen& seen, double low, double high) {
  const bool within = seen.estimate >= low && seen.estimate <= high;
  if (!seen.low) return within ? Compared::fits_so_far : Compared::unclear;
  if (*seen.low >= low && *seen.high <= high) return Compared::as_predicted;
  if (*seen.low > high || *seen.high < low) return Compared::otherwise;
  return within ? Compared::fits_so_far : Compared::unclear;
}

}  // namespace

std::string_view code_of(Decision decision) {
  switch (decision) {
    case Decision::adopt:
      return "adopt";
    case Decision::adapt:
      return "adapt";
    case Decision::abandon:
      return "abandon";
  }
  return {};
}

std::string_view code_of(TestStage stage) {
  switch (stage) {
    case TestStage::planning:
      return "planning";
    case TestStage::running:
      return "running";
    case TestStage::studied:
      return "studied";
    case TestStage::decided:
      return "decided";
  }
  return {};
}

TestStage TestOfChange::stage() const {
  if (decision) return TestStage::decided;
  if (studied_at) return TestStage::studied;
  return locked_at ? TestStage::running : TestStage::planning;
}

Outcome<TestDatum> datum_from(const DatumDraft& draft, const TestOfChange& test, const Zone& zone,
                              Instant now) {
  if (!test.locked_at || now < *test.locked_at) return Refusal("test.not_locked");
  if (test.stage() == TestStage::decided) return Refusal("test.is_over");
  std::vector<Fault> faults;
  if (test.data.size() >= data_of_a_test_max) faults.push_back({"datum.too_many", "day"});
  TestDatum datum;
  const auto day = Day::from_iso(one_line(draft.day));
  if (!day)
    faults.push_back({"datum.day", "day"});
  else if (*day < zone.day_of(*test.locked_at))
    faults.push_back({"datum.before_lock", "day"});
  else if (*day > zone.day_of(now))
    faults.push_back({"datum.day_ahead", "day"});
  if (test.plan.seen == SeenAs::share)
    take_share(draft, datum, faults);
  else
    take_value(draft, datum, faults);
  datum.note = tidied(draft.note);
  if (characters(datum.note) > test_words_characters_max) faults.push_back({"test.long", "note"});
  if (!faults.empty()) return Refusal(std::move(faults));
  datum.day = *day;
  datum.noted_at = now;
  return datum;
}

std::optional<Seen> seen_in(const TestOfChange& test) {
  Seen seen;
  std::vector<double> values;
  for (const TestDatum& datum : test.data) {
    if (datum.taken_back) continue;
    ++seen.data;
    seen.share.count += datum.share.count;
    seen.share.of += datum.share.of;
    values.push_back(static_cast<double>(datum.value_milli) / thousand);
  }
  if (seen.data == 0) return std::nullopt;
  if (test.plan.seen == SeenAs::share)
    put_wilson(seen);
  else
    put_mean(seen, values);
  return seen;
}

Compared compared(const TestOfChange& test) {
  const auto seen = seen_in(test);
  if (!seen) return Compared::no_data;
  const auto given = [](std::int64_t milli) { return static_cast<double>(milli) / thousand; };
  if (test.plan.predicted == Predicted::between)
    return against_range(*seen, given(test.plan.low_milli), given(test.plan.high_milli));
  if (!seen->low || !test.plan.now_milli) return Compared::unclear;
  const double now = given(*test.plan.now_milli);
  const int side = *seen->low > now ? 1 : *seen->high < now ? -1 : 0;
  if (test.plan.predicted == Predicted::same)
    return side == 0 ? Compared::fits_so_far : Compared::otherwise;
  if (side == 0) return Compared::unclear;
  return (side > 0) == (test.plan.predicted == Predicted::more) ? Compared::as_predicted
                                                                : Compared::otherwise;
}

Outcome<std::string> learnt_from(std::string_view typed, const TestOfChange& test) {
  const TestStage stage = test.stage();
  if (stage != TestStage::running && stage != TestStage::studied) return Refusal("study.not_now");
  if (!seen_in(test)) return Refusal("study.no_data", "learnt");
  std::string learnt = tidied(typed);
  if (learnt.empty()) return Refusal("study.words_missing", "learnt");
  if (characters(learnt) > test_words_characters_max) return Refusal("test.long", "learnt");
  return learnt;
}

Outcome<Decided> decision_from(const DecisionDraft& draft, const TestOfChange& test) {
  if (test.stage() != TestStage::studied) return Refusal("act.not_now");
  if (!seen_in(test)) return Refusal("study.no_data", "decision");
  std::vector<Fault> faults;
  Decided decided{Decision::adopt, tidied(draft.reason)};
  const auto chosen =
      std::ranges::find(decisions, draft.decision, [](Decision one) { return code_of(one); });
  if (chosen == decisions.end())
    faults.push_back({"act.choose", "decision"});
  else
    decided.decision = *chosen;
  if (decided.reason.empty()) faults.push_back({"act.reason_missing", "reason"});
  if (characters(decided.reason) > test_words_characters_max)
    faults.push_back({"test.long", "reason"});
  if (!faults.empty()) return Refusal(std::move(faults));
  return decided;
}

std::vector<std::vector<const TestOfChange*>> ramps_of(const std::vector<TestOfChange>& tests) {
  std::vector<std::vector<const TestOfChange*>> ramps;
  for (const TestOfChange& test : tests) {
    const auto before = std::ranges::find_if(ramps, [&](const auto& ramp) {
      return test.plan.follows != 0 &&
             std::ranges::find(ramp, test.plan.follows, &TestOfChange::number) != ramp.end();
    });
    if (before == ramps.end())
      ramps.push_back({&test});
    else
      before->push_back(&test);
  }
  return ramps;
}

}  // namespace alongside
