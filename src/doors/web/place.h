// SPDX-License-Identifier: Apache-2.0
// What a team's place is like, dated and in versions; and holding a plan against it again.
#pragma once

#include "context/place.h"
#include "doors/web/asking.h"
#include "service/read_project.h"

namespace alongside::web {

http::Response place_page(const Asking& asking);
http::Response post_place(const Asking& asking);
/// On a project: does the plan still fit the place as it is now?
http::Response post_place_check(const Asking& asking);

Text words_for(const Asking& asking, Facet facet);
/// Asks it where the place changed since the plan was held against it; else nothing.
Html place_changed_note(const FormState& state, const service::ProjectView& view);

}  // namespace alongside::web
