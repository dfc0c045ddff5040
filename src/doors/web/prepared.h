// SPDX-License-Identifier: Apache-2.0
// What somebody said before a visit, as everybody who may see it sees it: in the preview and in the
// visit by the same function.
#pragma once

#include <functional>
#include <vector>

#include "aim/aim.h"
#include "aim/number.h"
#include "coproduction/preparation.h"
#include "doors/web/asking.h"
#include "doors/web/html.h"

namespace alongside::web {

/// What stands behind the lines' numbers.
struct PreparedAbout {
  const std::vector<Aim>& aims;
  const std::vector<AimNumber>& numbers;
  const std::string& person;
};

/// The words in which a question is put, on the form and on paper.
Text question_words(const Asking& asking, const PreparedAbout& about, const PrepAsked& asked);
/// An answer in words: a code becomes a sentence, own words stay as they are.
Html answer_words(const Asking& asking, const PreparedAbout& about, const PrepAsked& asked,
                  const std::string& answer);

/// Every answer that may be seen, in order, then what was asked and got no answer. `beside` adds
/// something to each line, such as a button.
Html prepared_lines(const Asking& asking, const PreparedAbout& about,
                    const Preparation& preparation,
                    const std::function<Html(const PrepLine&)>& beside);

/// Answers to a burden, 0 to 4.
Text burden_words(const Asking& asking, std::int64_t value);

}  // namespace alongside::web
