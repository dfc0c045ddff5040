// SPDX-License-Identifier: Apache-2.0
// /account: help, one's own password, signing out here and elsewhere.
#pragma once

#include "doors/web/asking.h"

namespace alongside::web {

http::Response account_page(const Asking& asking);
http::Response post_password(const Asking& asking);
http::Response post_sign_out_elsewhere(const Asking& asking);

}  // namespace alongside::web
