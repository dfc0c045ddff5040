// SPDX-License-Identifier: Apache-2.0
// What makes an agreement one.
#include "coproduction/agreement.h"

#include <algorithm>
#include <set>

#include "foundation/base/text.h"

namespace alongside {
namespace {

bool left_empty(const ActionDraft& draft) {
  return tidied(draft.words).empty() && draft.due.empty() && one_line(draft.minutes).empty();
}

std::string field_of(std::size_t index, std::string_view part) {
  return "action_" + std::to_string(index) + "_" + std::string(part);
}

/// A day that lies ahead, or nothing; what is wrong with it is reported beside `field`.
std::optional<Day> day_ahead(const std::string& typed, const std::string& field, Day today,
                             std::vector<Fault>& faults) {
  if (typed.empty()) return std::nullopt;
  const auto day = Day::from_iso(typed);
  if (!day) {
    faults.push_back({"agreement.due_unclear", field});
  } else if (*day < today) {
    faults.push_back({"agreement.due_passed", field});
  } else if (day->number > today.number + action_days_ahead_max) {
    faults.push_back({"agreement.due_too_far", field});
  }
  return day;
}

/// Checks one draft and reports what is wrong beside its own fields.
Action action_from(const ActionDraft& draft, std::size_t index, Day today,
                   std::vector<Fault>& faults) {
  Action action;
  const auto side = side_from(draft.side);
  if (!side) faults.push_back({"agreement.side_unknown", field_of(index, "side")});
  action.side = side.value_or(Side::person);
  if (action.side == Side::professional) action.owner_id = draft.owner;
  std::string words = tidied(draft.words);
  if (words.empty()) faults.push_back({"agreement.action_words_missing", field_of(index, "words")});
  if (characters(words) > action_words_characters_max)
    faults.push_back({"agreement.action_words_too_long", field_of(index, "words")});
  action.words = Private(std::move(words));
  action.due = day_ahead(draft.due, field_of(index, "due"), today, faults);
  const std::string minutes = one_line(draft.minutes);
  if (!minutes.empty()) {
    action.minutes = minutes_a_week_from(minutes);
    if (!action.minutes)
      faults.push_back({"agreement.minutes_unclear", field_of(index, "minutes")});
  }
  return action;
}

/// An offer that was chosen is the standard, with its version.
void take_options(const AgreementDraft& draft, Agreement& agreement, std::vector<Fault>& faults) {
  auto options = options_from(draft.options);
  if (!options) {
    const auto& wrong = options.refusal().faults();
    faults.insert(faults.end(), wrong.begin(), wrong.end());
    return;
  }
  agreement.options = std::move(options).value();
  if (agreement.response_kind != ResponseKind::standardised) return;
  for (const Option& option : agreement.options)
    if (option.source == OptionSource::offered && option.standing == OptionStanding::chosen)
      agreement.standard +=
          (agreement.standard.empty() ? "" : "; ") + option.words.disclose() + " " + option.version;
}

/// Where the plan touches a life, and where the two sides see it differently.
void take_views(const AgreementDraft& draft, Agreement& agreement, std::vector<Fault>& faults) {
  if (draft.disturbs == "yes" || draft.disturbs == "no") {
    agreement.disturbs = draft.disturbs == "yes";
  } else if (!draft.disturbs.empty()) {
    faults.push_back({"agreement.disturbs_unknown", "disturbs"});
  }
  const auto text = [&](const std::string& typed, std::string_view field) {
    std::string words = tidied(typed);
    if (characters(words) > circumstances_characters_max)
      faults.push_back({"agreement.note_too_long", std::string(field)});
    return Private(std::move(words));
  };
  agreement.disturbs_how = text(draft.disturbs_how, "disturbs_how");
  agreement.persons_view = text(draft.persons_view, "persons_view");
  agreement.professionals_view = text(draft.professionals_view, "professionals_view");
}

}  // namespace

Outcome<Agreement> Agreement::from(const AgreementDraft& draft, Day today) {
  std::vector<Fault> faults;
  Agreement agreement;
  const auto degree = shared_work_from(draft.shared_work);
  if (!degree) faults.push_back({"agreement.shared_work_missing", "shared_work"});
  const auto kind = response_kind_from(draft.response_kind);
  if (!kind) faults.push_back({"agreement.response_kind_missing", "response_kind"});
  agreement.shared_work = degree.value_or(SharedWork::conversation);
  agreement.response_kind = kind.value_or(ResponseKind::standardised);
  std::string note = tidied(draft.note);
  if (characters(note) > circumstances_characters_max)
    faults.push_back({"agreement.note_too_long", "note"});
  take_options(draft, agreement, faults);
  if (kind == ResponseKind::customised && note.empty())
    faults.push_back({"agreement.note_missing", "note"});
  if (kind == ResponseKind::standardised && note.empty() && agreement.standard.empty())
    faults.push_back({"agreement.standard_missing", "note"});
  agreement.note = Private(std::move(note));
  take_views(draft, agreement, faults);
  agreement.look_again = day_ahead(draft.look_again, "look_again", today, faults);
  for (std::size_t i = 0; i < draft.actions.size(); ++i) {
    if (left_empty(draft.actions[i])) continue;
    agreement.actions.push_back(action_from(draft.actions[i], i, today, faults));
    agreement.actions.back().number = static_cast<std::int64_t>(agreement.actions.size());
  }
  if (agreement.actions.size() > actions_max)
    faults.push_back({"agreement.too_many_actions", "actions"});
  const auto has = [&](Side side) {
    return std::ranges::any_of(agreement.actions, [&](const Action& a) { return a.side == side; });
  };
  if (!has(Side::person)) faults.push_back({"agreement.person_side_missing", "actions"});
  if (!has(Side::professional))
    faults.push_back({"agreement.professional_side_missing", "actions"});
  if (!faults.empty()) return Refusal(std::move(faults));
  return agreement;
}

MinutesAWeek Agreement::asked_of(Side side) const {
  MinutesAWeek sum;
  for (const Action& action : actions)
    if (action.side == side && action.minutes) sum = sum + *action.minutes;
  return sum;
}

std::vector<const Agreement*> current_agreements(const std::vector<Aim>& aims,
                                                 const std::vector<Agreement>& agreements) {
  std::set<AimNo> waiting;
  for (const Aim& aim : aims)
    if (aim.state == AimState::held) waiting.insert(aim.number);
  std::vector<const Agreement*> current;
  for (const Agreement& agreement : agreements) {
    bool newest_for_one = false;
    for (const AimNo cited : agreement.aims) newest_for_one |= waiting.erase(cited) > 0;
    if (newest_for_one) current.push_back(&agreement);
  }
  return current;
}

std::string action_key(const Agreement& agreement, const Action& action) {
  return std::to_string(agreement.number.value) + "." + std::to_string(action.number);
}

std::string_view code_of(SharedWork degree) {
  switch (degree) {
    case SharedWork::conversation:
      return "conversation";
    case SharedWork::planning_together:
      return "planning_together";
    case SharedWork::doing_together:
      return "doing_together";
  }
  return {};
}

std::string_view code_of(ResponseKind kind) {
  switch (kind) {
    case ResponseKind::standardised:
      return "standardised";
    case ResponseKind::customised:
      return "customised";
    case ResponseKind::flexible:
      return "flexible";
  }
  return {};
}

std::optional<SharedWork> shared_work_from(std::string_view code) {
  for (const SharedWork degree : shared_work_degrees)
    if (code_of(degree) == code) return degree;
  return std::nullopt;
}

std::optional<ResponseKind> response_kind_from(std::string_view code) {
  for (const ResponseKind kind : response_kinds)
    if (code_of(kind) == code) return kind;
  return std::nullopt;
}

}  // namespace alongside
