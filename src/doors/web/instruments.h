// SPDX-License-Identifier: Apache-2.0
// /admin/instruments: the licence gate. /me/questions: answering. And scores on a shared page.
#pragma once

#include "doors/web/asking.h"
#include "doors/web/html.h"
#include "service/read_record.h"

namespace alongside::web {

http::Response instruments_page(const Asking& asking);
http::Response post_instrument_on(const Asking& asking);
http::Response post_instrument_off(const Asking& asking);

http::Response questions_page(const Asking& asking);
http::Response instrument_page(const Asking& asking);
http::Response post_instrument(const Asking& asking);
http::Response post_look_into_alerts(const Asking& asking);

/// `everything`: the person's whole list; the others see the latest few.
enum class ScoresReader { person, professional, everything };
/// What was answered, with its score or why there is none.
Html scores_card(const Asking& asking, const std::string& zone,
                 const std::vector<service::InstrumentAnswered>& answered, ScoresReader reader);

}  // namespace alongside::web
