// SPDX-License-Identifier: Apache-2.0
// What nobody measured and somebody had to choose: every judgement of the engine, once, on one
// page, and printed with every answer. Reasons: docs/statistics/learning.md.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::learning {

namespace judged {

// Standard deviations of what is believed before any row, in levels or reference sds.
inline constexpr double mu_sd = 1, circumstance_sd = 0.5, chosen_sd = 0.5, aim_sd = 0.3,
                        action_sd = 0.35, interaction_sd = 0.15, bias_sd = 0.2, period_sd = 0.15,
                        site_sd = 0.2, action_site_sd = 0.2, person_sd = 0.5, row_sd = 1,
                        between_person_sd = 0.3;
// Of published science: low, some, high; undetected, suspected; high … very low; none … very
// serious.
inline constexpr double risk_of_bias_sd[] = {0, 0.10, 0.20};
inline constexpr double publication_bias_sd[] = {0, 0.10};
inline constexpr double certainty_sd[] = {0.05, 0.12, 0.22, 0.35};
inline constexpr double indirectness_sd[] = {0, 0.10, 0.20, 0.35};
inline constexpr double vague_weight[] = {0.1, 0.2, 0.3, 0.5};
inline constexpr double vague_sd = 0.5;
/// Between settings, where nobody reported it (Rhodes, Turner & Higgins 2015).
inline constexpr double tau = 0.18;
/// Of 100 who carry on, for whom it goes well, where nobody counted them.
inline constexpr double well_anyway = 0.33;

// When something may be said; distinct persons.
inline constexpr double persons_early = 10, persons_established = 50, persons_compared = 10,
                        randomised_tested = 20, sites_enough = 3, completeness_enough = 0.7,
                        conflict_below = 0.05, width_most = 1, information_least = 0.5;
inline constexpr double worthwhile = 0.2;  ///< of what an action adds
inline constexpr double likely = 0.9;      ///< before a direction is said in words
inline constexpr double told_apart = 0.8;  ///< P(one better than another)

// One person's own trial. How far people differ on a number from 0 to 10 (a reference sd; half of
// it is the point that people notice).
inline constexpr double number_sd = 2;
inline constexpr std::size_t trial_days_least = 5;
inline constexpr std::size_t trial_turns_least = 3;  ///< A B A B: each tried twice
inline constexpr double trial_width_most = 1;        ///< sds
/// Norman, Sloan & Wyrwich 2003.
inline constexpr double own_worthwhile_sds = 0.5;

// Whether predictions come true.
inline constexpr double outcomes_to_judge = 100, slope_least = 0.7, slope_most = 1.3,
                        cover_least = 0.7, cover_most = 0.9;

}  // namespace judged

/// A judgement as it is printed: a code, for which words/ has a sentence, and its values.
struct PrintedJudgement {
  std::string_view name;
  std::string values;
};
std::vector<PrintedJudgement> printed_judgements();

}  // namespace alongside::learning
