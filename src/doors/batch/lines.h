// SPDX-License-Identifier: Apache-2.0
// Many requests, one a line, answered in order on all cores.
#pragma once

#include <istream>
#include <ostream>
#include <string>
#include <string_view>

#include "foundation/base/json_value.h"

namespace alongside::batch {

/// Answers one line of JSON with another; never throws for what it was sent. An answer that is an
/// error has "error":{"code": in it.
using LineAnswer = std::string (*)(JsonReader& reader, std::string_view line);

/// Each line of `in` that is not empty. Answers how many answers were errors.
std::int64_t answer_lines(std::istream& in, std::ostream& out, LineAnswer answer);

}  // namespace alongside::batch
