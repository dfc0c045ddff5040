// SPDX-License-Identifier: Apache-2.0
// Outcomes that are yes or no.
#include <algorithm>
#include <cmath>
#include <map>

#include "doors/batch/learn_output.h"
#include "doors/batch/learn_person.h"
#include "foundation/inference/logistic.h"

namespace alongside::batch {
namespace {

inference::YesNo rows_of(const LearnInput& input) {
  inference::YesNo rows{input.matrix("X"), input.numbers("y")};
  same_lengths(input, "X", rows.x.size(), rows.y.size());
  if (rows.columns() == 0 || rows.columns() > 500) input.refuse("X", "has no or too many columns");
  if (input.has("columns"))
    same_lengths(input, "columns", input.texts("columns").size(), rows.columns());
  for (const double y : rows.y)
    if (y != 0 && y != 1) input.refuse("y", "is 0 or 1");
  return rows;
}

inference::NormalPriors priors_of(const LearnInput& input, std::size_t columns) {
  const LearnInput from = input.object("prior");
  inference::NormalPriors prior{from.numbers("mean"), from.numbers("sd")};
  same_lengths(from, "mean", prior.mean.size(), columns);
  same_lengths(from, "sd", prior.sd.size(), columns);
  for (const double sd : prior.sd)
    if (!(sd > 0)) from.refuse("sd", "is not above zero");
  return prior;
}

[[noreturn]] void not_computable() {
  throw LearnFault{"not_computable", "These rows have no best answer."};
}

}  // namespace

void learn_yes_no(const LearnInput& input, JsonWriter& out) {
  const auto rows = rows_of(input);
  const auto found = inference::logistic_mode(rows, priors_of(input, rows.columns()));
  if (!found) not_computable();
  write_numbers(out, "mode", found->mode);
  write_numbers(out, "laplace_sd", found->sd);
  out.key("laplace_log_evidence").number(found->log_evidence);
}

void learn_yes_no_levels(const LearnInput& input, JsonWriter& out) {
  const auto rows = rows_of(input);
  const auto person = input.texts("person");
  same_lengths(input, "person", person.size(), rows.y.size());
  const auto found = inference::logistic_levels(rows, person);
  if (!found) not_computable();
  write_numbers(out, "coef", found->coefficient);
  out.key("person_sd").number(found->person_sd);
  out.key("minus2loglik").number(-2 * found->log_likelihood);
  write_numbers(out, "se", found->se);
}

void learn_yes_no_federated(const LearnInput& input, JsonWriter& out) {
  constexpr int rounds = 6;  // Settled to the last digit from zero, and one to see that it is.
  const auto rows = rows_of(input);
  const auto prior = priors_of(input, rows.columns());
  const auto site = input.texts("site");
  same_lengths(input, "site", site.size(), rows.y.size());
  auto at = input.numbers("theta_start");
  same_lengths(input, "theta_start", at.size(), rows.columns());
  std::map<std::string, inference::YesNo> sites;
  for (std::size_t i = 0; i < site.size(); ++i) {
    sites[site[i]].x.push_back(rows.x[i]);
    sites[site[i]].y.push_back(rows.y[i]);
  }
  out.key("rounds").begin_array();
  for (int round = 0; round < rounds; ++round) {
    out.begin_object();
    write_numbers(out, "theta_in", at);
    inference::LogisticSums all;
    out.key("sites").begin_object();
    for (const auto& [name, theirs] : sites) {
      const auto sums = inference::logistic_sums(theirs, at);
      out.key(name).begin_object().key("n").number(sums.n).key("loglik").number(
          sums.log_likelihood);
      write_numbers(out, "gradient", sums.gradient);
      write_numbers(out, "neg_hessian_upper", sums.curvature);
      out.end_object();
      all += sums;
    }
    out.end_object();
    const auto next = inference::newton_step(all, prior, at);
    if (!next) not_computable();
    double moved = 0;
    for (std::size_t j = 0; j < at.size(); ++j)
      moved = std::max(moved, std::abs((*next)[j] - at[j]));
    at = *next;
    write_numbers(out, "theta_out", at);
    out.key("max_step").number(moved).end_object();
  }
  out.end_array();
  write_numbers(out, "mode", at);
}

}  // namespace alongside::batch
