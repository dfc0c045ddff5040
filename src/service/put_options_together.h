// SPDX-License-Identifier: Apache-2.0
// The team puts a few fair options side by side for one aim; the person says which of them they
// want to talk about.
#pragma once

#include <string>

#include "coproduction/option_set.h"
#include "service/caller.h"
#include "service/permission.h"
#include "service/service.h"

namespace alongside::service {

/// Answers the set's number. Refused like option_set_from, and for an aim that is not held
/// ("permission.not_found").
Outcome<std::string> put_options_together(const Service& service, const Caller& caller,
                                          const Id<Person>& person, const Id<Aim>& aim,
                                          const OptionSetDraft& draft, std::string_view once);

/// Only the person; on the set that holds. Refused like with_talk, and where the team has not
/// picked options yet ("options.none_title").
Outcome<std::string> bring_to_visit(const Service& service, const Caller& caller,
                                    const Id<Aim>& aim, const TalkDraft& draft,
                                    std::string_view once);

}  // namespace alongside::service
