// SPDX-License-Identifier: Apache-2.0
// On a measure's page: what the team decided about its chart, and the form to decide something
// more.
#pragma once

#include "doors/web/asking.h"
#include "doors/web/html.h"
#include "service/read_chart.h"

namespace alongside::web {

/// The decisions that stand, each with its reason, its author and a way back.
Html settings_list(const Asking& asking, const service::TeamView& view,
                   const service::MeasuredChart& chart);
Html settings_form(const FormState& state, const service::TeamView& view,
                   const service::MeasuredChart& chart);

http::Response post_set_chart(const Asking& asking);
http::Response post_take_chart_setting_back(const Asking& asking);

}  // namespace alongside::web
