// SPDX-License-Identifier: Apache-2.0
// Scales, labels and room between them.
#include "foundation/drawing/scale.h"

#include <algorithm>
#include <cmath>

#include "foundation/base/expect.h"

namespace alongside::drawing {
namespace {

constexpr double largest = 1e307;

}  // namespace

Scale::Scale(double low, double high, double from, double to)
    : low_(low), from_(from), factor_((to - from) / (high - low)) {
  expect(low != high, "a scale has two different ends");
}

std::vector<double> round_steps(double low, double high, int wanted) {
  // Ends that differ by rounding alone are one; the largest doubles leave room to subtract.
  low = std::clamp(low, -largest, largest);
  high = std::clamp(high, -largest, largest);
  if (!(high - low > 1e-12 * std::max(std::abs(low), std::abs(high)))) {
    const double room = low == 0 ? 1 : std::abs(low) / 2;
    low -= room;
    high += room;
  }
  const double rough = (high - low) / std::max(1, wanted);
  const double power = std::pow(10, std::floor(std::log10(rough)));
  double step = 10 * power;
  for (const double factor : {1.0, 2.0, 5.0})
    if (factor * power >= rough * (1 - 1e-9)) {
      step = factor * power;
      break;
    }
  std::vector<double> steps;
  const double first = std::floor(low / step + 1e-9);
  const double last = std::ceil(high / step - 1e-9);
  for (double at = first; at <= last && steps.size() < 100; ++at) steps.push_back(at * step);
  return steps;
}

std::vector<std::size_t> labelled_places(std::size_t count, std::size_t labels_max) {
  std::vector<std::size_t> places;
  if (count == 0 || labels_max == 0) return places;
  const std::size_t step = (count + labels_max - 1) / labels_max;
  for (std::size_t back = 0; back < count; back += step) places.push_back(count - 1 - back);
  std::ranges::reverse(places);
  return places;
}

std::vector<double> spread_apart(std::vector<double> places, double gap, double low, double high) {
  double floor = low;
  for (double& place : places) {
    place = std::max(place, floor);
    floor = place + gap;
  }
  double ceiling = high;
  for (auto place = places.rbegin(); place != places.rend(); ++place) {
    *place = std::min(*place, ceiling);
    ceiling = *place - gap;
  }
  return places;
}

}  // namespace alongside::drawing
