// SPDX-License-Identifier: Apache-2.0
// A table of what people did and how it went, read: alongside learn fit.
#pragma once

#include <ostream>
#include <string_view>

#include "doors/cli/command.h"

namespace alongside::cli {

/// Writes what the rows say of each action, in words or as JSON. Throws std::runtime_error, with
/// the line or column, for what cannot be learnt from.
void fit_table(const LearnFitOptions& options, std::string_view text, std::ostream& out);

}  // namespace alongside::cli
