// SPDX-License-Identifier: Apache-2.0
// The administrator's list of record systems that may open this one.
#pragma once

#include "doors/web/asking.h"

namespace alongside::web {

http::Response record_systems_page(const Asking& asking);
http::Response post_record_system(const Asking& asking);
http::Response post_end_record_system(const Asking& asking);

}  // namespace alongside::web
