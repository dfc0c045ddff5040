// SPDX-License-Identifier: Apache-2.0
// /me/help: options for an aim side by side; /people/{person}/options/{aim}: the team puts them
// there and sees what the person sees.
#pragma once

#include "doors/web/asking.h"
#include "doors/web/html.h"
#include "service/look_at_options.h"

namespace alongside::web {

http::Response help_page(const Asking& asking);
http::Response options_page(const Asking& asking);
http::Response post_options(const Asking& asking);
http::Response put_together_page(const Asking& asking);
http::Response post_put_together(const Asking& asking);
http::Response judgements_page(const Asking& asking);

/// What the person wants to talk about, aim by aim, for the visit; nothing when nothing is
/// brought. `person`: their identifier, for a link to the options.
Html brought_card(const Asking& asking, const service::RecordView& view);

/// A theme's name in the reader's language.
Text theme_words(const Asking& asking, std::string_view theme);

}  // namespace alongside::web
