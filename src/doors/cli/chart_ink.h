// SPDX-License-Identifier: Apache-2.0
// A worked-out series as it is drawn, in ink or in characters.
#pragma once

#include "doors/cli/chart_series.h"
#include "foundation/drawing/control_chart.h"

namespace alongside::cli {

/// A point takes the shape of the first signal it takes part in; one that was left out is a cross.
drawing::ControlChart ink_of(const Charted& charted);

}  // namespace alongside::cli
