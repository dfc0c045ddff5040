// SPDX-License-Identifier: Apache-2.0
// A member of a team decides how a chart of theirs is read, with a reason, and can take it back.
#pragma once

#include <string_view>

#include "change/project.h"
#include "coproduction/person.h"
#include "improvement/chart_settings.h"
#include "service/caller.h"
#include "service/service.h"

namespace alongside::service {

/// Refused for whoever is not a member, an unknown measure, beside the fields of setting_from, and
/// "setting.too_many". Sent again with its key it answers and changes nothing.
Outcome<std::string> set_chart(const Service& service, const Caller& caller, const Id<Team>& team,
                               std::string_view measure, const SettingDraft& draft,
                               std::string_view once);
Outcome<std::string> take_chart_setting_back(const Service& service, const Caller& caller,
                                             const Id<Team>& team, std::string_view measure,
                                             std::string_view setting, std::string_view once);

/// The same for a measure of a project's own, by whoever works in it. "setting.chart_missing" too
/// for a chart that such numbers cannot be drawn as.
Outcome<std::string> set_project_chart(const Service& service, const Caller& caller,
                                       const Id<Project>& project, std::string_view measure,
                                       const SettingDraft& draft, std::string_view once);
Outcome<std::string> take_project_setting_back(const Service& service, const Caller& caller,
                                               const Id<Project>& project, std::string_view measure,
                                               std::string_view setting, std::string_view once);

}  // namespace alongside::service
