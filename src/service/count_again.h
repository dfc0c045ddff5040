// SPDX-License-Identifier: Apache-2.0
// Charts read sums; whose record changed since is counted again first, where they are few.
#pragma once

#include <cstdint>
#include <functional>

#include "coproduction/person.h"
#include "service/service.h"

namespace alongside::service {

/// So many people are counted again while somebody waits for a chart; a tenth of a second.
constexpr std::int64_t counted_while_waiting_max = 100;
/// Where more wait, where nobody was counted yet, or where the machine cannot write now, the chart
/// is counted from the rows.
void count_again(const Service& service, HomeNo home);

/// Everybody who waits, in every home, in steps between which acts go on: after an import, and
/// before a server begins. `progress` is told how many still wait.
void count_all_again(const Service& service, const std::function<void(std::int64_t)>& progress);

}  // namespace alongside::service
