// SPDX-License-Identifier: Apache-2.0
// All that is here about one person, in one answer.
#pragma once

#include "doors/exchange/server/desk.h"

namespace alongside::exchange {

/// Patient/[id]/$everything, with `_type` and `_since`: the person, what is about them, and the
/// places and professionals whom it names.
Reply read_everything(Desk& desk, const Ask& ask, const http::PathParts& parts);

}  // namespace alongside::exchange
