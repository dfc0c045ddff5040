// SPDX-License-Identifier: Apache-2.0
// Which program this is: told by --version and beside every number that somebody may work out
// again.
#pragma once

#include <string_view>

namespace alongside {

inline constexpr std::string_view program_version = "0.1.0";

}  // namespace alongside
