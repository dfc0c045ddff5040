// SPDX-License-Identifier: Apache-2.0
// Does the aim feel met? And when it does not: five ways, of which the person chooses one.
#pragma once

#include "doors/web/asking.h"
#include "doors/web/html.h"
#include "service/read_record.h"

namespace alongside::web {

/// The question when it is due, the five ways when the aim is not attained; else nothing.
Text words_for(const Asking& asking, NextStep step);

Html follow_up_card(const Asking& asking, const service::RecordView& view, const Aim& aim);

http::Response post_next_step(const Asking& asking);

}  // namespace alongside::web
