// SPDX-License-Identifier: Apache-2.0
// /evidence: the reviews that options can be linked to, by what people want.
#pragma once

#include "doors/web/asking.h"

namespace alongside::web {

http::Response evidence_page(const Asking& asking);
/// A curator's own cards, typed or pasted.
http::Response post_cards(const Asking& asking);
http::Response post_answer_for_card(const Asking& asking);
http::Response post_end_card(const Asking& asking);

}  // namespace alongside::web
