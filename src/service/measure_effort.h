// SPDX-License-Identifier: Apache-2.0
// The product measures what it costs its users, and shows it to them.
#pragma once

#include <vector>

#include "context/effort.h"
#include "service/caller.h"
#include "service/service.h"

namespace alongside::service {

constexpr std::int64_t effort_weeks_shown = 52;

/// Nothing about the caller is kept but their site.
void count_effort(const Service& service, const Caller& caller, const Effort& effort);
/// The last year of the caller's site.
std::vector<EffortCount> effort_counts(const Service& service, const Caller& caller);

}  // namespace alongside::service
