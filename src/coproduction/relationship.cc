// SPDX-License-Identifier: Apache-2.0
// What may stand as answers about the relationship.
#include "coproduction/relationship.h"

namespace alongside {

std::string_view code_of(RelationshipItem item) {
  switch (item) {
    case RelationshipItem::asked:
      return "asked";
    case RelationshipItem::understood:
      return "understood";
    case RelationshipItem::shaped:
      return "shaped";
    case RelationshipItem::fits:
      return "fits";
    case RelationshipItem::who_does:
      return "who_does";
    case RelationshipItem::could_say:
      return "could_say";
  }
  return {};
}

Outcome<RelationshipAnswers> relationship_answers_from(
    const std::array<std::string, relationship_items_count>& typed) {
  RelationshipAnswers answers;
  std::vector<Fault> faults;
  for (std::size_t i = 0; i < typed.size(); ++i) {
    const std::string& text = typed[i];
    if (text.size() == 1 && text[0] >= '0' && text[0] <= '0' + relationship_value_max)
      answers.values[i] = text[0] - '0';
    else
      faults.push_back({"relationship.missing", std::string(code_of(relationship_items[i]))});
  }
  if (!faults.empty()) return Refusal(std::move(faults));
  return answers;
}

}  // namespace alongside
