// SPDX-License-Identifier: Apache-2.0
// Beliefs, questions, and the two things that make an answer honest: the engine finds what was put
// in (simulation-based calibration), and choice never makes it surer than choice can.
#include "learning/priors.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdlib>

#include "learning/made_up.h"

namespace alongside::learning {
namespace {

using testing::add_row;
using testing::usual_beliefs;

/// More of the same by ALONGSIDE_LONG=1, as tests/long says.
std::size_t runs(std::size_t usual, std::size_t many) {
  return std::getenv("ALONGSIDE_LONG") != nullptr ? many : usual;
}

/// Draws effects from the beliefs and outcomes from the effects; answers the rank of the truth
/// among its posterior, as a share.
struct Calibration {
  SeededRandomness chance;
  PriorBook beliefs = usual_beliefs();

  double normal(double sd) { return sd * statistics::normal_deviate(chance); }

  std::vector<double> shares() {
    const double mu = normal(1), chosen = normal(0.5);
    double k[3], bias[3], site[3];
    for (int i = 0; i < 3; ++i) {
      k[i] = normal(0.35);
      bias[i] = normal(0.2);
      site[i] = normal(0.2);
    }
    OutcomeTable table;
    for (std::size_t person = 0; person < 40; ++person) {
      const auto at = chance.below(3);
      const double level = normal(0.5);
      for (std::size_t row = 0; row < 1 + chance.below(3); ++row) {
        const auto action = chance.below(4);
        const bool own = chance.below(3) > 0;
        double y = mu + site[at] + level + normal(0.9) + (own ? chosen : 0);
        if (action > 0) y += k[action - 1] + (own ? bias[action - 1] : 0);
        add_row(table, "s" + std::to_string(at), person, "aim",
                action == 0 ? "usual" : "a" + std::to_string(action),
                own ? Design::chosen : Design::randomised, y);
      }
    }
    const CodeBook book(table, "usual", {Term::mu, Term::chosen, Term::k, Term::bias, Term::site});
    const auto posterior =
        inference::posterior_of(book.sums(table), priors_of(book.index(), beliefs), {0.9, 0.5})
            .value();
    std::vector<double> found;
    for (const auto& [name, truth] :
         {std::pair{"mu", mu}, {"k:a1", k[0]}, {"bias:a2", bias[1]}, {"chosen", chosen}})
      if (const auto answer = answer_to({"", {{name, 1}}, 0, 0}, book.index(), beliefs, posterior))
        found.push_back(
            statistics::normal_share((truth - answer->mean) / std::sqrt(answer->variance)));
    return found;
  }
};

/// Section 1 of research/learning.md, row 2: a hidden prognosis drives both choice and outcome.
Answer adds(std::size_t people, double randomised, bool with_bias, std::uint64_t seed) {
  SeededRandomness chance(seed);
  OutcomeTable table;
  for (std::size_t person = 0; person < people; ++person) {
    const double prognosis = statistics::normal_deviate(chance);
    const bool drawn = static_cast<double>(chance.below(1000)) < 1000 * randomised;
    const double lean = prognosis + statistics::normal_deviate(chance);
    const bool walks = drawn ? chance.below(2) == 0 : lean > 0;
    add_row(table, "s", person, "aim", walks ? "walk" : "usual",
            drawn ? Design::randomised : Design::chosen,
            0.2 * prognosis + (walks ? 0.3 : 0) + 0.9 * statistics::normal_deviate(chance));
  }
  std::vector<Term> terms = {Term::mu, Term::k};
  if (with_bias) terms.insert(terms.end(), {Term::chosen, Term::bias});
  const CodeBook book(table, "usual", terms);
  const PriorBook beliefs = usual_beliefs();
  const auto posterior =
      inference::posterior_of(book.sums(table), priors_of(book.index(), beliefs), {0.9, 0.1})
          .value();
  return answer_to({"", {{"k:walk", 1}}, 0, 0}, book.index(), beliefs, posterior).value();
}

}  // namespace

TEST(Priors, truth_lies_evenly_among_its_posteriors) {
  // Talts et al. 2018; ten bins, chi-squared below its 0.999 quantile.
  Calibration calibration{SeededRandomness(20'260'701)};
  std::array<double, 10> bins{};
  double count = 0;
  for (std::size_t run = 0; run < runs(500, 20'000); ++run)
    for (const double share : calibration.shares()) {
      bins[std::min<std::size_t>(9, static_cast<std::size_t>(share * 10))] += 1;
      count += 1;
    }
  double chi = 0;
  for (const double bin : bins) chi += (bin - count / 10) * (bin - count / 10) / (count / 10);
  EXPECT_LT(chi, statistics::chi_squared_quantile(0.999, 9));
}

TEST(Priors, without_a_draw_no_number_of_people_makes_choice_sure) {
  const std::size_t people = 20'000;
  const Answer naive = adds(people, 0, false, 1);
  EXPECT_LT(std::sqrt(naive.variance), 0.02);  // Sure, and of the wrong number.
  EXPECT_GT(naive.mean - 0.3, 5 * std::sqrt(naive.variance));
  const Answer honest = adds(people, 0, true, 1);
  EXPECT_GE(std::sqrt(honest.variance), 0.15);
  const Answer drawn = adds(people, 0.2, true, 1);
  EXPECT_LT(std::sqrt(drawn.variance), 0.06);
  EXPECT_NEAR(drawn.mean, 0.3, 4 * std::sqrt(drawn.variance));
}

TEST(Priors, an_action_may_have_its_own_from_science) {
  PriorBook beliefs = usual_beliefs();
  beliefs.by_action["walk"] = {0.4, 0.1};
  EXPECT_EQ(beliefs.of(Term::k, "walk").mean, 0.4);
  EXPECT_EQ(beliefs.of(Term::k, "swim").sd, 0.35);
  EXPECT_EQ(beliefs.of(Term::bias, "walk").sd, 0.2);
}

}  // namespace alongside::learning
