// SPDX-License-Identifier: Apache-2.0
// /me/aims/{aim}/numbers: choosing a number that goes with an aim; and how a number is shown.
#pragma once

#include "doors/web/asking.h"
#include "doors/web/html.h"
#include "service/read_record.h"

namespace alongside::web {

http::Response number_page(const Asking& asking);
http::Response post_number(const Asking& asking);
http::Response post_stop_number(const Asking& asking);

/// On the person's page of an aim: its numbers, with a way to add and to stop.
Html numbers_card(const Asking& asking, const service::RecordView& view, const Aim& aim);

}  // namespace alongside::web
