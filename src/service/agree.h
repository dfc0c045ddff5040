// SPDX-License-Identifier: Apache-2.0
// Person and professional record what they agreed, in the room, on one screen.
#pragma once

#include <vector>

#include "aim/aim.h"
#include "coproduction/agreement.h"
#include "service/caller.h"
#include "service/service.h"

namespace alongside::service {

/// Answers the agreement's number. A plan over the person's minutes is kept: it warns, and people
/// decide. Refused: what Agreement::from refuses, and no aim, or an aim that is not held (field
/// "aims"); "agreement.disturbs_missing" when the person said what must not be disturbed and nobody
/// asked whether the plan does. Words of offers and of what was done before are looked up.
Outcome<std::string> agree(const Service& service, const Caller& caller, const Id<Person>& person,
                           const AgreementDraft& draft, const std::vector<std::string>& aim_ids,
                           std::string_view once);

}  // namespace alongside::service
