// SPDX-License-Identifier: Apache-2.0
// What a site may send of its rows: sums over them, column by column, by name. Sites together give
// bit by bit what all their rows at once would.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "foundation/base/clock.h"
#include "learning/release_gate.h"
#include "learning/rows.h"

namespace alongside::learning {

/// Who stands behind one action; distinct persons.
struct Crowd {
  double persons = 0, sites = 0, randomised = 0;
  double rows = 0, with_outcome = 0;
  double completeness() const { return rows > 0 ? with_outcome / rows : 1; }
};

struct OutcomeSums {
  std::set<std::string> sites;
  std::int64_t epoch = 1;  ///< a site's later sums are of other people, never of the same again
  std::string reference;   ///< the action that is carrying on
  Day from, to;            ///< of the rows
  Columns columns;
  inference::LinearSums sums;
  std::map<std::string, Crowd, std::less<>> crowds;  ///< by action, the reference among them

  std::int64_t persons() const;
  std::int64_t without_follow_up() const;
};

/// Of rows that stay where they are. Columns: mu, x, chosen, aim, k, kx, bias, site, ksite, and
/// period if the table has it. Rows whose outcome is NaN count as without follow-up.
OutcomeSums sums_of(const OutcomeTable& table, const std::string& reference);

/// What may leave a site: rows that the gate holds back are in no sum; cells are of aim, action,
/// design and every circumstance, three at a time. How many have no follow-up is told of an action
/// only where that is nobody or as many persons as a cell needs. Nothing where the gate refuses.
struct Shared {
  std::optional<OutcomeSums> sums;
  std::set<std::string> persons;  ///< in the sums
};
Shared shared_by(const OutcomeTable& table, const std::string& reference, const GateRules& rules);

/// Columns of all, by term and name. Nothing for no sums, different reference actions or units, or
/// one epoch of a site that stands in two of them.
std::optional<OutcomeSums> merged(const std::vector<OutcomeSums>& all);

std::string text_of(const OutcomeSums& sums);
/// Refused, with the key of words for whoever sent it: no JSON of this kind, sizes that do not fit,
/// sums that are no whole numbers or cannot be sums of rows, fewer persons than the gate lets
/// through.
std::variant<OutcomeSums, std::string> outcome_sums_from(std::string_view text);

}  // namespace alongside::learning
