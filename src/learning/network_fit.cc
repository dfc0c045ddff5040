// SPDX-License-Identifier: Apache-2.0
// One model for all rows; each action is a question to it.
#include "learning/network_fit.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "foundation/inference/variances.h"
#include "foundation/statistics/distribution.h"

namespace alongside::learning {
namespace {

constexpr double z80 = 1.2815515655446004;
constexpr double highlighted = 0.9;

/// Prior sd of a term; `estimated`: the scale of its half-normal prior, else it stays.
struct TermPrior {
  Term term;
  double sd;
  bool estimated;
};
constexpr TermPrior priors[] = {{Term::mu, 1, false},       {Term::x, 0.5, false},
                                {Term::chosen, 0.5, false}, {Term::aim, 0.3, true},
                                {Term::k, 0.35, false},     {Term::kx, 0.15, true},
                                {Term::bias, 0.2, false},   {Term::period, 0.15, true},
                                {Term::site, 0.2, true},    {Term::ksite, 0.2, true}};

OutcomeTable followed(const OutcomeTable& table) {
  OutcomeTable kept;
  kept.context = table.context;
  kept.circumstance.resize(table.circumstance.size());
  for (std::size_t row = 0; row < table.rows(); ++row) {
    if (std::isnan(table.outcome[row])) continue;
    kept.site.push_back(table.site[row]);
    kept.person.push_back(table.person[row]);
    kept.aim.push_back(table.aim[row]);
    kept.action.push_back(table.action[row]);
    if (!table.period.empty()) kept.period.push_back(table.period[row]);
    kept.design.push_back(table.design[row]);
    kept.outcome.push_back(table.outcome[row]);
    for (std::size_t c = 0; c < table.circumstance.size(); ++c)
      kept.circumstance[c].push_back(table.circumstance[c][row]);
  }
  return kept;
}

using Who = std::set<std::pair<std::string_view, std::string_view>>;

/// Distinct persons, and what is behind them, of one action.
struct Crowd {
  Who persons, randomised;
  std::set<std::string_view> sites;
  double rows = 0, with_outcome = 0;

  Crowd(const OutcomeTable& table, std::string_view action) {
    for (std::size_t row = 0; row < table.rows(); ++row) {
      if (table.action[row] != action) continue;
      rows += 1;
      if (std::isnan(table.outcome[row])) continue;
      with_outcome += 1;
      persons.emplace(table.site[row], table.person[row]);
      sites.insert(table.site[row]);
      if (table.design[row] == Design::randomised)
        randomised.emplace(table.site[row], table.person[row]);
    }
  }
};

std::vector<Term> terms_for(const OutcomeTable& table) {
  std::vector<Term> terms = {Term::mu, Term::x,    Term::chosen, Term::aim,  Term::k,
                             Term::kx, Term::bias, Term::site,   Term::ksite};
  if (!table.period.empty()) terms.push_back(Term::period);
  return terms;
}

PriorBook beliefs() {
  PriorBook book;
  for (const TermPrior& prior : priors) book.by_term[prior.term] = {0, prior.sd};
  return book;
}

/// Which standard deviations are not known, block by block of the columns that there are.
inference::VarianceModel model_of(const CodeBook& book, const inference::LinearSums& sums,
                                  std::vector<std::string>& names) {
  using inference::UnknownSd;
  inference::VarianceModel model{sums, priors_of(book, beliefs()), {}, {1, 0.5}, {}};
  model.block_of.assign(book.columns().size(), -1);
  for (const TermPrior& prior : priors) {
    if (!prior.estimated) continue;
    const int block = static_cast<int>(model.unknown.size());
    bool any = false;
    for (std::size_t i = 0; i < book.columns().size(); ++i)
      if (book.columns()[i].term == prior.term) {
        model.block_of[i] = block;
        any = true;
      }
    if (!any) continue;
    model.unknown.push_back({UnknownSd::Of::block, block, prior.sd, prior.sd, {}, {}});
    names.emplace_back(name_of(prior.term));
  }
  model.unknown.push_back({UnknownSd::Of::person, -1, 0.5, 0.5, {}, {}});
  model.unknown.push_back({UnknownSd::Of::sigma, -1, 1, {}, 0, 0.5});
  names.insert(names.end(), {"person", "sigma"});
  return model;
}

}  // namespace

std::optional<NetworkFit> fit_network(const NetworkQuestion& question) {
  const OutcomeTable rows = followed(question.table);
  const Crowd reference(question.table, question.reference);
  if (rows.rows() == 0 || reference.rows == 0) return std::nullopt;
  const CodeBook book(rows, question.reference, terms_for(rows));
  const auto sums = book.sums(rows);
  std::vector<std::string> names;
  const auto found = inference::estimate_variances(model_of(book, sums, names));
  if (!found) return std::nullopt;
  NetworkFit fit;
  for (std::size_t i = 0; i < names.size(); ++i) fit.sds.emplace_back(names[i], found->sds[i]);
  fit.rows = rows.rows();
  fit.without_follow_up = question.table.rows() - rows.rows();
  for (const auto& [count, pattern] : sums.patterns)
    fit.persons += static_cast<std::size_t>(pattern.persons);
  fit.sites = std::set<std::string>(rows.site.begin(), rows.site.end()).size();
  const PriorBook known = beliefs();
  const double before = known.of(Term::k, {}).sd * known.of(Term::k, {}).sd;
  for (const std::string& action :
       std::set<std::string>(question.table.action.begin(), question.table.action.end())) {
    if (action == question.reference) continue;
    ActionReading reading;
    reading.action = action;
    const auto adds = answer_to({"", {{"k:" + action, 1}}, 0, 0}, book, known, found->posterior);
    const double sd = std::sqrt(adds->variance);
    reading.mean = adds->mean;
    reading.low80 = adds->mean - z80 * sd;
    reading.high80 = adds->mean + z80 * sd;
    reading.chance_worthwhile = statistics::normal_share((adds->mean - question.worthwhile) / sd);
    const Crowd crowd(question.table, action);
    const auto size = [](const auto& of) { return static_cast<double>(of.size()); };
    reading.standing = {size(crowd.persons),
                        size(reference.persons),
                        size(crowd.sites),
                        size(crowd.randomised),
                        size(reference.randomised),
                        crowd.with_outcome / crowd.rows,
                        1 - adds->variance / before,
                        reading.high80 - reading.low80,
                        {},
                        {}};
    reading.verdict = verdict_on(reading.standing);
    const bool shown = reading.verdict.status >= Status::early;
    if (shown && reading.chance_worthwhile > highlighted)
      fit.expected_false += 1 - reading.chance_worthwhile;
    fit.actions.push_back(std::move(reading));
  }
  return fit;
}

}  // namespace alongside::learning
