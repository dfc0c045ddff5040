// SPDX-License-Identifier: Apache-2.0
// The statistics of learning for analysts' scripts and for the reference cases: one JSON line in,
// what it says, one JSON line out.
#pragma once

#include <istream>
#include <ostream>
#include <string>
#include <string_view>

#include "foundation/base/json_value.h"

namespace alongside::batch {

/// One case: an object with id, family, spec (learning/1) and input. Answers
/// {"id":…,"result":{…}} or {"id":…,"error":{"code":…,"message":…}}; never throws for what it was
/// sent.
std::string learnt(JsonReader& reader, std::string_view line);

/// Each line of `in` answered to `out`, in order, on all cores; one that cannot be answered yields
/// an error and the rest goes on. Answers how many lines were errors.
std::int64_t learn_lines(std::istream& in, std::ostream& out);

}  // namespace alongside::batch
