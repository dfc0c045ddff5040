// SPDX-License-Identifier: Apache-2.0
// A project's report in the order of SQUIRE 2.0: as a page, as one file, and the form for what only
// people can say.
#pragma once

#include "change/report.h"
#include "doors/web/asking.h"
#include "service/read_project.h"

namespace alongside::web {

http::Response report_page(const Asking& asking);
http::Response report_file(const Asking& asking);
http::Response report_words_page(const Asking& asking);
http::Response post_report_words(const Asking& asking);

/// "3. Problem description".
Text words_for(const Asking& asking, ReportItem item);
/// What a good answer says, in one sentence.
Text hint_for(const Asking& asking, ReportItem item);
Text words_for(const Asking& asking, ReportPart part);

/// A page shows each chart small, with the way to it; the file has the whole figures.
enum class Figures { small, whole };
/// What the project itself says under an item, without anybody writing it again; empty: nothing.
Html said_by_project(const Asking& asking, const service::ProjectView& view, ReportItem item,
                     Figures figures);

}  // namespace alongside::web
