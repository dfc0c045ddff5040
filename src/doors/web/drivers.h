// SPDX-License-Identifier: Apache-2.0
// The driver diagram: drawn, as an outline that everybody can read, and a form to change it.
#pragma once

#include "doors/web/asking.h"
#include "service/read_project.h"

namespace alongside::web {

http::Response drivers_page(const Asking& asking);
http::Response post_driver(const Asking& asking);
http::Response post_take_driver_out(const Asking& asking);

/// The drawing; nothing without a driver.
Html drivers_drawn(const Asking& asking, const service::ProjectView& view);

}  // namespace alongside::web
