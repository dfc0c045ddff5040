// SPDX-License-Identifier: Apache-2.0
// Two questions to one posterior, never mixed: what an action adds, and what people who chose it
// saw.
#include "learning/option_reading.h"

#include <algorithm>
#include <cmath>

#include "foundation/statistics/distribution.h"
#include "learning/ranking.h"

namespace alongside::learning {
namespace {

constexpr double z80 = 1.2815515655446004;
constexpr int lowest_level = -2;
constexpr double attained_from = -0.5;  // Level 0, with half a level of continuity.

using Coefficients = std::vector<std::pair<std::string, double>>;

/// Levels are coded as steps from -1, where most begin.
constexpr std::string_view start_variable = "start";

/// mu + x + chosen + aim + k + kx + bias + site + ksite, as somebody like this has them.
Coefficients seen_by_people_like(const Release& release, const OptionAsked& asked) {
  const double start = asked.start + 1;
  Coefficients sum = {{"mu", 1}, {"chosen", 1}, {"aim:" + asked.aim, 1}, {"site:" + asked.site, 1}};
  const bool starts = release.columns.find("x:" + std::string(start_variable)).has_value();
  if (starts) sum.emplace_back("x:start", start);
  if (asked.action == release.reference) return sum;
  sum.emplace_back("k:" + asked.action, 1);
  sum.emplace_back("bias:" + asked.action, 1);
  sum.emplace_back("ksite:" + asked.action + ":" + asked.site, 1);
  if (starts) sum.emplace_back("kx:" + asked.action + ":start", start);
  return sum;
}

/// As sure as the mean is, and as wide as people are.
LikelyShare share_of(const Answer& change, double cut, double spread) {
  const auto share = [&](double mean, double sd) {
    return statistics::normal_share((mean - cut) / sd);
  };
  const double sd = std::sqrt(change.variance);
  return {share(change.mean, std::hypot(sd, spread)), share(change.mean - z80 * sd, spread),
          share(change.mean + z80 * sd, spread)};
}

LikelyShare the_rest_of(const LikelyShare& of) { return {1 - of.share, 1 - of.high, 1 - of.low}; }

bool enough(const Release& release, const OptionReading& reading, const Answer& change) {
  // A kind of aim that no row had is not one like this.
  if (!reading.asked.aim.empty() && !release.has_aim(reading.asked.aim)) return false;
  if (reading.asked.action != release.reference)
    return reading.adds.verdict.status >= Status::early;
  return reading.adds.standing.persons_reference >= judged::persons_early &&
         2 * z80 * std::sqrt(change.variance) <= judged::width_most;
}

bool in_conflict(const OptionReading& reading) {
  const auto& flags = reading.adds.verdict.flags;
  return std::ranges::find(flags, Flag::conflict) != flags.end();
}

/// Where research says otherwise, what the network saw stands without it: the action's prior N(m,
/// s²) is taken back from the posterior and N(0, s0²) put in its place, d = 1/s0² - 1/s²; for a sum
/// c with covariance v to the action's effect k, the mean moves by -v (d k + m/s²)/(1 + d V_k) and
/// the variance by -v² d/(1 + d V_k) (Sherman & Morrison 1950).
void without_science(Answer& change, const Release& release, const OptionAsked& asked) {
  const Belief science = release.beliefs().of(Term::k, asked.action);
  const auto answer = [&](const Coefficients& sum) {
    return answer_to({"", sum, 0, 0}, release.columns, release.beliefs(), release.posterior)
        .value();
  };
  const std::string column = "k:" + asked.action;
  Coefficients with = seen_by_people_like(release, asked);
  const Answer effect = answer({{column, 1}});
  for (auto& [name, by] : with)
    if (name == column) by += 1;
  const double shared = (answer(with).variance - change.variance - effect.variance) / 2;
  const double d = 1 / (judged::action_sd * judged::action_sd) - 1 / (science.sd * science.sd);
  const double rest = 1 + d * effect.variance;
  change.mean -= shared * (d * effect.mean + science.mean / (science.sd * science.sd)) / rest;
  change.variance -= shared * shared * d / rest;
}

/// That more of those who chose it get there than of those who carry on, both as they are shown.
double chance_of_more(const Release& release, const OptionAsked& asked) {
  Coefficients difference;
  for (const auto& [name, by] : seen_by_people_like(release, asked))
    if (name != "mu" && name != "chosen" && name != "x:start" && !name.starts_with("aim:") &&
        !name.starts_with("site:"))
      difference.emplace_back(name, by);
  const Answer apart =
      answer_to({"", difference, 0, 0}, release.columns, release.beliefs(), release.posterior)
          .value();
  return statistics::normal_share(apart.mean / std::sqrt(apart.variance));
}

void weigh_own(OptionReading& reading) {
  const ActionReading& adds = reading.adds;
  reading.weights = evidence_weights(
      {adds.before.mean, adds.before.sd, adds.mean, (adds.high80 - adds.low80) / (2 * z80),
       judged::between_person_sd, reading.asked.own->mean, reading.asked.own->sd});
}

}  // namespace

OptionReading read_option(const Release& release, const OptionAsked& asked) {
  OptionReading reading;
  reading.asked = asked;
  const bool reference = asked.action == release.reference;
  if (reference) {
    const Crowd crowd = release.crowd_of(asked.action);
    reading.adds.action = asked.action;
    reading.adds.standing.persons = reading.adds.standing.persons_reference = crowd.persons;
    reading.adds.standing.sites = crowd.sites;
    reading.adds.standing.completeness = crowd.completeness();
  } else {
    reading.adds = read_action(release, asked.action);
  }
  Answer change = answer_to({"", seen_by_people_like(release, asked), 0, 0}, release.columns,
                            release.beliefs(), release.posterior)
                      .value();
  if (!reference && in_conflict(reading)) without_science(change, release, asked);
  const double spread = release.spread();
  reading.level = {asked.start + change.mean, std::hypot(std::sqrt(change.variance), spread)};
  if (enough(release, reading, change)) {
    reading.attained = share_of(change, attained_from - asked.start, spread);
    // Nobody is further away than the lowest level.
    if (asked.start > lowest_level)
      reading.further_away = the_rest_of(share_of(change, -0.5, spread));
  }
  reading.weights = reading.adds.weights;
  if (reference) return reading;
  const bool said =
      reading.attained && reading.adds.verdict.claim >= Claim::compared && !in_conflict(reading);
  const double more = said ? chance_of_more(release, asked) : 0.5;
  reading.likely_more = more > judged::likely;
  reading.likely_less = 1 - more > judged::likely;
  if (asked.own) {
    weigh_own(reading);
    const double own_more = statistics::normal_share(asked.own->mean / asked.own->sd);
    reading.own_says_otherwise = (reading.likely_more && 1 - own_more > judged::likely) ||
                                 (reading.likely_less && own_more > judged::likely);
  }
  return reading;
}

std::vector<std::vector<std::string>> told_apart(const Release& release,
                                                 const std::vector<OptionReading>& readings) {
  Options options;
  std::vector<std::string> columns;
  for (const OptionReading& reading : readings) {
    if (!reading.attained) continue;
    const bool reference = reading.asked.action == release.reference;
    options.names.push_back(reading.asked.action);
    options.mean.push_back(reference ? 0 : reading.adds.mean);
    columns.push_back(reference ? std::string() : "k:" + reading.asked.action);
  }
  const PriorBook beliefs = release.beliefs();
  const auto covariance = [&](const std::string& one, const std::string& other) {
    if (one.empty() || other.empty()) return 0.0;
    const auto variance = [&](const Coefficients& sum) {
      return answer_to({"", sum, 0, 0}, release.columns, beliefs, release.posterior)->variance;
    };
    const double alone = variance({{one, 1}});
    if (one == other) return alone;
    return (variance({{one, 1}, {other, 1}}) - alone - variance({{other, 1}})) / 2;
  };
  for (const std::string& one : columns) {
    options.covariance.emplace_back();
    for (const std::string& other : columns)
      options.covariance.back().push_back(covariance(one, other));
  }
  options.minutes_per_week.assign(options.names.size(), 0);
  options.group_threshold = judged::told_apart;
  return options.names.empty() ? std::vector<std::vector<std::string>>() : ranked(options).groups;
}

}  // namespace alongside::learning
