// SPDX-License-Identifier: Apache-2.0
// The gate stands before the switch, and the switch before the question.
#include "service/use_instruments.h"

#include <algorithm>
#include <charconv>

#include "foundation/base/text.h"
#include "improvement/instrument_score.h"
#include "record/people.h"
#include "service/act.h"

namespace alongside::service {
namespace {

void account(const Service& service, sql::Writing& writing, const Caller& caller,
             std::string_view act, std::string_view instrument) {
  record::append_history(writing, actor_of(caller),
                         record::About::parts(std::nullopt, {{record::PartKind::instruments}}),
                         {act, "instrument " + std::string(instrument)}, service.now());
}

bool is_on(const sql::Reading& reading, HomeNo home, std::string_view instrument) {
  return std::ranges::any_of(record::instruments_on(reading, home),
                             [&](const InstrumentOn& one) { return one.instrument == instrument; });
}

Outcome<std::vector<std::optional<std::int64_t>>> answers_from(
    const Instrument& instrument, const std::vector<std::string>& typed) {
  std::vector<std::optional<std::int64_t>> answers(instrument.items.size());
  std::vector<Fault> faults;
  for (std::size_t i = 0; i < answers.size() && i < typed.size(); ++i) {
    const std::string text = one_line(typed[i]);
    if (text.empty()) continue;
    std::int64_t value = -1;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = error == std::errc() && end == text.data() + text.size();
    const bool known =
        instrument.items[i].kind == ItemKind::days
            ? value >= 0 && value <= 30
            : std::ranges::any_of(instrument.answers,
                                  [&](const InstrumentAnswer& one) { return one.value == value; });
    if (!whole || !known) faults.push_back({"prepare.choose_one", "item_" + std::to_string(i)});
    answers[i] = value;
  }
  if (!faults.empty()) return Refusal(std::move(faults));
  if (std::ranges::none_of(answers, [](const auto& answer) { return answer.has_value(); }))
    return Refusal("instrument.nothing_answered", "item_0");
  return answers;
}

}  // namespace

Outcome<std::vector<InstrumentOn>> instruments_switched(const Service& service,
                                                        const Caller& caller) {
  CHECK(Permission::to_administer(caller));
  return service.database().read(
      [&](const sql::Reading& reading) { return record::instruments_on(reading, caller.home); });
}

Outcome<Done> switch_instrument_on(const Service& service, const Caller& caller,
                                   std::string_view id, const SwitchOn& by) {
  TRY(const AdministratorAccess access, Permission::to_administer(caller));
  const Instrument* instrument = instrument_of(id);
  if (instrument == nullptr) return Refusal("permission.not_found");
  CHECK(may_switch_on(*instrument, by));
  service.database().write([&](sql::Writing& writing) {
    record::hold_home(writing, caller.home);
    record::switch_on(writing, access, caller.home, *instrument, by, caller.name, service.now());
    account(service, writing, caller, "switch_instrument_on", id);
  });
  return Done{};
}

Outcome<Done> switch_instrument_off(const Service& service, const Caller& caller,
                                    std::string_view id) {
  TRY(const AdministratorAccess access, Permission::to_administer(caller));
  if (instrument_of(id) == nullptr) return Refusal("permission.not_found");
  service.database().write([&](sql::Writing& writing) {
    record::hold_home(writing, caller.home);
    record::switch_off(writing, access, caller.home, id, service.now());
    account(service, writing, caller, "switch_instrument_off", id);
  });
  return Done{};
}

Outcome<QuestionsView> read_questions(const Service& service, const Caller& caller) {
  return look_into_record(service, caller, RecordOf::own(), {"look", "questions"},
                          [&](const sql::Reading& reading, const PersonAccess& access) {
                            return QuestionsView{record::instruments_on(reading, caller.home),
                                                 record::instrument_answers(reading, access),
                                                 *record::site(reading, caller.home),
                                                 !record::care_team(reading, access).empty()};
                          });
}

Outcome<std::string> answer_instrument(const Service& service, const Caller& caller,
                                       std::string_view id, const std::vector<std::string>& typed,
                                       std::string_view once) {
  return change_record(service, caller, RecordOf::own(), {"answer_instrument", once},
                       [&](sql::Writing& writing, const PersonAccess& access) -> Outcome<Change> {
                         CHECK(only_the_person(access));
                         const Instrument* instrument = instrument_of(id);
                         if (instrument == nullptr || !is_on(writing, caller.home, id))
                           return Refusal("permission.not_found");
                         InstrumentAnswered answered;
                         TRY(answered.answers, answers_from(*instrument, typed));
                         answered.score = score_of(*instrument, answered.answers);
                         answered.alerted = alerts(*instrument, answered.answers);
                         const auto number = record::add_instrument_answer(
                             writing, access, *instrument, answered, service.now());
                         return Change{"", "questionnaire " + std::to_string(number)};
                       });
}

Outcome<std::string> look_into_alerts(const Service& service, const Caller& caller,
                                      const Id<Person>& person, std::string_view once) {
  return change_record(service, caller, RecordOf::person(person), {"look_into_alerts", once},
                       [&](sql::Writing& writing, const PersonAccess& access) -> Outcome<Change> {
                         CHECK(only_a_professional(access));
                         record::look_into_alerts(writing, access, *caller.professional,
                                                  service.now());
                         return Change{"", ""};
                       });
}

}  // namespace alongside::service
