// SPDX-License-Identifier: Apache-2.0
// Which aim comes first when they compete: an order that only the person changes.
#pragma once

#include <span>
#include <vector>

#include "aim/aim.h"

namespace alongside {

enum class Towards { first, last };

/// The same aims with one moved a single place. An aim at the end, or one that is not there, leaves
/// the order as it is.
std::vector<AimNo> moved(std::span<const AimNo> order, AimNo aim, Towards towards);

}  // namespace alongside
