// SPDX-License-Identifier: Apache-2.0
// One visit, now, with this professional.
#include "service/hold_visit.h"

#include "record/agreements.h"
#include "record/aims.h"
#include "record/barriers.h"
#include "record/numbers.h"
#include "record/people.h"
#include "record/ratings.h"
#include "record/reserved_times.h"
#include "record/visits.h"
#include "service/act.h"
#include "service/judge_attainment.h"

namespace alongside::service {
namespace {

constexpr std::int64_t next_visit_days_max = 2 * 366;

void note_visit(const Service& service, sql::Writing& writing, const PersonAccess& access,
                ProfessionalNo with, std::optional<VisitMode> mode) {
  const Instant now = service.now();
  const Instant lately{now.utc_ms - one_visit_hours * ms_an_hour};
  record::end_planned_visit(writing, access, with, now);
  const Zone zone = Zone::named(record::site(writing, access.person().home)->zone).value();
  record::free_times(writing, access, with, zone.day_of(now).plus(1));
  const auto lately_held = record::visit_since(writing, access, with, lately);
  if (!lately_held)
    record::hold_visit(writing, access, with, now, mode);
  else if (mode)
    record::say_mode(writing, access, *lately_held, *mode);
}

/// They stood on the screen that both looked at.
void end_barriers(const Service& service, sql::Writing& writing, const PersonAccess& access) {
  for (const Barrier& barrier : record::barriers(writing, access))
    record::end_barrier(writing, access, barrier.number, service.now());
}

Outcome<Done> may_write_down(const sql::Reading& reading, const PersonAccess& access,
                             const std::string& field) {
  if (!record::wishes(reading, access).write_down.value_or(false))
    return Refusal("visit.not_written_down", field);
  return Done{};
}

/// What one aim was said to be, by both.
Outcome<Done> keep_said(const Service& service, sql::Writing& writing, const PersonAccess& access,
                        ProfessionalNo with, const SaidOfAim& said) {
  if (!said.still_right && said.level.empty() && said.professional.empty()) return Done{};
  const auto id = Id<Aim>::parse(said.aim);
  const auto aim = id ? record::aim(writing, access, *id) : std::nullopt;
  if (!aim || aim->state == AimState::let_go) return Refusal("permission.not_found");
  if (said.still_right) record::add_confirmation(writing, access, aim->number, with, service.now());
  if (!said.level.empty()) {
    CHECK(may_write_down(writing, access, "level_" + said.aim));
    TRY(const Aim rated, aim_to_rate(writing, access, *id));
    TRY(const Level level, Level::parse(said.level));
    record::write_down_rating(writing, access, rated.number, level, with, service.now());
  }
  if (!said.professional.empty()) {
    TRY(const Aim rated, aim_to_rate(writing, access, *id));
    TRY(const Level level, Level::parse(said.professional));
    record::add_rating(writing, access, rated.number, Side::professional, with, level,
                       service.now());
  }
  return Done{};
}

void keep_plans(const Service& service, sql::Writing& writing, const PersonAccess& access,
                ProfessionalNo with) {
  const std::vector<Aim> aims = record::aims(writing, access);
  const std::vector<Agreement> agreements = record::agreements(writing, access);
  for (const Agreement* agreement : current_agreements(aims, agreements))
    record::keep_agreement(writing, access, agreement->number, with, service.now());
}

Outcome<Done> plan_next(const Service& service, sql::Writing& writing, const PersonAccess& access,
                        ProfessionalNo with, const std::string& typed) {
  if (typed.empty()) return Done{};
  const Zone zone = Zone::named(record::site(writing, access.person().home)->zone).value();
  const Day today = zone.day_of(service.now());
  const auto day = Day::from_iso(typed);
  if (!day || *day < today || day->number > today.number + next_visit_days_max)
    return Refusal("visit.day_unclear", "next_day");
  record::free_times(writing, access, with, today);
  record::plan_visit(writing, access, with, *day, service.now());
  return Done{};
}

}  // namespace

Outcome<std::string> hold_visit(const Service& service, const Caller& caller,
                                const Id<Person>& person, std::string_view once,
                                std::string_view mode) {
  VisitDraft draft;
  draft.mode = mode;
  return close_visit(service, caller, person, draft, once);
}

Outcome<std::string> close_visit(const Service& service, const Caller& caller,
                                 const Id<Person>& person, const VisitDraft& draft,
                                 std::string_view once) {
  return change_record(service, caller, RecordOf::person(person), {"hold_visit", once},
                       [&](sql::Writing& writing, const PersonAccess& access) -> Outcome<Change> {
                         CHECK(only_a_professional(access));
                         const auto mode = visit_mode_from(draft.mode);
                         if (!mode && !draft.mode.empty())
                           return Refusal("visit.mode_unclear", "mode");
                         const ProfessionalNo with = *caller.professional;
                         for (const SaidOfAim& said : draft.said) {
                           CHECK(keep_said(service, writing, access, with, said));
                         }
                         note_visit(service, writing, access, with, mode);
                         if (draft.talked_about_barriers) end_barriers(service, writing, access);
                         if (draft.same_plan) keep_plans(service, writing, access, with);
                         CHECK(plan_next(service, writing, access, with, draft.next_day));
                         return Change{"", ""};
                       });
}

Outcome<std::string> plan_visit(const Service& service, const Caller& caller,
                                const Id<Person>& person, std::string_view day,
                                std::string_view once) {
  return change_record(
      service, caller, RecordOf::person(person), {"plan_visit", once},
      [&](sql::Writing& writing, const PersonAccess& access) -> Outcome<Change> {
        CHECK(only_a_professional(access));
        if (day.empty()) return Refusal("visit.day_unclear", "next_day");
        CHECK(plan_next(service, writing, access, *caller.professional, std::string(day)));
        return Change{"", ""};
      });
}

Outcome<std::string> write_aim_down(const Service& service, const Caller& caller,
                                    const Id<Person>& person, std::string_view words,
                                    std::string_view once) {
  return change_record(
      service, caller, RecordOf::person(person), {"write_aim_down", once},
      [&](sql::Writing& writing, const PersonAccess& access) -> Outcome<Change> {
        CHECK(only_a_professional(access));
        CHECK(may_write_down(writing, access, "words"));
        TRY(const AimStatement statement, AimStatement::from({std::string(words), "", "", "", ""}));
        if (record::order_of_aims(writing, access).size() >= aims_held_max)
          return Refusal("aim.too_many", "words");
        const auto id = Id<Aim>::make(service.now(), service.randomness);
        const AimNo number =
            record::add_aim(writing, access, id, statement, service.now(), *caller.professional);
        return Change{id.text(), "aim " + std::to_string(number.value)};
      });
}

}  // namespace alongside::service
