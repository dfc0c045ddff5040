// SPDX-License-Identifier: Apache-2.0
// /teams/{team}/learning: what the clinic's model knows, whether its predictions come true, and
// sums that come and go.
#pragma once

#include "doors/web/asking.h"

namespace alongside::web {

http::Response learning_page(const Asking& asking);
http::Response post_learn(const Asking& asking);
http::Response post_sums(const Asking& asking);
http::Response post_end_sums(const Asking& asking);
/// Sums that may leave the clinic, as a file.
http::Response post_share_sums(const Asking& asking);

}  // namespace alongside::web
