// SPDX-License-Identifier: Apache-2.0
// What people said and agreed here stands beside what came in, as resources of FHIR, so that
// programs and exports find one record. The door writes them; this says whose are due and keeps
// them.
#pragma once

#include <span>
#include <vector>

#include "record/own_resources.h"
#include "service/take_along.h"
#include "service/take_in.h"

namespace alongside::service {

using record::Changed;
using record::Head;

/// True at once where nothing happened since `heads`, which is then brought up to date.
bool nothing_happened(const Service& service, std::vector<Head>& heads);
Changed due_to_be_shown(const Service& service);
/// Without the account of who looked and without what came in; nothing for whoever is gone. What it
/// is read for is no look: nobody sees it here.
std::optional<Everything> everything_to_show(const Service& service, PersonKey person);
/// One that changed here since it was shown gets a new version; one that came in under the same
/// identifier stays until something changes here; one that is no longer said is deleted.
void show_own(const Service& service, PersonKey person,
              std::span<const IncomingResource> resources);
void shown_until(const Service& service, const Changed& changed);

}  // namespace alongside::service
