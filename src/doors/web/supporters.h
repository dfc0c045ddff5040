// SPDX-License-Identifier: Apache-2.0
// /me/supporters: those whom a person asked to help, on the person's own pages.
#pragma once

#include "doors/web/asking.h"
#include "service/read_record.h"

namespace alongside::web {

/// The card on /me/sharing: who supports me, what they may, until when.
Html supporters_card(const Asking& asking, const service::HistoryView& view);

http::Response new_supporter_page(const Asking& asking);
http::Response post_new_supporter(const Asking& asking);
http::Response post_end_support(const Asking& asking);

}  // namespace alongside::web
