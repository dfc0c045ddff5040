// SPDX-License-Identifier: Apache-2.0
// Beliefs for columns that exist, and for those that nobody has lived yet.
#include "learning/priors.h"

#include "foundation/base/text.h"

namespace alongside::learning {

Belief PriorBook::of(Term term, std::string_view action) const {
  if (term == Term::k)
    if (const auto own = by_action.find(action); own != by_action.end()) return own->second;
  const auto found = by_term.find(term);
  return found == by_term.end() ? Belief() : found->second;
}

std::vector<inference::ColumnPrior> priors_of(const Columns& columns, const PriorBook& beliefs,
                                              const std::set<Term>& flat) {
  std::vector<inference::ColumnPrior> priors;
  for (const Column& column : columns.all()) {
    const Belief belief = beliefs.of(column.term, column.action);
    priors.push_back({belief.mean, belief.sd, flat.contains(column.term)});
  }
  return priors;
}

std::optional<Answer> answer_to(const Contrast& contrast, const Columns& columns,
                                const PriorBook& beliefs,
                                const inference::LinearPosterior& posterior) {
  Answer answer{0, contrast.extra_variance};
  std::vector<std::pair<std::size_t, double>> known;
  for (const auto& [name, by] : contrast.coefficients) {
    if (const auto column = columns.find(name)) {
      known.emplace_back(*column, by);
      continue;
    }
    const auto parts = split(name, ':');
    const auto term = term_named(parts.front());
    if (!term) return std::nullopt;
    // The name of an action may hold a colon; only in k: is all of the rest the action.
    const std::string_view rest =
        parts.size() > 1 ? std::string_view(name).substr(name.find(':') + 1) : std::string_view();
    const Belief belief = beliefs.of(*term, *term == Term::k ? rest : std::string_view());
    answer.mean += by * belief.mean;
    answer.variance += by * by * belief.sd * belief.sd;
  }
  for (const auto& [i, by] : known) {
    answer.mean += by * posterior.mean[i];
    for (const auto& [j, other] : known)
      answer.variance +=
          by * other * posterior.covariance[inference::packed(std::min(i, j), std::max(i, j))];
  }
  return answer;
}

}  // namespace alongside::learning
