// SPDX-License-Identifier: Apache-2.0
// Many interactions in one Bundle: all or nothing as a transaction, each by itself as a batch.
#pragma once

#include "doors/exchange/server/desk.h"

namespace alongside::exchange {

constexpr std::size_t entries_max = 5000;

/// POST to the base.
Reply carry_out_bundle(Desk& desk, const Ask& ask, const http::PathParts& parts);

}  // namespace alongside::exchange
