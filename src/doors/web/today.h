// SPDX-License-Identifier: Apache-2.0
// /people/{person}/today: the visit, one screen for both; and the sheet that goes home.
#pragma once

#include "doors/web/asking.h"
#include "service/read_record.h"

namespace alongside::web {

http::Response today_page(const Asking& asking);
http::Response post_today(const Asking& asking);
http::Response post_write_aim_down(const Asking& asking);
/// The plan in plain words, for another system's record.
std::string sheet_text(const Asking& asking, const service::RecordView& view);
http::Response sheet_page(const Asking& asking);
http::Response my_sheet_page(const Asking& asking);

}  // namespace alongside::web
