// SPDX-License-Identifier: Apache-2.0
// The person says what is wrong in their record; a professional who serves them answers.
#pragma once

#include <string>
#include <string_view>

#include "coproduction/correction.h"
#include "service/caller.h"
#include "service/permission.h"
#include "service/service.h"

namespace alongside::service {

/// Only the person. Answers its number. Refused as correction_from; an agreement that is not
/// theirs: "correction.about_missing".
Outcome<std::string> say_what_is_wrong(const Service& service, const Caller& caller,
                                       const CorrectionDraft& draft, std::string_view once);

struct CorrectionReply {
  CorrectionAnswerDraft answer;
  std::string name;  ///< of the person, where that was wrong and is put right
  std::string born;  ///< "1950-06-01", or empty
};
/// Only a professional who serves the person, once each. Refused beside its fields; an unclear day:
/// "correction.born_unclear".
Outcome<std::string> answer_correction(const Service& service, const Caller& caller,
                                       const Id<Person>& person, std::string_view correction,
                                       const CorrectionReply& reply, std::string_view once);

}  // namespace alongside::service
