// SPDX-License-Identifier: Apache-2.0
// A table of one person's days, read: alongside learn trial.
#pragma once

#include <ostream>
#include <string_view>

#include "doors/cli/command.h"

namespace alongside::cli {

/// Writes what the days say, in words or as JSON. Throws std::runtime_error, with the line, for
/// what is no trial.
void read_trial_table(const LearnTrialOptions& options, std::string_view text, std::ostream& out);

}  // namespace alongside::cli
