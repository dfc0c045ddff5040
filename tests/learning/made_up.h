// SPDX-License-Identifier: Apache-2.0
// Made-up networks whose truth is known, for tests of the learning engine.
#pragma once

#include <cmath>
#include <string>
#include <vector>

#include "foundation/statistics/distribution.h"
#include "learning/priors.h"
#include "learning/rows.h"

namespace alongside::learning::testing {

inline double thousandths(double value) { return std::round(1000 * value) / 1000; }

inline void add_row(OutcomeTable& table, const std::string& site, std::size_t person,
                    const std::string& aim, const std::string& action, Design design, double y) {
  table.site.push_back(site);
  table.person.push_back("p" + std::to_string(person));
  table.aim.push_back(aim);
  table.action.push_back(action);
  table.design.push_back(design);
  table.outcome.push_back(thousandths(y));
}

/// The sds of research/learning.md 3.2.
inline PriorBook usual_beliefs() {
  PriorBook beliefs;
  beliefs.by_term = {{Term::mu, {0, 1}},     {Term::x, {0, 0.5}},    {Term::chosen, {0, 0.5}},
                     {Term::aim, {0, 0.3}},  {Term::k, {0, 0.35}},   {Term::kx, {0, 0.15}},
                     {Term::ka, {0, 0.15}},  {Term::bias, {0, 0.2}}, {Term::period, {0, 0.15}},
                     {Term::site, {0, 0.2}}, {Term::ksite, {0, 0.2}}};
  return beliefs;
}

}  // namespace alongside::learning::testing
