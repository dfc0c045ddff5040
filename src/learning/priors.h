// SPDX-License-Identifier: Apache-2.0
// What is believed of each effect before any row of ours, and what is asked of the posterior.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "learning/rows.h"

namespace alongside::learning {

struct Belief {
  double mean = 0;
  double sd = 1;  ///< above 0
};

/// One belief a term; actions may have their own, from published science.
struct PriorBook {
  std::map<Term, Belief> by_term;
  std::map<std::string, Belief, std::less<>> by_action;  ///< of Term::k

  Belief of(Term term, std::string_view action) const;
};

/// The beliefs column by column; `flat` terms have none.
std::vector<inference::ColumnPrior> priors_of(const Columns& columns, const PriorBook& beliefs,
                                              const std::set<Term>& flat = {});

/// A question put to the posterior: Σ coefficient × effect, and how likely it is above `mid`.
struct Contrast {
  std::string name;
  std::vector<std::pair<std::string, double>> coefficients;  ///< by column name
  double extra_variance = 0;  ///< such as that of a site which nobody has seen
  double mid = 0;
};

struct Answer {
  double mean = 0;
  double variance = 0;
};
/// A column that no row has keeps its prior mean and variance, independent of the rest. Nothing for
/// a name that is no column of any table.
std::optional<Answer> answer_to(const Contrast& contrast, const Columns& columns,
                                const PriorBook& beliefs,
                                const inference::LinearPosterior& posterior);

}  // namespace alongside::learning
