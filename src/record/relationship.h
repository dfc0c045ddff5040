// SPDX-License-Identifier: Apache-2.0
// Answers about the relationship go in and never come out one by one.
#pragma once

#include <optional>
#include <vector>

#include "coproduction/relationship.h"
#include "foundation/sql/database.h"
#include "record/access.h"

namespace alongside::record {

/// The last visit with a team that serves the person, while nobody asked about it yet.
struct VisitToAskAbout {
  std::int64_t visit = 0;
  TeamNo team;
};
std::optional<VisitToAskAbout> visit_to_ask_about(const sql::Reading& reading,
                                                  const PersonAccess& access);
/// `key` is chance: nothing about the row says when it came, or from whom.
void add_relationship_answers(sql::Writing& writing, const PersonAccess& access,
                              const VisitToAskAbout& visit, const RelationshipAnswers& answers,
                              Month month, std::string_view key);
/// What may be read: blocks of relationship_answers_min or more, oldest first.
std::vector<RelationshipBlock> relationship_blocks(const sql::Reading& reading,
                                                   const TeamAccess& access);

}  // namespace alongside::record
