// SPDX-License-Identifier: Apache-2.0
// /journal: what a professional writes for themself, the month's question about joy, and the log
// that goes along to an appraisal.
#pragma once

#include "doors/web/asking.h"
#include "doors/web/html.h"
#include "reflection/eliciting.h"
#include "reflection/journal.h"

namespace alongside::web {

http::Response journal_page(const Asking& asking);
http::Response new_entry_page(const Asking& asking);
http::Response post_entry(const Asking& asking);
http::Response entry_page(const Asking& asking);
http::Response post_change_entry(const Asking& asking);
http::Response post_look_again(const Asking& asking);
http::Response post_entry_out(const Asking& asking);
http::Response post_entry_back(const Asking& asking);
http::Response post_joy(const Asking& asking);
http::Response log_page(const Asking& asking);
http::Response log_file(const Asking& asking);

Text words_for(const Asking& asking, Thinking thinking);
Text words_for(const Asking& asking, NoticedIn where);
/// Sentences with counts; one sentence where there are too few visits to say anything.
std::vector<Text> eliciting_words(const Asking& asking, const Eliciting& eliciting);

}  // namespace alongside::web
