// SPDX-License-Identifier: Apache-2.0
// One person's days, orders and goals.
#include "doors/batch/learn_person.h"

#include <algorithm>
#include <cmath>

#include "doors/batch/learn_output.h"
#include "foundation/inference/arrangements.h"
#include "foundation/inference/nonoverlap.h"
#include "foundation/inference/phases.h"
#include "improvement/attainment.h"

namespace alongside::batch {
namespace {

inference::PhaseSeries series_of(const LearnInput& input, bool may_be_empty = false) {
  inference::PhaseSeries series{input.numbers("time"), input.numbers("y"), input.numbers("phase")};
  same_lengths(input, "time", series.time.size(), series.y.size());
  same_lengths(input, "phase", series.phase.size(), series.y.size());
  if (series.y.empty() && !may_be_empty) input.refuse("y", "has no values");
  for (std::size_t i = 1; i < series.time.size(); ++i)
    if (!(series.time[i] > series.time[i - 1])) input.refuse("time", "does not rise");
  for (const double phase : series.phase)
    if (phase != 0 && phase != 1) input.refuse("phase", "is 0 for A or 1 for B");
  return series;
}

template <class Write>
void each_item(const LearnInput& input, JsonWriter& out, Write write) {
  out.key("items").begin_array();
  for (const LearnInput& item : input.objects("items")) {
    out.begin_object();
    write(item);
    out.end_object();
  }
  out.end_array();
}

void write_if(JsonWriter& out, std::string_view key, const std::optional<double>& value) {
  out.key(key);
  if (value)
    out.number(*value);
  else
    out.null();
}

std::vector<bool> in_b(const LearnInput& input) {
  std::vector<bool> found;
  for (const double phase : input.numbers("phase")) {
    if (phase != 0 && phase != 1) input.refuse("phase", "is 0 for A or 1 for B");
    found.push_back(phase == 1);
  }
  return found;
}

inference::TrialDesign design_of(const LearnInput& input) {
  using Kind = inference::TrialDesign::Kind;
  const std::string name = input.text("design");
  inference::TrialDesign design;
  const auto days = [&](std::string_view member) {
    return static_cast<std::size_t>(input.whole(member, 1, 100'000));
  };
  if (name == "AB_start") {
    design.kind = Kind::ab_start;
    design.first_b_min = days("first_B_min");
    design.first_b_max = days("first_B_max");
  } else if (name == "blocks") {
    design.kind = Kind::blocks;
    design.block_length = days("block_length");
  } else if (name == "alternating_fixed_n") {
    design.kind = Kind::alternating_fixed_n;
  } else if (name == "alternating_max_run") {
    design.kind = Kind::alternating_max_run;
    design.max_run = days("max_run");
  } else {
    input.refuse("design", "is not known");
  }
  return design;
}

struct Goal {
  double weight = 1;
  int baseline = 0, attained = 0;
};

std::vector<Goal> goals_of(const LearnInput& item) {
  std::vector<Goal> goals;
  bool any = false;
  for (const LearnInput& from : item.objects("goals")) {
    Goal goal;
    goal.weight = from.number_or("importance", 1) * from.number_or("difficulty", 1);
    goal.baseline = static_cast<int>(from.whole("baseline", -2, 2));
    goal.attained = static_cast<int>(from.whole("attained", -2, 2));
    if (goal.weight < 0) from.refuse("importance", "times difficulty is below zero");
    any = any || goal.weight > 0;
    goals.push_back(goal);
  }
  if (goals.empty()) item.refuse("goals", "has no goal");
  if (!any)
    for (Goal& goal : goals) goal.weight = 1;
  return goals;
}

}  // namespace

void learn_phases(const LearnInput& input, JsonWriter& out) {
  const auto series = series_of(input);
  const bool trend = input.flag_or("trend", false);
  const std::string method = input.text_or("method", "REML");
  const std::string correlation = input.text_or("correlation", "AR1");
  if (method != "REML" && method != "ML") input.refuse("method", "is REML or ML");
  if (correlation != "AR1" && correlation != "CAR1") input.refuse("correlation", "is AR1 or CAR1");
  if (correlation == "AR1")
    for (const double time : series.time)
      if (time != std::rint(time)) input.refuse("time", "has a part of a day; use CAR1");
  const auto fit = inference::fit_phases(
      series, trend, correlation == "AR1" ? inference::DayToDay::ar1 : inference::DayToDay::car1,
      method == "REML" ? inference::Likelihood::restricted : inference::Likelihood::maximum);
  if (!fit) throw LearnFault{"not_computable", "Both phases and more days are needed."};
  constexpr std::string_view names[] = {"level_A", "effect_B", "trend"};
  const auto named = [&](std::string_view key, const std::vector<double>& values) {
    out.key(key).begin_object();
    for (std::size_t i = 0; i < values.size(); ++i) out.key(names[i]).number(values[i]);
    out.end_object();
  };
  out.key("phi").number(fit->phi).key("sigma").number(fit->sigma);
  named("coef", fit->coefficient);
  named("se", fit->se);
  out.key("loglik").number(fit->log_likelihood);
}

void learn_phase_posterior(const LearnInput& input, JsonWriter& out) {
  const LearnInput level = input.object("level_prior");
  const LearnInput effect = input.object("effect_prior");
  const inference::PhasePrior prior{level.number("mean"), level.positive("sd"),
                                    effect.number("mean"), effect.positive("sd"),
                                    input.positive("sigma_half_normal_scale")};
  const double mid = input.number_or("mid", 0);
  const auto posterior = inference::phase_posterior(series_of(input), prior);
  out.key("effect_mean").number(posterior.effect.mean());
  out.key("effect_sd").number(posterior.effect.sd());
  out.key("p_gt_mid").number(1 - posterior.effect.below(mid));
  out.key("q05").number(posterior.effect.quantile(0.05));
  out.key("q50").number(posterior.effect.quantile(0.5));
  out.key("q95").number(posterior.effect.quantile(0.95));
  out.key("phi_mean").number(posterior.phi_mean).key("sigma_mean").number(posterior.sigma_mean);
  out.key("log_evidence").number(posterior.log_evidence);
}

void learn_nonoverlap(const LearnInput& input, JsonWriter& out) {
  each_item(input, out, [&](const LearnInput& item) {
    const auto a = item.numbers("A");
    const auto b = item.numbers("B");
    if (a.empty()) item.refuse("A", "has no values");
    if (b.empty()) item.refuse("B", "has no values");
    const std::string better = item.text_or("improvement", "increase");
    if (better != "increase" && better != "decrease")
      item.refuse("improvement", "is increase or decrease");
    const auto found = inference::nonoverlap(
        a, b,
        better == "increase" ? inference::Direction::increase : inference::Direction::decrease);
    out.key("n_A").integer(static_cast<std::int64_t>(a.size()));
    out.key("n_B").integer(static_cast<std::int64_t>(b.size()));
    out.key("NAP").number(found.nap).key("Tau").number(found.tau);
    out.key("S_AB").number(found.s_ab).key("S_A_trend").number(found.s_trend);
    out.key("Tau_U").number(found.tau_u).key("PND").number(found.pnd);
    out.key("PEM").number(found.pem).key("theil_sen_slope").number(found.slope);
    out.key("Tau_BC").number(found.tau_corrected);
    write_if(out, "NAP_se", found.nap_se);
    write_if(out, "NAP_ci95_lo", found.nap_low95);
    write_if(out, "NAP_ci95_hi", found.nap_high95);
  });
}

void learn_randomisation(const LearnInput& input, JsonWriter& out) {
  each_item(input, out, [&](const LearnInput& item) {
    const auto test = inference::randomisation_test(item.numbers("y"), in_b(item), design_of(item));
    if (!test)
      item.refuse("phase", "is no order that this design could draw, or there are too many");
    out.key("statistic").number(test->statistic).key("arrangements").integer(test->arrangements);
    out.key("n_ge").integer(test->as_high).key("n_abs_ge").integer(test->as_far);
    out.key("p_one_sided").number(test->one_sided()).key("p_two_sided").number(test->two_sided());
    out.key("smallest_possible_p").number(test->smallest_possible());
  });
}

void learn_goal_attainment(const LearnInput& input, JsonWriter& out) {
  each_item(input, out, [&](const LearnInput& item) {
    const auto goals = goals_of(item);
    const double rho = item.number_or("rho", goal_correlation);
    if (!(rho >= 0 && rho <= 1)) item.refuse("rho", "lies between 0 and 1");
    const auto score = [&](auto level_of) {
      std::vector<GoalLevel> levels;
      for (const Goal& goal : goals) levels.push_back({level_of(goal), goal.weight});
      return goal_attainment_score(levels, rho).value_or(50);
    };
    const double before = score([](const Goal& goal) { return goal.baseline; });
    const double after = score([](const Goal& goal) { return goal.attained; });
    double change = 0;
    for (const Goal& goal : goals)
      change += (goal.attained - goal.baseline) / static_cast<double>(goals.size());
    out.key("T_baseline").number(before).key("T_attained").number(after);
    out.key("T_change").number(after - before).key("mean_level_change").number(change);
    out.key("goals_attained").integer(std::ranges::count_if(goals, [](const Goal& goal) {
      return goal.attained >= 0;
    }));
    out.key("goals").integer(static_cast<std::int64_t>(goals.size()));
    out.key("overall_attained").boolean(after >= 50 - 1e-9);
    out.key("T_floor").number(score([](const Goal&) { return -2; }));
    out.key("T_ceiling").number(score([](const Goal&) { return 2; }));
  });
}

}  // namespace alongside::batch
