// SPDX-License-Identifier: Apache-2.0
// A professional reads an aim back in their own words; the person says whether it is understood.
#pragma once

#include "aim/aim.h"
#include "coproduction/person.h"
#include "service/caller.h"
#include "service/service.h"

namespace alongside::service {

Outcome<std::string> read_aim_back(const Service& service, const Caller& caller,
                                   const Id<Person>& person, const Id<Aim>& aim,
                                   std::string_view as_understood, std::string_view once);

struct AnswerDraft {
  std::string number;      ///< of the reading-back that was on the screen
  std::string understood;  ///< yes or not_quite
  std::string correction;  ///< what to add; may be empty
};
/// The person answers the reading-back they saw. Refused when it is not the latest, or answered
/// already ("aim.read_back_changed"): what was said stays as it was said.
Outcome<std::string> answer_read_back(const Service& service, const Caller& caller,
                                      const Id<Aim>& aim, const AnswerDraft& draft,
                                      std::string_view once);

}  // namespace alongside::service
