// SPDX-License-Identifier: Apache-2.0
// What makes an agreement one.
#include "coproduction/agreement.h"

#include <algorithm>

#include "foundation/base/text.h"

namespace alongside {
namespace {

bool left_empty(const ActionDraft& draft) {
  return tidied(draft.words).empty() && draft.due.empty() && one_line(draft.minutes).empty();
}

std::string field_of(std::size_t index, std::string_view part) {
  return "action_" + std::to_string(index) + "_" + std::string(part);
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
  if (!draft.due.empty()) {
    action.due = Day::from_iso(draft.due);
    if (!action.due) {
      faults.push_back({"agreement.due_unclear", field_of(index, "due")});
    } else if (*action.due < today) {
      faults.push_back({"agreement.due_passed", field_of(index, "due")});
    } else if (action.due->number > today.number + action_days_ahead_max) {
      faults.push_back({"agreement.due_too_far", field_of(index, "due")});
    }
  }
  const std::string minutes = one_line(draft.minutes);
  if (!minutes.empty()) {
    action.minutes = minutes_a_week_from(minutes);
    if (!action.minutes)
      faults.push_back({"agreement.minutes_unclear", field_of(index, "minutes")});
  }
  return action;
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
  if (kind == ResponseKind::customised && note.empty())
    faults.push_back({"agreement.note_missing", "note"});
  agreement.note = Private(std::move(note));
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
