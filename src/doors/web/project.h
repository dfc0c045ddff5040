// SPDX-License-Identifier: Apache-2.0
// A project on one page: the formula, the main measure with its tests, the set and its lens, tests
// by stage, what it hangs on.
#pragma once

#include "doors/web/asking.h"

namespace alongside::web {

http::Response project_page(const Asking& asking);
/// The page again, with what was wrong.
http::Response show_project(const FormState& state);

}  // namespace alongside::web
