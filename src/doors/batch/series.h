// SPDX-License-Identifier: Apache-2.0
// Series that no measure of ours stands behind: one JSON line in, its chart worked out, one JSON
// line out. For analysts' scripts and for the reference cases.
#pragma once

#include <istream>
#include <ostream>
#include <string>
#include <string_view>

#include "foundation/base/json_value.h"

namespace alongside::batch {

/// One request: an object with family, profile, chart, inputs, options, and a name that comes back.
/// Answers {"name":…,"points":{…},"phases":[…],"summary":{…},"warnings":[…]} or
/// {"name":…,"error":{"code":…,"message":…,"row":…}}; never throws for what it was sent.
std::string charted(JsonReader& reader, std::string_view line);

/// Each line of `in` charted to `out`, in order, on all cores; one that cannot be charted yields an
/// error and the rest goes on. Answers how many lines were errors.
std::int64_t chart_lines(std::istream& in, std::ostream& out);

}  // namespace alongside::batch
