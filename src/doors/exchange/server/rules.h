// SPDX-License-Identifier: Apache-2.0
// What the product holds to, whoever writes: only the person judges whether their aim is attained,
// and an agreement has two sides.
#pragma once

#include <optional>

#include "doors/exchange/resource.h"
#include "service/programs.h"

namespace alongside::exchange {

/// `before`: what it says now, where there is one. Nothing: it may be written.
std::optional<Issue> broken_rule(const ResourceReader& resource, const service::Program& program,
                                 const std::optional<std::string>& before);
/// Nothing: it may be deleted.
std::optional<Issue> may_not_be_deleted(const ResourceReader& resource,
                                        const service::Program& program);

}  // namespace alongside::exchange
