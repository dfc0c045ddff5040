// SPDX-License-Identifier: Apache-2.0
// The form of a measure of a project's own that is counted over what is recorded.
#pragma once

#include "doors/web/asking.h"
#include "doors/web/html.h"
#include "improvement/over_records.h"

namespace alongside::web {

http::Response recorded_measure_page(const Asking& asking);
http::Response post_recorded_measure(const Asking& asking);

/// "an agreement was made within 30 days".
Text words_for(const Asking& asking, const FactWithin& fact);
/// "visits".
Text words_for(const Asking& asking, RecordedUnit unit);

}  // namespace alongside::web
