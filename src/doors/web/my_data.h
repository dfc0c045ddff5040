// SPDX-License-Identifier: Apache-2.0
// The record belongs to the person: take it along, erase it.
#pragma once

#include <functional>
#include <string>

#include "doors/web/asking.h"
#include "service/take_along.h"

namespace alongside::web {

http::Response my_data_page(const Asking& asking);
/// Everything on one page, to read, to print, to keep as PDF.
http::Response everything_page(const Asking& asking);
/// The same for another system.
http::Response everything_file(const Asking& asking);
http::Response erase_page(const Asking& asking);
http::Response post_erase(const Asking& asking);
/// What stays and why, for somebody who no longer has a sign-in.
http::Response erased_page(const Asking& asking);

}  // namespace alongside::web
