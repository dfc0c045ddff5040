// SPDX-License-Identifier: Apache-2.0
// What a person may give to somebody close.
#include "coproduction/support.h"

#include <algorithm>

#include "foundation/base/text.h"

namespace alongside {

std::string_view code_of(SupportScope scope) {
  switch (scope) {
    case SupportScope::plan:
      return "plan";
    case SupportScope::check_ins:
      return "check_ins";
    case SupportScope::contribute:
      return "contribute";
  }
  return {};
}

std::optional<SupportScope> support_scope_from(std::string_view code) {
  for (const SupportScope scope :
       {SupportScope::plan, SupportScope::check_ins, SupportScope::contribute})
    if (code_of(scope) == code) return scope;
  return std::nullopt;
}

Outcome<SupportAsked> support_from(const SupportDraft& draft) {
  std::vector<Fault> faults;
  std::string called = one_line(draft.called);
  if (called.empty()) faults.push_back({"support.called_missing", "called"});
  if (characters(called) > called_characters_max)
    faults.push_back({"support.called_long", "called"});
  const auto scope = support_scope_from(draft.scope);
  if (!scope) faults.push_back({"support.scope_missing", "scope"});
  const auto* const days = std::ranges::find(support_days, draft.days,
                                             [](int choice) { return std::to_string(choice); });
  if (days == support_days.end()) faults.push_back({"support.days_missing", "days"});
  if (!faults.empty()) return Refusal(std::move(faults));
  return SupportAsked{std::move(called), *scope, *days};
}

Day comes_of_age(Day born) {
  const int year = born.year() + of_age_years;
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  if (born.month() == 2 && born.day_of_month() == 29 && !leap) return Day::of(year, 3, 1);
  return Day::of(year, born.month(), born.day_of_month());
}

}  // namespace alongside
