// SPDX-License-Identifier: Apache-2.0
// One model for all rows.
#include "learning/release.h"

#include <cmath>

#include "foundation/inference/variances.h"
#include "learning/judgements.h"

namespace alongside::learning {
namespace {

/// Prior sd of a term; `estimated`: the scale of its half-normal prior, else it stays.
struct TermPrior {
  Term term;
  double sd;
  bool estimated;
};
constexpr TermPrior priors[] = {
    {Term::mu, judged::mu_sd, false},         {Term::x, judged::circumstance_sd, false},
    {Term::chosen, judged::chosen_sd, false}, {Term::aim, judged::aim_sd, true},
    {Term::k, judged::action_sd, false},      {Term::kx, judged::interaction_sd, true},
    {Term::bias, judged::bias_sd, false},     {Term::period, judged::period_sd, true},
    {Term::site, judged::site_sd, true},      {Term::ksite, judged::action_site_sd, true}};

PriorBook beliefs_with(const ScienceBook& science) {
  PriorBook book;
  for (const TermPrior& prior : priors) book.by_term[prior.term] = {0, prior.sd};
  for (const auto& [action, of] : science) book.by_action[action] = {of.prior.mean, of.prior.sd};
  return book;
}

/// Which standard deviations are not known, block by block of the columns that there are.
inference::VarianceModel model_of(const OutcomeSums& rows, const PriorBook& beliefs,
                                  std::vector<std::string>& names) {
  using inference::UnknownSd;
  const std::vector<Column>& columns = rows.columns.all();
  inference::VarianceModel model{
      rows.sums, priors_of(rows.columns, beliefs), {}, {judged::row_sd, judged::person_sd}, {}};
  model.block_of.assign(columns.size(), -1);
  for (const TermPrior& prior : priors) {
    if (!prior.estimated) continue;
    const int block = static_cast<int>(model.unknown.size());
    bool any = false;
    for (std::size_t i = 0; i < columns.size(); ++i)
      if (columns[i].term == prior.term) {
        model.block_of[i] = block;
        any = true;
      }
    if (!any) continue;
    model.unknown.push_back({UnknownSd::Of::block, block, prior.sd, prior.sd, {}, {}});
    names.emplace_back(name_of(prior.term));
  }
  model.unknown.push_back(
      {UnknownSd::Of::person, -1, judged::person_sd, judged::person_sd, {}, {}});
  model.unknown.push_back({UnknownSd::Of::sigma, -1, judged::row_sd, {}, 0, 0.5});
  names.insert(names.end(), {"person", "sigma"});
  return model;
}

}  // namespace

double Release::sd_named(std::string_view name, double otherwise) const {
  for (const auto& [known, sd] : sds)
    if (known == name) return sd;
  return otherwise;
}

double Release::spread() const {
  return std::hypot(sd_named("person", judged::person_sd), sd_named("sigma", judged::row_sd));
}

Crowd Release::crowd_of(std::string_view action) const {
  const auto found = crowds.find(action);
  return found == crowds.end() ? Crowd() : found->second;
}

PriorBook Release::beliefs() const {
  PriorBook book = beliefs_with(science);
  for (auto& [term, belief] : book.by_term) belief.sd = sd_named(name_of(term), belief.sd);
  return book;
}

std::optional<Release> fitted(const OutcomeSums& rows, const ScienceBook& science) {
  if (rows.sums.rows == 0 || !rows.crowds.contains(rows.reference)) return std::nullopt;
  std::vector<std::string> names;
  auto found = inference::estimate_variances(model_of(rows, beliefs_with(science), names));
  if (!found) return std::nullopt;
  Release release;
  release.reference = rows.reference;
  release.science = science;
  release.from = rows.from;
  release.to = rows.to;
  for (std::size_t i = 0; i < names.size(); ++i) release.sds.emplace_back(names[i], found->sds[i]);
  release.rows = static_cast<std::size_t>(rows.sums.rows);
  release.without_follow_up = static_cast<std::size_t>(rows.without_follow_up());
  release.persons = static_cast<std::size_t>(rows.persons());
  release.sites = rows.sites.size();
  release.columns = rows.columns;
  release.posterior = std::move(found->posterior);
  release.crowds = rows.crowds;
  return release;
}

}  // namespace alongside::learning
