// SPDX-License-Identifier: Apache-2.0
// What a team decided about a chart, and the page on which it tries a decision before it takes it.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "doors/web/asking.h"
#include "doors/web/html.h"
#include "doors/web/page.h"
#include "service/read_chart.h"

namespace alongside::web {

/// A chart that is decided about: a team's, or one of a project's own.
struct DecidedChart {
  Url url;  ///< of its page
  std::string zone;
  service::MeasuredChart chart;
  Place place;
};
/// The chart of the path, looked at so.
Outcome<DecidedChart> decided_chart(const Asking& asking, const service::ChartLook& look);
DecidedChart decided_chart(const Asking& asking, const service::TeamView& view);

/// The team and measure of the path, looked at so.
Outcome<service::TeamView> measure_asked(const Asking& asking, const service::ChartLook& look);
/// "12"; nothing for what is no number of a version.
std::optional<std::size_t> version_in(std::string_view text);

/// The decisions that stand, each with its reason, its author and, unless it is a look `back` at an
/// earlier version, a way to take it back.
Html settings_list(const Asking& asking, const DecidedChart& of, bool back);
/// A link for each kind of decision, and to the versions before.
Html ways_to_decide(const Asking& asking, const DecidedChart& of);
Html version_notice(const Asking& asking, const DecidedChart& of, std::size_t version);
Text rules_words(const Asking& asking, std::string_view rules);

/// One kind of decision: what it would look like, and the form.
http::Response decide_page(const Asking& asking);
/// The same with what is typed, drawn and not kept.
http::Response post_try_chart(const Asking& asking);
http::Response post_set_chart(const Asking& asking);
http::Response post_take_chart_setting_back(const Asking& asking);

}  // namespace alongside::web
