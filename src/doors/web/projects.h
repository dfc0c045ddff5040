// SPDX-License-Identifier: Apache-2.0
// Projects in which somebody takes part; beginning one, being asked to join, who takes part,
// ending.
#pragma once

#include <functional>
#include <optional>

#include "change/project.h"
#include "doors/web/asking.h"

namespace alongside::web {

http::Response projects_page(const Asking& asking);
http::Response post_project(const Asking& asking);
http::Response post_project_answer(const Asking& asking);
http::Response members_page(const Asking& asking);
http::Response post_member(const Asking& asking);
http::Response post_leave_project(const Asking& asking);
http::Response post_end_project(const Asking& asking);
http::Response post_take_project_up(const Asking& asking);

/// The project of the path, where it is an identifier at all.
std::optional<Id<Project>> project_asked(const Asking& asking);
Url project_url(const Asking& asking);
/// To `to` when it was done; 404 for what is not there; else the form again.
http::Response done_or_again(const Asking& asking, const Outcome<std::string>& done, const Url& to,
                             const std::function<http::Response(const FormState&)>& again);
/// What was typed in a field.
std::string typed_in(const Asking& asking, std::string_view field);

}  // namespace alongside::web
