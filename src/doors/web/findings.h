// SPDX-License-Identifier: Apache-2.0
// What a project found, with the way back to test and measure and on to the option it is about.
#pragma once

#include "doors/web/asking.h"
#include "service/read_project.h"

namespace alongside::web {

http::Response findings_page(const Asking& asking);
http::Response post_finding(const Asking& asking);
http::Response post_approve_finding(const Asking& asking);
http::Response post_end_finding(const Asking& asking);

Text words_for(const Asking& asking, FindingKind kind);
/// On the project's page: what was found, and the way to write one down.
Html findings_card(const Asking& asking, const service::ProjectView& view);
/// Beside an option: what teams here found about it. Nothing without one.
Html found_by_teams(const Asking& asking, const std::vector<Finding>& findings);

}  // namespace alongside::web
