// SPDX-License-Identifier: Apache-2.0
// The network's model: one posterior, five ways to come to its variances.
#include "doors/batch/learn_model.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "doors/batch/learn_output.h"
#include "doors/batch/learn_table.h"
#include "foundation/inference/variance_average.h"
#include "foundation/statistics/distribution.h"

namespace alongside::batch {
namespace {

using inference::LinearPosterior;
using inference::Spread;
using learning::Contrast;
using statistics::normal_share;

constexpr double z80 = 1.2815515655446004;  // The normal quantiles of 0.9
constexpr double z95 = 1.959963984540054;   // and 0.975.

[[noreturn]] void not_computable() {
  throw LearnFault{"not_computable", "These rows cannot tell the effects apart."};
}

Spread spread_of(const LearnInput& input) {
  const Spread spread{input.positive("sigma"), input.number("person_sd")};
  if (spread.person < 0) input.refuse("person_sd", "is below zero");
  return spread;
}

std::vector<Contrast> contrasts_of(const LearnInput& input) {
  std::vector<Contrast> all;
  if (!input.has("contrasts")) return all;
  for (const LearnInput& from : input.objects("contrasts")) {
    Contrast one;
    one.name = from.text_or("name", "");
    const LearnInput coefficients = from.object("coef");
    for (const std::string& column : coefficients.names())
      one.coefficients.emplace_back(column, coefficients.number(column));
    one.extra_variance = from.number_or("extra_var", 0);
    one.mid = from.number_or("mid", 0);
    all.push_back(std::move(one));
  }
  return all;
}

learning::Answer answered(const LearnInput& input, const Contrast& contrast,
                          const LearnModel& model, const learning::PriorBook& beliefs,
                          const LinearPosterior& posterior) {
  const auto answer = learning::answer_to(contrast, model.book.index(), beliefs, posterior);
  if (!answer || answer->variance < 0) input.refuse("contrasts", "ask for a column that is none");
  return *answer;
}

void write_columns(JsonWriter& out, const learning::CodeBook& book) {
  out.key("columns").begin_array();
  for (const auto& column : book.columns()) out.text(column.name);
  out.end_array();
}

std::vector<double> sds_of(const LinearPosterior& posterior) {
  std::vector<double> sds;
  for (std::size_t i = 0; i < posterior.mean.size(); ++i)
    sds.push_back(std::sqrt(posterior.variance(i)));
  return sds;
}

double share_above(double mean, double sd, double mid) {
  if (sd > 0) return normal_share((mean - mid) / sd);
  return mean > mid ? 1 : 0;
}

void write_contrast(JsonWriter& out, const Contrast& contrast, learning::Answer answer,
                    Spread spread) {
  const double sd = std::sqrt(answer.variance);
  const double predictive =
      std::sqrt(answer.variance + spread.sigma * spread.sigma + spread.person * spread.person);
  out.begin_object().key("name").text(contrast.name).key("mean").number(answer.mean);
  out.key("sd").number(sd).key("p_gt_mid").number(share_above(answer.mean, sd, contrast.mid));
  out.key("lo80").number(answer.mean - z80 * sd).key("hi80").number(answer.mean + z80 * sd);
  out.key("lo95").number(answer.mean - z95 * sd).key("hi95").number(answer.mean + z95 * sd);
  out.key("predictive_sd").number(predictive).key("predictive_p_gt_mid");
  out.number(share_above(answer.mean, predictive, contrast.mid)).end_object();
}

LinearPosterior posterior_at(const LearnModel& model,
                             const std::vector<inference::ColumnPrior>& prior, Spread spread) {
  auto posterior = inference::posterior_of(model.sums, prior, spread);
  if (!posterior) not_computable();
  return std::move(*posterior);
}

void write_sums(JsonWriter& out, const inference::LinearSums& sums) {
  const double x = 1 / sums.units.x;
  const double y = 1 / sums.units.y;
  const auto scaled = [](std::vector<double> values, double by) {
    for (double& value : values) value *= by;
    return values;
  };
  out.begin_object().key("n").integer(sums.rows).key("yy").number(sums.yy * y * y);
  write_numbers(out, "b", scaled(sums.xy, x * y));
  write_numbers(out, "S_upper", scaled(sums.xx, x * x));
  out.key("patterns").begin_object();
  for (const auto& [rows, pattern] : sums.patterns) {
    out.key(std::to_string(rows)).begin_object().key("persons").integer(pattern.persons);
    out.key("t2").number(pattern.tt * y * y);
    write_numbers(out, "b", scaled(pattern.st, x * y));
    write_numbers(out, "B_upper", scaled(pattern.ss, x * x));
    out.end_object();
  }
  out.end_object().end_object();
}

void write_sds(JsonWriter& out, std::string_view key, const std::vector<std::string>& names,
               const std::vector<double>& sds) {
  out.key(key).begin_object();
  for (std::size_t i = 0; i < names.size(); ++i) out.key(names[i]).number(sds[i]);
  out.end_object();
}

}  // namespace

void learn_posterior(const LearnInput& input, JsonWriter& out) {
  const LearnModel model(input);
  const auto beliefs = beliefs_of(input);
  const Spread spread = spread_of(input);
  const auto posterior =
      posterior_at(model, learning::priors_of(model.book.index(), beliefs), spread);
  write_columns(out, model.book);
  write_numbers(out, "mean", posterior.mean);
  write_numbers(out, "sd", sds_of(posterior));
  out.key("log_marginal_likelihood").number(posterior.log_marginal_likelihood);
  const auto contrasts = contrasts_of(input);
  if (contrasts.empty()) return;
  out.key("contrasts").begin_array();
  for (const Contrast& contrast : contrasts)
    write_contrast(out, contrast, answered(input, contrast, model, beliefs, posterior), spread);
  out.end_array();
}

void learn_federated(const LearnInput& input, JsonWriter& out) {
  LearnModel model(input);
  const auto prior = learning::priors_of(model.book.index(), beliefs_of(input));
  const Spread spread = spread_of(input);
  write_columns(out, model.book);
  inference::LinearSums all(model.book.columns().size(), model.book.units());
  out.key("sites").begin_object();
  for (const std::string& site :
       std::set<std::string>(model.table.site.begin(), model.table.site.end())) {
    const auto theirs = model.book.sums(model.table, site);
    write_sums(out.key(site), theirs);
    all += theirs;
  }
  out.end_object();
  model.sums = std::move(all);
  const auto posterior = posterior_at(model, prior, spread);
  write_numbers(out, "mean", posterior.mean);
  write_numbers(out, "sd", sds_of(posterior));
  out.key("log_marginal_likelihood").number(posterior.log_marginal_likelihood);
  // The sums are enough for every standard deviation of persons: nobody is asked again.
  out.key("same_statistics_other_person_sd").begin_array();
  for (const double person : {0.1, 0.5, 1.2}) {
    const auto other = posterior_at(model, prior, {spread.sigma, person});
    out.begin_object().key("person_sd").number(person);
    write_numbers(out, "mean", other.mean);
    out.key("log_marginal_likelihood").number(other.log_marginal_likelihood).end_object();
  }
  out.end_array();
}

void learn_reml(const LearnInput& input, JsonWriter& out) {
  const LearnModel model(input);
  const auto flat_terms = terms_of(input, "flat");
  const std::set<learning::Term> flat(flat_terms.begin(), flat_terms.end());
  const auto found = inference::estimate_variances(
      variance_model(input, "estimate", model,
                     learning::priors_of(model.book.index(), beliefs_of(input), flat), false));
  if (!found) not_computable();
  out.key("reml_criterion").number(-2 * found->objective);
  write_sds(out, "sd", input.texts("estimate"), found->sds);
  write_columns(out, model.book);
  write_numbers(out, "estimate", found->posterior.mean);
  write_numbers(out, "posterior_sd", sds_of(found->posterior));
}

void learn_eb_map(const LearnInput& input, JsonWriter& out) {
  const LearnModel model(input);
  const auto found = inference::estimate_variances(variance_model(
      input, "estimate", model, learning::priors_of(model.book.index(), beliefs_of(input)), true));
  if (!found) not_computable();
  out.key("objective").number(found->objective);
  write_sds(out, "sd", input.texts("estimate"), found->sds);
  write_columns(out, model.book);
  write_numbers(out, "mean", found->posterior.mean);
  write_numbers(out, "posterior_sd", sds_of(found->posterior));
}

void learn_integrated(const LearnInput& input, JsonWriter& out) {
  const LearnModel model(input);
  const auto beliefs = beliefs_of(input);
  const auto averaged = inference::average_over_variances(variance_model(
      input, "integrate", model, learning::priors_of(model.book.index(), beliefs), true));
  if (!averaged) not_computable();
  const std::size_t size = model.book.columns().size();
  const auto names = input.texts("integrate");
  std::vector<double> mean(size, 0), square(size, 0), sds(names.size(), 0);
  for (const auto& point : averaged->points) {
    for (std::size_t i = 0; i < size; ++i) {
      const double at = point.posterior.mean[i];
      mean[i] += point.share * at;
      square[i] += point.share * (point.posterior.variance(i) + at * at);
    }
    for (std::size_t i = 0; i < sds.size(); ++i) sds[i] += point.share * point.sds[i];
  }
  for (std::size_t i = 0; i < size; ++i) square[i] = std::sqrt(square[i] - mean[i] * mean[i]);
  write_columns(out, model.book);
  write_numbers(out, "mean", mean);
  write_numbers(out, "sd", square);
  out.key("log_evidence").number(averaged->log_evidence);
  write_sds(out, "mean_of_sd", names, sds);
  out.key("contrasts").begin_array();
  for (const Contrast& contrast : contrasts_of(input)) {
    double middle = 0, second = 0, above = 0;
    for (const auto& point : averaged->points) {
      const auto answer = answered(input, contrast, model, beliefs, point.posterior);
      middle += point.share * answer.mean;
      second += point.share * (answer.variance + answer.mean * answer.mean);
      above += point.share * share_above(answer.mean, std::sqrt(answer.variance), contrast.mid);
    }
    out.begin_object().key("name").text(contrast.name).key("mean").number(middle);
    out.key("sd").number(std::sqrt(second - middle * middle)).key("p_gt_mid").number(above);
    out.end_object();
  }
  out.end_array();
}

}  // namespace alongside::batch
