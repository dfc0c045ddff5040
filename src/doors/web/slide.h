// SPDX-License-Identifier: Apache-2.0
// A chart for somebody else's slides, with the way back of its numbers in it: definition, version,
// query, date, decisions, program and address.
#pragma once

#include <string>

#include "doors/web/asking.h"
#include "service/read_chart.h"

namespace alongside::web {

/// A chart with where it stands here; `version`: of the decisions about it.
struct Traced {
  const service::MeasuredChart& chart;
  const std::string& zone;
  Url url;
};
/// One paragraph that leads back to the same number (invariant 12).
std::string trace_words(const Asking& asking, const Traced& traced);
/// The drawing with its words, as SVG.
std::string slide_of(const Asking& asking, const Traced& traced);

/// Of a team's measure, or of a project's: as SVG, and as a picture.
http::Response team_slide(const Asking& asking);
http::Response team_picture(const Asking& asking);
http::Response project_slide(const Asking& asking);
http::Response project_picture(const Asking& asking);

/// Links to both forms.
Html slide_links(const Asking& asking, const Url& of_the_measure);

}  // namespace alongside::web
