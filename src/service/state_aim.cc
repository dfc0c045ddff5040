// SPDX-License-Identifier: Apache-2.0
// What a person does with their own aims.
#include "service/state_aim.h"

#include "record/aims.h"
#include "service/act.h"

namespace alongside::service {
namespace {

std::string aim_number(AimNo aim) { return "aim " + std::to_string(aim.value); }

Outcome<Aim> held_aim(const sql::Reading& reading, const PersonAccess& access, const Id<Aim>& id) {
  auto aim = record::aim(reading, access, id);
  if (!aim) return Refusal("permission.not_found");
  if (aim->state == AimState::let_go) return Refusal("aim.let_go_already");
  return std::move(*aim);
}

/// An act on one of the caller's own aims that are held.
template <class Body>
Outcome<std::string> change_own_aim(const Service& service, const Caller& caller, const Id<Aim>& id,
                                    std::string_view once, std::string_view act, Body body) {
  return change_record(service, caller, RecordOf::own(), {act, once},
                       [&](sql::Writing& writing, const PersonAccess& access) -> Outcome<Change> {
                         CHECK(only_the_person(access));
                         TRY(const Aim aim, held_aim(writing, access, id));
                         CHECK(body(writing, access, aim));
                         return Change{id.text(), aim_number(aim.number)};
                       });
}

}  // namespace

Outcome<std::string> state_aim(const Service& service, const Caller& caller, const AimDraft& draft,
                               std::string_view once) {
  return change_record(service, caller, RecordOf::own(), {"state_aim", once},
                       [&](sql::Writing& writing, const PersonAccess& access) -> Outcome<Change> {
                         CHECK(only_the_person(access));
                         TRY(const AimStatement statement, AimStatement::from(draft));
                         if (record::order_of_aims(writing, access).size() >= aims_held_max)
                           return Refusal("aim.too_many", "words");
                         const auto id = Id<Aim>::make(service.now(), service.randomness);
                         const AimNo number =
                             record::add_aim(writing, access, id, statement, service.now());
                         return Change{id.text(), aim_number(number)};
                       });
}

Outcome<std::string> restate_aim(const Service& service, const Caller& caller, const Id<Aim>& id,
                                 const AimDraft& draft, std::string_view once) {
  return change_own_aim(
      service, caller, id, once, "restate_aim",
      [&](sql::Writing& writing, const PersonAccess& access, const Aim& aim) -> Outcome<Done> {
        TRY(const AimStatement statement, AimStatement::from(draft));
        record::add_version(writing, access, aim.number, statement, service.now());
        return Done{};
      });
}

Outcome<std::string> say_levels(const Service& service, const Caller& caller, const Id<Aim>& id,
                                const LevelWords& words, std::string_view once, Baseline baseline) {
  return change_own_aim(
      service, caller, id, once, "say_levels",
      [&](sql::Writing& writing, const PersonAccess& access, const Aim& aim) -> Outcome<Done> {
        TRY(const AttainmentScale scale, AttainmentScale::from(words, baseline));
        record::add_scale(writing, access, aim.number, scale, service.now());
        return Done{};
      });
}

Outcome<std::string> move_aim(const Service& service, const Caller& caller, const Id<Aim>& id,
                              Towards towards, std::string_view once) {
  return change_own_aim(
      service, caller, id, once, "order_aims",
      [&](sql::Writing& writing, const PersonAccess& access, const Aim& aim) -> Outcome<Done> {
        const auto order = record::order_of_aims(writing, access);
        record::set_order(writing, access, moved(order, aim.number, towards));
        return Done{};
      });
}

Outcome<std::string> let_go_of_aim(const Service& service, const Caller& caller, const Id<Aim>& id,
                                   std::string_view once) {
  return change_own_aim(
      service, caller, id, once, "let_go_of_aim",
      [&](sql::Writing& writing, const PersonAccess& access, const Aim& aim) -> Outcome<Done> {
        record::let_go(writing, access, aim.number, service.now());
        return Done{};
      });
}

Outcome<std::string> take_up_aim(const Service& service, const Caller& caller, const Id<Aim>& id,
                                 std::string_view once) {
  return change_record(service, caller, RecordOf::own(), {"take_up_aim", once},
                       [&](sql::Writing& writing, const PersonAccess& access) -> Outcome<Change> {
                         CHECK(only_the_person(access));
                         const auto aim = record::aim(writing, access, id);
                         if (!aim) return Refusal("permission.not_found");
                         if (aim->state == AimState::let_go) {
                           if (record::order_of_aims(writing, access).size() >= aims_held_max)
                             return Refusal("aim.too_many");
                           record::take_up(writing, access, aim->number);
                         }
                         return Change{id.text(), aim_number(aim->number)};
                       });
}

}  // namespace alongside::service
