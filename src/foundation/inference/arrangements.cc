// SPDX-License-Identifier: Apache-2.0
// Enumerates orders; only the sum over B changes from one to the next.
#include "foundation/inference/arrangements.h"

#include <algorithm>
#include <cmath>

namespace alongside::inference {
namespace {

constexpr std::int64_t arrangements_max = 20'000'000;

/// A sum over days and how many of them have a value: a missing day keeps its place in the order.
struct Sum {
  double y = 0;
  double days = 0;
  void add(double value) {
    if (std::isnan(value)) return;
    y += value;
    days += 1;
  }
  Sum& operator+=(const Sum& more) {
    y += more.y;
    days += more.days;
    return *this;
  }
};

/// Counts one order after another against the one that was.
class Count {
 public:
  Count(const std::vector<double>& y, const std::vector<bool>& in_b) {
    for (std::size_t i = 0; i < y.size(); ++i) {
      all_.add(y[i]);
      if (in_b[i]) observed_.add(y[i]);
    }
    test.statistic = statistic(observed_);
  }
  bool both_phases() const { return observed_.days > 0 && observed_.days < all_.days; }
  /// False when there are too many.
  bool take(const Sum& b) {
    test.arrangements += 1;
    // An order whose days of one kind are all missing cannot be told from a better one.
    const bool told = b.days > 0 && b.days < all_.days;
    const double value = told ? statistic(b) : 0;
    test.as_high += !told || value >= test.statistic - 1e-9 ? 1 : 0;
    test.as_far += !told || std::abs(value) >= std::abs(test.statistic) - 1e-9 ? 1 : 0;
    return test.arrangements <= arrangements_max;
  }
  RandomisationTest test;

 private:
  double statistic(const Sum& b) const {
    return b.y / b.days - (all_.y - b.y) / (all_.days - b.days);
  }
  Sum all_, observed_;
};

bool by_start(Count& count, const std::vector<double>& y, const TrialDesign& design) {
  for (std::size_t first = design.first_b_min; first <= design.first_b_max; ++first) {
    Sum sum;
    for (std::size_t i = first - 1; i < y.size(); ++i) sum.add(y[i]);
    count.take(sum);
  }
  return true;
}

bool by_blocks(Count& count, const std::vector<double>& y, std::size_t length) {
  const std::size_t pairs = y.size() / (2 * length);
  if (pairs > 24) return false;
  std::vector<Sum> first(pairs), second(pairs);
  for (std::size_t i = 0; i < y.size(); ++i)
    ((i / length) % 2 == 0 ? first : second)[i / (2 * length)].add(y[i]);
  for (std::size_t order = 0; order < (std::size_t{1} << pairs); ++order) {
    Sum sum;
    for (std::size_t pair = 0; pair < pairs; ++pair)
      sum += (order >> pair) & 1U ? first[pair] : second[pair];
    if (!count.take(sum)) return false;
  }
  return true;
}

/// Day by day, as long as enough days are left for B and no run grows too long.
struct Alternating {
  Count& count;
  const std::vector<double>& y;
  std::size_t days_b, max_run;

  bool from(std::size_t day, std::size_t used, std::size_t run, bool last_b, const Sum& sum) {
    if (day == y.size()) return count.take(sum);
    for (const bool b : {false, true}) {
      const std::size_t now = day > 0 && b == last_b ? run + 1 : 1;
      const std::size_t then = used + (b ? 1 : 0);
      if (now > max_run || then > days_b || days_b - then > y.size() - day - 1) continue;
      Sum next = sum;
      if (b) next.add(y[day]);
      if (!from(day + 1, then, now, b, next)) return false;
    }
    return true;
  }
};

std::size_t longest_run(const std::vector<bool>& in_b) {
  std::size_t longest = 0, run = 0;
  for (std::size_t i = 0; i < in_b.size(); ++i) {
    run = i > 0 && in_b[i] == in_b[i - 1] ? run + 1 : 1;
    longest = std::max(longest, run);
  }
  return longest;
}

/// Whether the order that was is one of those that could be drawn.
bool could_be(const std::vector<bool>& in_b, const TrialDesign& design) {
  const auto days_b = std::ranges::count(in_b, true);
  const auto all = static_cast<std::ptrdiff_t>(in_b.size());
  if (days_b == 0 || days_b == all) return false;
  if (design.kind == TrialDesign::Kind::ab_start) {
    const auto first = std::ranges::find(in_b, true) - in_b.begin();
    return days_b == all - first && static_cast<std::size_t>(first) + 1 >= design.first_b_min &&
           static_cast<std::size_t>(first) + 1 <= design.first_b_max && design.first_b_min >= 2 &&
           design.first_b_max <= in_b.size();
  }
  if (design.kind == TrialDesign::Kind::blocks) {
    const std::size_t length = design.block_length;
    if (length == 0 || in_b.size() % (2 * length) != 0) return false;
    for (std::size_t i = 0; i < in_b.size(); ++i) {
      const std::size_t start = i - i % (2 * length);
      const bool first = in_b[start];
      if (in_b[i] != ((i - start) < length ? first : !first)) return false;
    }
    return true;
  }
  return design.kind != TrialDesign::Kind::alternating_max_run ||
         longest_run(in_b) <= design.max_run;
}

}  // namespace

double RandomisationTest::one_sided() const {
  return static_cast<double>(as_high) / static_cast<double>(arrangements);
}
double RandomisationTest::two_sided() const {
  return static_cast<double>(as_far) / static_cast<double>(arrangements);
}
double RandomisationTest::smallest_possible() const {
  return 1 / static_cast<double>(arrangements);
}

std::optional<RandomisationTest> randomisation_test(const std::vector<double>& y,
                                                    const std::vector<bool>& in_b,
                                                    const TrialDesign& design) {
  if (y.size() != in_b.size() || !could_be(in_b, design)) return std::nullopt;
  Count count(y, in_b);
  if (!count.both_phases()) return std::nullopt;
  bool whole = false;
  if (design.kind == TrialDesign::Kind::ab_start) {
    whole = by_start(count, y, design);
  } else if (design.kind == TrialDesign::Kind::blocks) {
    whole = by_blocks(count, y, design.block_length);
  } else {
    const bool any = design.kind == TrialDesign::Kind::alternating_fixed_n;
    whole = Alternating{count, y, static_cast<std::size_t>(std::ranges::count(in_b, true)),
                        any ? y.size() : design.max_run}
                .from(0, 0, 0, false, {});
  }
  if (!whole) return std::nullopt;
  return count.test;
}

}  // namespace alongside::inference
