// SPDX-License-Identifier: Apache-2.0
// Getting ready for a visit: /prepare/{code} for a guest, /me/prepare,
// /supporting/{person}/prepare, and /people/{person}/prepare for copying a paper form. One form,
// four ways in.
#pragma once

#include "doors/web/asking.h"
#include "doors/web/html.h"
#include "service/prepare.h"

namespace alongside::web {

http::Response code_page(const Asking& asking);
http::Response post_code(const Asking& asking);
http::Response post_enter(const Asking& asking);

http::Response prepare_page(const Asking& asking);
http::Response post_prepare(const Asking& asking);
http::Response prepare_preview_page(const Asking& asking);
http::Response post_prepare_preview(const Asking& asking);
/// The same questions on paper, with room to write.
http::Response prepare_paper_page(const Asking& asking);

/// What a code was refused with is shown on the page where it is typed.
constexpr std::string_view guest_cookie = "alongside_guest";

}  // namespace alongside::web
