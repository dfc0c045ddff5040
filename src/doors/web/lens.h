// SPDX-License-Identifier: Apache-2.0
// What a set of measures counts and leaves out, in words.
#pragma once

#include "change/balance.h"
#include "doors/web/asking.h"
#include "service/read_project.h"

namespace alongside::web {

Text words_for(const Asking& asking, MeasureKind kind);
Text words_for(const Asking& asking, Perspective perspective);
Text words_for(const Asking& asking, Aspect aspect);
Text words_for(const Asking& asking, CountedAs counted);

/// "What it did for people, because: outcome."
Html seen_words(const Asking& asking, const ThroughLens& seen);
/// The whole set in sentences: how many ask what it did for people, what nothing shows yet.
enum class Heading { of_a_page, of_a_card };
Html lens_words(const Asking& asking, const service::ProjectView& view, Heading heading);

}  // namespace alongside::web
