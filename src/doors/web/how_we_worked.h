// SPDX-License-Identifier: Apache-2.0
// /me/how-we-worked: three confidential questions after a visit; and what a team may see of them.
#pragma once

#include "doors/web/asking.h"
#include "doors/web/html.h"

namespace alongside::web {

http::Response how_we_worked_page(const Asking& asking);
http::Response post_how_we_worked(const Asking& asking);

/// On the person's page, after a visit that was not asked about; else nothing.
Html how_we_worked_card(const Asking& asking);
/// On a team's page: blocks of 25 or more, or why there is nothing to read.
Html relationship_card(const Asking& asking);

}  // namespace alongside::web
