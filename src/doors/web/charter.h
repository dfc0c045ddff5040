// SPDX-License-Identifier: Apache-2.0
// A project's charter: the formula as a form, its versions, and two who write at once.
#pragma once

#include "change/charter.h"
#include "doors/web/asking.h"

namespace alongside::web {

http::Response charter_page(const Asking& asking);
http::Response post_charter(const Asking& asking);
/// As it was in {version}.
http::Response charter_version_page(const Asking& asking);

/// The question of a field, and an example of an answer.
std::string_view question_key(CharterField field);
Text words_for(const Asking& asking, ProjectScale scale);
/// A slot of the formula, as a team speaks of it.
Text slot_words(const Asking& asking, Slot slot);

}  // namespace alongside::web
