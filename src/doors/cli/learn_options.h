// SPDX-License-Identifier: Apache-2.0
// Options for one aim side by side, from rows or from sums: alongside learn options.
#pragma once

#include <ostream>
#include <string_view>

#include "doors/cli/command.h"

namespace alongside::cli {

/// `text`: a table as learn fit reads, or sums that a clinic shared (JSON). Writes what people like
/// that saw and what may be said of it, in words or as JSON, with every judgement; orders nothing.
/// Throws std::runtime_error for what cannot be read or is not known.
void lay_options_out(const LearnChoicesOptions& options, std::string_view text, std::ostream& out);

}  // namespace alongside::cli
