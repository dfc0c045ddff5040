// SPDX-License-Identifier: Apache-2.0
// Wishes are only added; the latest holds.
#include "service/work_together.h"

#include "record/numbers.h"
#include "service/act.h"

namespace alongside::service {
namespace {

/// Kept only when it says something new.
Outcome<Done> keep(const Service& service, sql::Writing& writing, const PersonAccess& access,
                   WishKind kind, const std::string& choice) {
  if (choice.empty()) return Done{};
  const Wishes before = record::wishes(writing, access);
  Wishes after = before;
  if (!take_wish(after, kind, choice))
    return Refusal("prepare.choose_one", std::string(code_of(kind)));
  if (after == before) return Done{};
  record::add_wish(writing, access, kind, choice, service.now());
  return Done{};
}

}  // namespace

Outcome<std::string> set_wishes(const Service& service, const Caller& caller,
                                const WishesDraft& draft, std::string_view once) {
  return change_record(
      service, caller, RecordOf::own(), {"set_wishes", once},
      [&](sql::Writing& writing, const PersonAccess& access) -> Outcome<Change> {
        CHECK(only_the_person(access));
        if (draft.asks.size() > check_in_questions_max) return Refusal("together.too_many", "asks");
        std::string asks;
        for (const std::string& code : draft.asks) asks += (asks.empty() ? "" : " ") + code;
        CHECK(keep(service, writing, access, WishKind::write_down, draft.write_down));
        CHECK(keep(service, writing, access, WishKind::reach_by, draft.reach_by));
        CHECK(keep(service, writing, access, WishKind::rhythm, draft.rhythm));
        CHECK(keep(service, writing, access, WishKind::asks, asks));
        return Change{"", "wishes"};
      });
}

}  // namespace alongside::service
