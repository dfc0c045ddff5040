// SPDX-License-Identifier: Apache-2.0
// Sums that other, made-up clinics share, where what an action adds is known.
#pragma once

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "coproduction/option.h"
#include "foundation/statistics/distribution.h"
#include "learning/outcome_sums.h"

namespace alongside::testing {

struct MadeUpClinics {
  std::string action = "walking";
  double adds = 0.5;         ///< levels, to carrying on
  std::size_t people = 400;  ///< of four clinics together
  std::string theme = "pain";
};

/// Half of the people carry on, half do it; levels of 0.4 are gained anyway.
inline learning::OutcomeTable made_up_rows(const MadeUpClinics& about, std::size_t site) {
  SeededRandomness chance(17 + site);
  learning::OutcomeTable table;
  table.context = {"start"};
  table.circumstance.resize(1);
  for (std::size_t person = 0; person < about.people / 4; ++person) {
    const bool does = person % 2 == 1;
    const double change = 0.4 + (does ? about.adds : 0) + 0.9 * statistics::normal_deviate(chance);
    table.site.push_back("Clinic " + std::to_string(site + 1));
    table.person.push_back(std::to_string(person));
    table.aim.push_back(about.theme);
    table.action.push_back(does ? about.action : std::string(carry_on_action));
    table.design.push_back(learning::Design::chosen);
    table.circumstance[0].push_back(0);
    table.outcome.push_back(std::clamp(std::round(-1 + change), -2.0, 2.0) + 1);
  }
  return table;
}

inline std::vector<std::string> made_up_sums(const MadeUpClinics& about) {
  std::vector<std::string> all;
  for (std::size_t site = 0; site < 4; ++site) {
    learning::OutcomeSums sums =
        learning::sums_of(made_up_rows(about, site), std::string(carry_on_action));
    sums.from = Day::of(2026, 1, 5);
    sums.to = Day::of(2026, 8, 28);
    all.push_back(learning::text_of(sums));
  }
  return all;
}

}  // namespace alongside::testing
