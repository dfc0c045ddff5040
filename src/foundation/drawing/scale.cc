// SPDX-License-Identifier: Apache-2.0
// Scales, labels and room between them.
#include "foundation/drawing/scale.h"

#include <algorithm>

#include "foundation/base/expect.h"

namespace alongside::drawing {

Scale::Scale(double low, double high, double from, double to)
    : low_(low), from_(from), factor_((to - from) / (high - low)) {
  expect(low != high, "a scale has two different ends");
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
