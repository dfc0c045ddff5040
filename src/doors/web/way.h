// SPDX-License-Identifier: Apache-2.0
// A number over time, as the person and their professionals see it.
#pragma once

#include "aim/number.h"
#include "doors/web/asking.h"
#include "doors/web/html.h"

namespace alongside::web {

/// The sentence, the drawing once there is enough, and the table. Nothing before the first answer.
Html number_over_time(const Asking& asking, const Zone& zone, const AimNumber& number);

}  // namespace alongside::web
