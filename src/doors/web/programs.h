// SPDX-License-Identifier: Apache-2.0
// Programs: asked whether to let one in, those that were let in, and those that can be.
#pragma once

#include "doors/web/asking.h"

namespace alongside::web {

/// Where whoever was sent to sign in goes on: the same question of the same program.
std::string authorize_again(const Asking& asking);

http::Response authorize_page(const Asking& asking);
http::Response post_authorize(const Asking& asking);
http::Response programs_page(const Asking& asking);
http::Response post_end_let_in(const Asking& asking);

http::Response known_programs_page(const Asking& asking);
http::Response post_known_program(const Asking& asking);
http::Response post_end_known_program(const Asking& asking);

}  // namespace alongside::web
