// SPDX-License-Identifier: Apache-2.0
// What the person says is wrong: said on their page, shown to everybody who reads the record,
// answered by a professional.
#pragma once

#include "doors/web/asking.h"
#include "doors/web/html.h"
#include "service/read_record.h"

namespace alongside::web {

enum class CorrectionsReader { person, professional, onlooker };
/// Newest first, those that wait with the day by which they are answered; nothing when there are
/// none.
Html corrections_card(const Asking& asking, const service::RecordView& view,
                      CorrectionsReader reader);

/// "The plan of 24 November".
Text about_words(const Asking& asking, const service::RecordView& view,
                 const Correction& correction);
/// What became of it: waits, put right, or seen differently and why.
Text answer_words(const Asking& asking, const Zone& zone, const Correction& correction);

http::Response wrong_page(const Asking& asking);
http::Response post_wrong(const Asking& asking);
http::Response correction_page(const Asking& asking);
http::Response post_correction(const Asking& asking);

}  // namespace alongside::web
