// SPDX-License-Identifier: Apache-2.0
// Options as columns and a patient's questions as rows; on a phone each question is a block. And
// below it where every number comes from.
#pragma once

#include "doors/web/asking.h"
#include "doors/web/html.h"
#include "service/look_at_options.h"

namespace alongside::web {

/// `stars`: the person may mark what they want to talk about; else it is shown what they marked.
enum class Stars { to_mark, marked };
Html options_grid(const Asking& asking, const service::OptionsView& view, Stars stars);

/// Three kinds of knowledge and their marks.
Html sources_key(const Asking& asking, const service::OptionsView& view);
/// How sure is sure, what cannot be told apart, and the model's card: status, claim, weights,
/// flags, version, data window, judgements.
/// Judgements stand there in full for the person; a team has a page of them.
Html behind_the_numbers(const Asking& asking, const service::OptionsView& view, Stars stars);

/// Every judgement of the engine, a line each.
Html judgements_list(const Asking& asking);

}  // namespace alongside::web
