// SPDX-License-Identifier: Apache-2.0
// The first thing on /people: who waits, grouped by what is asked.
#pragma once

#include <vector>

#include "coproduction/waiting.h"
#include "doors/web/asking.h"
#include "doors/web/html.h"

namespace alongside::web {

Html waiting_part(const Asking& asking, const Zone& zone, const std::vector<Waiting>& waiting);

/// How somebody wants to be reached.
Text words_for(const Asking& asking, ReachBy way);

}  // namespace alongside::web
