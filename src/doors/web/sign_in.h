// SPDX-License-Identifier: Apache-2.0
// Coming in, going out, joining by a link, choosing a language; and the administrator's sign-ins.
#pragma once

#include "doors/web/asking.h"
#include "doors/web/html.h"

namespace alongside::web {

/// The cookie's name: with the __Host- prefix where the connection is encrypted, so that no other
/// site of the same domain can set it.
std::string_view session_cookie(const Settings& settings);

/// An answer that begins a session.
http::Response with_session(const Asking& asking, std::string_view cookie, std::string location);
/// A sign-in name and a password, typed twice: for every link with which somebody makes their own.
Html new_sign_in_fields(const FormState& state);
/// Nobody is signed in any more, and the browser keeps nothing.
http::Response signed_out_to(const Asking& asking, std::string location);
/// Signs in with what was made a moment ago.
http::Response signed_in_with(const Asking& asking, std::string_view login,
                              std::string_view password);

http::Response home(const Asking& asking);
http::Response sign_in_page(const Asking& asking);
http::Response post_sign_in(const Asking& asking);
http::Response post_sign_out(const Asking& asking);
http::Response post_language(const Asking& asking);
http::Response join_page(const Asking& asking);
http::Response post_join(const Asking& asking);
http::Response admin_page(const Asking& asking);
http::Response post_admin_search(const Asking& asking);
http::Response post_invite(const Asking& asking);

}  // namespace alongside::web
