// SPDX-License-Identifier: Apache-2.0
// A person chooses a number that goes with an aim, and stops asking it.
#pragma once

#include "aim/number.h"
#include "aim/aim.h"
#include "service/caller.h"
#include "service/service.h"

namespace alongside::service {

/// Refused like NumberQuestion::from; "number.too_many" (field "number_words") for a third one.
Outcome<std::string> ask_number(const Service& service, const Caller& caller, const Id<Aim>& aim,
                                const NumberDraft& draft, std::string_view once);

/// Its answers stay. Answers the aim's identifier.
Outcome<std::string> stop_number(const Service& service, const Caller& caller, const Id<Aim>& aim,
                                 std::string_view number, std::string_view once);

}  // namespace alongside::service
