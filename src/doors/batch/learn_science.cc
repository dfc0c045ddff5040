// SPDX-License-Identifier: Apache-2.0
// Studies, priors and weights.
#include "doors/batch/learn_science.h"

#include <array>
#include <cmath>
#include <map>

#include "doors/batch/learn_output.h"
#include "foundation/inference/meta_analysis.h"
#include "learning/science_prior.h"

namespace alongside::batch {
namespace {

struct Studies {
  std::vector<double> effects, variances;
};

Studies studies_of(const LearnInput& input, std::string_view effects, std::string_view variances) {
  Studies all{input.numbers(effects), input.numbers(variances)};
  if (all.effects.empty()) input.refuse(effects, "has no study");
  same_lengths(input, variances, all.variances.size(), all.effects.size());
  for (const double v : all.variances)
    if (!(v > 0)) input.refuse(variances, "is not above zero");
  return all;
}

inference::Heterogeneity method_of(const LearnInput& input) {
  using inference::Heterogeneity;
  const std::string name = input.text_or("method", "REML");
  if (name == "REML") return Heterogeneity::reml;
  if (name == "DL") return Heterogeneity::dersimonian_laird;
  if (name == "PM") return Heterogeneity::paule_mandel;
  if (name != "common") input.refuse("method", "is common, DL, PM or REML");
  return Heterogeneity::common;
}

/// The place of a word in a list; refused when it is none of them.
template <class Enum, std::size_t size>
Enum one_of(const LearnInput& input, std::string_view name,
            const std::array<std::string_view, size>& words) {
  const std::string word = input.text(name);
  for (std::size_t i = 0; i < size; ++i)
    if (words[i] == word) return static_cast<Enum>(i);
  input.refuse(name, "is a word that is not known");
}

learning::Judgement judgement_of(const LearnInput& item) {
  learning::Judgement judgement;
  if (item.has("risk_of_bias"))
    judgement.risk_of_bias = one_of<learning::Risk>(
        item, "risk_of_bias", std::to_array<std::string_view>({"low", "some", "high"}));
  if (item.has("publication_bias"))
    judgement.publication_bias = one_of<learning::PublicationBias>(
        item, "publication_bias", std::to_array<std::string_view>({"undetected", "suspected"}));
  // Only the robust weight needs it where the domains are told.
  const bool domains = judgement.risk_of_bias || judgement.publication_bias;
  if (item.has("certainty") || !domains)
    judgement.certainty = one_of<learning::Certainty>(
        item, "certainty",
        std::to_array<std::string_view>({"high", "moderate", "low", "very_low"}));
  if (item.has("indirectness"))
    judgement.indirectness = one_of<learning::Indirectness>(
        item, "indirectness",
        std::to_array<std::string_view>({"none", "some", "serious", "very_serious"}));
  judgement.tau = item.number_or("tau", judgement.tau);
  if (judgement.tau < 0) item.refuse("tau", "is below zero");
  return judgement;
}

learning::Group group_of(const LearnInput& item, const std::string& number) {
  const learning::Group group{item.number("m" + number), item.positive("sd" + number),
                              item.number("n" + number)};
  if (group.n < 2) item.refuse("n" + number, "is below 2");
  return group;
}

learning::PublishedEffect effect_of(const LearnInput& item) {
  const std::string type = item.text("type");
  if (type == "two_group")
    return learning::from_two_groups(group_of(item, "1"), group_of(item, "2"));
  const double level = item.number_or("level", 0.95);
  if (!(level > 0 && level < 1)) item.refuse("level", "lies between 0 and 1");
  if (type == "or")
    return learning::from_odds_ratio(item.positive("est"), item.positive("ci_low"),
                                     item.positive("ci_high"), level);
  const double estimate = item.number("est");
  const double low = item.number("ci_low");
  const double high = item.number("ci_high");
  if (!(low <= high)) item.refuse("ci_low", "lies above ci_high");
  if (type == "md")
    return learning::from_mean_difference(estimate, low, high, item.positive("sd_ref"), level);
  if (type != "smd") item.refuse("type", "is smd, or, md or two_group");
  return learning::standardised(estimate, low, high, level);
}

void write_above(JsonWriter& out, const LearnInput& item, const inference::NormalMixture& effect) {
  if (item.has("mid")) out.key("p_gt_mid").number(1 - effect.below(item.number("mid")));
}

}  // namespace

void learn_meta(const LearnInput& input, JsonWriter& out) {
  const Studies studies = studies_of(input, "yi", "vi");
  const inference::MetaOptions options{method_of(input), input.flag_or("hartung_knapp", false)};
  if (options.hartung_knapp && studies.effects.size() < 2)
    input.refuse("yi", "has one study; Hartung-Knapp needs two");
  const auto found = inference::meta_analysis(studies.effects, studies.variances, options);
  out.key("k").integer(static_cast<std::int64_t>(studies.effects.size()));
  out.key("mu").number(found.mean).key("se").number(found.se);
  out.key("ci95_lo").number(found.low95).key("ci95_hi").number(found.high95);
  out.key("tau2").number(found.tau2).key("Q").number(found.q).key("Q_p").number(found.q_tail);
  out.key("I2_percent").number(found.i2_percent);
  out.key("loglik").number(found.log_likelihood);
  out.key("pi95_lo").number(found.predicted_low95).key("pi95_hi").number(found.predicted_high95);
  write_numbers(out, "blup", found.shrunken);
}

void learn_meta_posterior(const LearnInput& input, JsonWriter& out) {
  const Studies studies = studies_of(input, "yi", "vi");
  const LearnInput prior = input.object("mu_prior");
  const auto found =
      inference::meta_posterior(studies.effects, studies.variances, prior.number("mean"),
                                prior.positive("sd"), input.positive("tau_half_normal_scale"));
  out.key("mu_mean").number(found.mean).key("mu_sd").number(found.sd);
  out.key("tau_mean").number(found.tau_mean);
  out.key("new_setting_mean").number(found.new_setting.mean());
  out.key("new_setting_sd").number(found.new_setting.sd());
  out.key("new_setting_quantiles").begin_object();
  out.key("q025").number(found.new_setting.quantile(0.025));
  out.key("q50").number(found.new_setting.quantile(0.5));
  out.key("q975").number(found.new_setting.quantile(0.975)).end_object();
  out.key("log_evidence").number(found.log_evidence);
}

void learn_tau_grid(const LearnInput& input, JsonWriter& out) {
  const Studies all = studies_of(input, "effect", "variance");
  const auto site = input.texts("site");
  same_lengths(input, "site", site.size(), all.effects.size());
  const auto grid = input.numbers("grid");
  if (grid.empty()) input.refuse("grid", "has no value");
  std::map<std::string, Studies> sites;
  for (std::size_t i = 0; i < site.size(); ++i) {
    sites[site[i]].effects.push_back(all.effects[i]);
    sites[site[i]].variances.push_back(all.variances[i]);
  }
  std::vector<inference::HeterogeneitySums> together(grid.size());
  out.key("site_statistics").begin_object();
  for (const auto& [name, theirs] : sites) {
    out.key(name).begin_array();
    for (std::size_t g = 0; g < grid.size(); ++g) {
      const auto sums = inference::heterogeneity_sums(theirs.effects, theirs.variances, grid[g]);
      out.begin_object().key("w").number(sums.w).key("wd").number(sums.wd);
      out.key("wd2").number(sums.wd2).key("logw").number(sums.log_w).key("n").number(sums.n);
      out.end_object();
      together[g] += sums;
    }
    out.end_array();
  }
  out.end_object();
  std::vector<double> likelihood;
  std::size_t best = 0;
  for (std::size_t g = 0; g < grid.size(); ++g) {
    likelihood.push_back(inference::restricted_log_likelihood(together[g]));
    if (likelihood[g] > likelihood[best]) best = g;
  }
  write_numbers(out, "restricted_loglik", likelihood);
  out.key("best_grid_index0").integer(static_cast<std::int64_t>(best));
  out.key("mu_at_best").number(together[best].wd / together[best].w);
}

void learn_science_prior(const LearnInput& input, JsonWriter& out) {
  out.key("items").begin_array();
  for (const LearnInput& item : input.objects("items")) {
    const auto effect = effect_of(item);
    const bool higher = item.flag_or("higher_is_better", true);
    const auto prior = learning::science_prior(effect, judgement_of(item), higher);
    out.begin_object().key("estimate").number(prior.mean).key("se").number(effect.se);
    out.key("prior_mean").number(prior.mean).key("prior_sd").number(prior.sd);
    out.key("robust_weight");
    item.has("certainty") ? out.number(prior.robust_weight) : out.null();
    out.end_object();
  }
  out.end_array();
}

void learn_robust_mixture(const LearnInput& input, JsonWriter& out) {
  out.key("items").begin_array();
  for (const LearnInput& item : input.objects("items")) {
    learning::RobustQuestion asked;
    asked.science_mean = item.number("sci_mean");
    asked.science_sd = item.positive("sci_sd");
    asked.network_mean = item.number("cavity_mean");
    asked.network_variance = item.positive("cavity_var");
    asked.vague_weight = item.number("robust_weight");
    if (!(asked.vague_weight >= 0 && asked.vague_weight <= 1))
      item.refuse("robust_weight", "lies between 0 and 1");
    asked.vague_mean = item.number_or("vague_mean", asked.vague_mean);
    if (item.has("vague_sd")) asked.vague_sd = item.positive("vague_sd");
    const auto answer = learning::robust_answer(asked);
    out.begin_object().key("conflict_z").number(answer.conflict_z);
    out.key("conflict_p").number(answer.conflict_p);
    out.key("vague_weight_posterior").number(answer.vague_weight);
    out.key("mean").number(answer.effect.mean()).key("sd").number(answer.effect.sd());
    write_above(out, item, answer.effect);
    out.key("q10").number(answer.effect.quantile(0.1));
    out.key("q90").number(answer.effect.quantile(0.9)).end_object();
  }
  out.end_array();
}

void learn_evidence_weights(const LearnInput& input, JsonWriter& out) {
  out.key("items").begin_array();
  for (const LearnInput& item : input.objects("items")) {
    learning::WeightsQuestion asked;
    asked.science_mean = item.number("sci_mean");
    asked.science_sd = item.positive("sci_sd");
    asked.network_mean = item.number("net_posterior_mean");
    asked.network_sd = item.positive("net_posterior_sd");
    if (asked.network_sd > asked.science_sd * (1 + 1e-12))
      item.refuse("net_posterior_sd", "is above sci_sd, though it holds the science");
    asked.between_person_sd = item.number_or("between_person_sd", asked.between_person_sd);
    asked.own_mean = item.number_if("own_mean");
    if (asked.own_mean) asked.own_sd = item.positive("own_sd");
    const auto found = learning::evidence_weights(asked);
    const auto write_if = [&](std::string_view key, const std::optional<double>& value) {
      out.key(key);
      value ? out.number(*value) : out.null();
    };
    out.begin_object();
    write_if("cavity_mean", found.network_alone_mean);
    write_if("cavity_var", found.network_alone_variance);
    out.key("weights").begin_object().key("science").number(found.science);
    out.key("network").number(found.network).key("own").number(found.own).end_object();
    out.key("shown_percent").begin_object().key("science").integer(found.percent[0]);
    out.key("network").integer(found.percent[1]).key("own").integer(found.percent[2]).end_object();
    out.key("mean").number(found.mean).key("sd").number(found.sd);
    write_above(out, item, {{{1, found.mean, found.sd}}});
    out.end_object();
  }
  out.end_array();
}

}  // namespace alongside::batch
