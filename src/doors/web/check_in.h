// SPDX-License-Identifier: Apache-2.0
// /me/check-in: one question as a rule, three at most, in twenty seconds; works without signal on a
// phone that opened it before.
#pragma once

#include "doors/web/asking.h"

namespace alongside::web {

http::Response check_in_page(const Asking& asking);
http::Response post_check_in(const Asking& asking);
http::Response check_in_saved_page(const Asking& asking);
/// The worker that keeps the check-in on the phone; it names what it keeps.
http::Response service_worker(const Asking& asking);

}  // namespace alongside::web
