// SPDX-License-Identifier: Apache-2.0
// The lowest point of a smooth function of a few numbers.
#pragma once

#include <functional>
#include <optional>
#include <vector>

namespace alongside::inference {

/// A value, and how it changes with each coordinate. Not finite: outside of where it is defined.
struct Slope {
  double value = 0;
  std::vector<double> gradient;
};
using Surface = std::function<Slope(const std::vector<double>& at)>;

struct Lowest {
  std::vector<double> at;
  double value = 0;
  bool settled = false;  ///< nothing lower is left to find
};

struct MinimiseOptions {
  double flat = 1e-6;   ///< a gradient below this is flat
  double step_max = 2;  ///< in any coordinate
  /// About how the surface curves along each coordinate, to begin with; empty: not known.
  std::vector<double> curves;
};

/// Quasi-Newton by Broyden, Fletcher, Goldfarb and Shanno (1970), with steps halved until they go
/// down (Armijo). Ends where the gradient is flat, or where a step could gain no more than rounding
/// takes.
Lowest minimise(const Surface& surface, std::vector<double> from,
                const MinimiseOptions& options = {});

/// Second differences of the gradient: how a surface curves at `at`; row by row.
std::vector<double> curvature(const Surface& surface, const std::vector<double>& at,
                              double step = 1e-4);

}  // namespace alongside::inference
