// SPDX-License-Identifier: Apache-2.0
// Whoever works in a project writes down what was found; the team lets it stand beside the option.
#pragma once

#include <string>
#include <string_view>

#include "change/finding.h"
#include "change/project.h"
#include "service/caller.h"
#include "service/service.h"

namespace alongside::service {

/// Answers its number. "finding.too_many" (kind), beside the fields of finding_from.
Outcome<std::string> tell_finding(const Service& service, const Caller& caller,
                                  const Id<Project>& project, const FindingDraft& draft,
                                  std::string_view once);
/// Of the team only: it was read for names, and may stand beside the option it is about.
Outcome<std::string> approve_finding(const Service& service, const Caller& caller,
                                     const Id<Project>& project, std::string_view finding,
                                     std::string_view once);
Outcome<std::string> end_finding(const Service& service, const Caller& caller,
                                 const Id<Project>& project, std::string_view finding,
                                 std::string_view once);

}  // namespace alongside::service
