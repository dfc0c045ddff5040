// SPDX-License-Identifier: Apache-2.0
// /evidence: the reviews that options can be linked to, by what people want.
#pragma once

#include "doors/web/asking.h"

namespace alongside::web {

http::Response evidence_page(const Asking& asking);

}  // namespace alongside::web
