// SPDX-License-Identifier: Apache-2.0
// A finding from a form.
#include "change/finding.h"

#include <algorithm>

#include "foundation/base/text.h"

namespace alongside {
namespace {

std::int64_t known(const std::string& typed, const std::vector<std::int64_t>& numbers,
                   const char* field, std::vector<Fault>& faults) {
  const auto number = typed.empty() ? std::optional<std::int64_t>(0) : whole_number(typed);
  if (number && (*number == 0 || std::ranges::find(numbers, *number) != numbers.end()))
    return *number;
  faults.push_back({"finding.unknown", field});
  return 0;
}

}  // namespace

std::string_view code_of(FindingKind kind) {
  switch (kind) {
    case FindingKind::worked:
      return "worked";
    case FindingKind::partly:
      return "partly";
    case FindingKind::did_not_work:
      return "did_not_work";
    case FindingKind::not_suitable:
      return "not_suitable";
  }
  return {};
}

Outcome<Finding> finding_from(const FindingDraft& draft, const AroundFinding& around) {
  Finding finding;
  std::vector<Fault> faults;
  const auto kind =
      std::ranges::find(finding_kinds, draft.kind, [](FindingKind one) { return code_of(one); });
  if (kind == finding_kinds.end())
    faults.push_back({"finding.kind", "kind"});
  else
    finding.kind = *kind;
  const auto text = [&](const std::string& typed, const char* field, bool asked) {
    std::string words = tidied(typed);
    if (asked && words.empty()) faults.push_back({"finding.words_missing", field});
    if (characters(words) > finding_characters_max) faults.push_back({"finding.long", field});
    return words;
  };
  finding.context = text(draft.context, "context", true);
  finding.mechanism = text(draft.mechanism, "mechanism", true);
  finding.outcome = text(draft.outcome, "outcome", true);
  finding.data = text(draft.data, "data", false);
  finding.story = text(draft.story, "story", false);
  if (finding.data.empty() && finding.story.empty())
    faults.push_back({"finding.data_or_story", "data"});
  finding.measure = known(draft.measure, around.measures, "measure", faults);
  finding.test = known(draft.test, around.tests, "test", faults);
  finding.action = one_line(draft.action);
  if (!finding.action.empty() &&
      std::ranges::find(around.actions, finding.action) == around.actions.end())
    faults.push_back({"finding.unknown", "action"});
  if (!faults.empty()) return Refusal(std::move(faults));
  return finding;
}

}  // namespace alongside
