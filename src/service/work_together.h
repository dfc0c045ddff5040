// SPDX-License-Identifier: Apache-2.0
// A person says how they want to work together: how to be reached, how often to check in and with
// which questions, and whether others may write their words down.
#pragma once

#include <string>
#include <vector>

#include "coproduction/wishes.h"
#include "service/caller.h"
#include "service/service.h"

namespace alongside::service {

struct WishesDraft {
  std::string write_down;
  std::string reach_by;
  std::string rhythm;
  std::vector<std::string> asks;
};

/// Empty fields stay as they were. Refused, beside the field: a word that is none of its kind, more
/// than check_in_questions_max questions ("together.too_many", field "asks").
Outcome<std::string> set_wishes(const Service& service, const Caller& caller,
                                const WishesDraft& draft, std::string_view once);

}  // namespace alongside::service
