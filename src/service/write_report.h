// SPDX-License-Identifier: Apache-2.0
// Those who work in a project write its report; two who write at once lose nothing.
#pragma once

#include <string>
#include <string_view>

#include "change/project.h"
#include "change/report.h"
#include "service/caller.h"
#include "service/service.h"

namespace alongside::service {

/// The newest, or that version; "permission.not_found" for a version that is not.
Outcome<Report> read_report(const Service& service, const Caller& caller,
                            const Id<Project>& project, std::int64_t version = 0);
/// Words that were written on the version `base`, joined with what others wrote since. Refused:
/// "report.both_changed" beside each item that two people changed differently, and whatever
/// report_words_from refuses.
Outcome<std::string> write_report(const Service& service, const Caller& caller,
                                  const Id<Project>& project, const ReportWords& typed,
                                  std::string_view base, std::string_view once);

}  // namespace alongside::service
