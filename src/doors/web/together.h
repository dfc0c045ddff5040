// SPDX-License-Identifier: Apache-2.0
// /me/together: how the person wants to work together; /me/stuck: something stands in the way.
#pragma once

#include "doors/web/asking.h"
#include "doors/web/html.h"
#include "service/read_record.h"

namespace alongside::web {

Text words_for(const Asking& asking, Rhythm rhythm);
Text words_for(const Asking& asking, BarrierKind kind);

http::Response together_page(const Asking& asking);
http::Response post_together(const Asking& asking);
http::Response stuck_page(const Asking& asking);
http::Response post_stuck(const Asking& asking);
http::Response post_no_longer_stuck(const Asking& asking);

enum class BarrierReader { person, professional };
/// What stands in the way; nothing when nothing does.
Html barriers_card(const Asking& asking, const service::RecordView& view, BarrierReader reader);

}  // namespace alongside::web
