// SPDX-License-Identifier: Apache-2.0
// A person asks somebody close to help, and ends it; whoever has the link takes it on.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "coproduction/support.h"
#include "record/supporters.h"
#include "service/caller.h"
#include "service/manage_people.h"
#include "service/service.h"

namespace alongside::service {

using record::Supported;

/// The link's secret, of which only a digest is kept; empty when this was sent before (and the link
/// was shown then). Refused beside the fields of support_from, and "support.too_many".
Outcome<std::string> ask_for_support(const Service& service, const Caller& caller,
                                     const SupportDraft& draft, std::string_view once);
/// Dead from the supporter's next request on. Ending one that ended changes nothing.
Outcome<std::string> end_support(const Service& service, const Caller& caller,
                                 std::string_view supporter, std::string_view once);

/// For whom a link is, before it is used.
struct SupportLinkView {
  std::string called;
  HomeNo home;
  PersonNo person;
};
/// Nothing when it is unknown, used, ended or too old.
std::optional<SupportLinkView> support_link(const Service& service, std::string_view token);

/// With a sign-in of their own, made here under the name they give themselves: what one person
/// calls them is nobody else's to read. Refused like join.
Outcome<Done> join_as_supporter(const Service& service, std::string_view token,
                                const JoinDraft& draft);
/// As somebody who can sign in already, at the person's site, and is not the person:
/// "support.not_you", "support.other_site".
Outcome<Done> take_on_support(const Service& service, const Caller& caller, std::string_view token);

/// Those who asked the caller; each is accounted for as a look at a list.
std::vector<Supported> whom_i_support(const Service& service, const Caller& caller);

}  // namespace alongside::service
