// SPDX-License-Identifier: Apache-2.0
// Up to when a group of another record system was fetched.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "service/service.h"

namespace alongside::service {

/// As the other system wrote it; nothing before the first time.
std::optional<std::string> group_fetched_until(const Service& service, std::string_view system,
                                               std::string_view group);
void note_group_fetched(const Service& service, std::string_view system, std::string_view group,
                        std::string_view until);

}  // namespace alongside::service
