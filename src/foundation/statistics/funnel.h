// SPDX-License-Identifier: Apache-2.0
// Places beside each other, against what chance alone would give for their size. Spiegelhalter
// 2005, doi 10.1002/sim.1970; with over-dispersion between places added (section 3.3 there).
#pragma once

#include <span>
#include <vector>

#include "foundation/statistics/series.h"

namespace alongside::statistics {

/// proportion: count of cases. ratio_of_counts: count over count. standardised: observed over
/// expected, on the square root (CQC) or the logarithmic scale (SHMI).
enum class FunnelKind { proportion, ratio_of_counts, standardised_root, standardised_log };

enum class Overdispersion { off, on };
/// `limit` in percent beyond which a place is an outlier: 95 or 99 (which is 99.8).
enum class OutlierLimit { percent95, percent998 };

struct FunnelOptions {
  FunnelKind kind = FunnelKind::proportion;
  Overdispersion overdispersion = Overdispersion::on;
  double trim = 0.1;  ///< share of the z values winsorised (SHMI: left out) at each end
  OutlierLimit outlier = OutlierLimit::percent998;
  double multiply = 1;
};

struct FunnelPlace {
  double ratio = missing;
  double z = missing;
  double z_trimmed = missing;  ///< missing: left out of the dispersion
  double lower95 = missing, upper95 = missing, lower998 = missing, upper998 = missing;
  double od_lower95 = missing, od_upper95 = missing, od_lower998 = missing, od_upper998 = missing;
  bool outlier = false;
};

struct Funnel {
  double target = missing;
  double phi = missing;  ///< mean of squared z: 1 without over-dispersion
  double tau2 = 0;       ///< variance between places on the transformed scale
  std::size_t used = 0;
  std::vector<FunnelPlace> places;
};

/// counts and sizes of equal length; sizes above 0.
void funnel(std::span<const double> counts, std::span<const double> sizes,
            const FunnelOptions& options, Funnel& found);

/// The limits alone, for a place of that size (above 0) that lies on the target: the curves of the
/// drawing.
FunnelPlace funnel_limits(const Funnel& found, const FunnelOptions& options, double size);

}  // namespace alongside::statistics
