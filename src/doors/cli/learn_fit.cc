// SPDX-License-Identifier: Apache-2.0
// What a table says of each action, in words and as JSON.
#include "doors/cli/learn_fit.h"

#include <cmath>
#include <stdexcept>

#include "doors/cli/learn_outcomes.h"
#include "doors/cli/learn_words.h"
#include "foundation/base/json.h"
#include "learning/network_fit.h"

namespace alongside::cli {
namespace {

using learning::ActionReading;
using learning::NetworkFit;

[[noreturn]] void refuse(const std::string& why) { throw std::runtime_error(why); }

void tell(const ActionReading& action, const LearnFitOptions& options, std::ostream& out) {
  const auto& standing = action.standing;
  out << action.action << " (" << words_of(action.verdict.status) << ")\n";
  out << "  " << sentence(action.verdict.claim) << "\n";
  if (action.verdict.claim != learning::Claim::none)
    out << "  It adds " << shown(action.mean) << ", probably between " << shown(action.low80)
        << " and " << shown(action.high80) << " (80 of 100). Chance of more than "
        << shown(options.worthwhile) << ": " << of_100(action.chance_worthwhile) << " of 100.\n";
  out << "  " << standing.persons << " people at " << standing.sites << " sites, "
      << standing.randomised << " of them drawn by lot; "
      << std::lround(100 * standing.completeness) << " of 100 rows have a follow-up.";
  for (const learning::Flag flag : action.verdict.flags) out << " [" << words_of(flag) << "]";
  out << "\n\n";
}

void as_json(const learning::Release& release, const NetworkFit& fit, std::ostream& out) {
  JsonWriter json;
  json.begin_object().key("rows").integer(static_cast<std::int64_t>(release.rows));
  json.key("without_follow_up").integer(static_cast<std::int64_t>(release.without_follow_up));
  json.key("persons").integer(static_cast<std::int64_t>(release.persons));
  json.key("sites").integer(static_cast<std::int64_t>(release.sites)).key("sd").begin_object();
  for (const auto& [name, sd] : release.sds) json.key(name).number(sd);
  json.end_object().key("expected_false").number(fit.expected_false).key("actions").begin_array();
  for (const ActionReading& action : fit.actions) {
    json.begin_object().key("action").text(action.action).key("mean").number(action.mean);
    json.key("low80").number(action.low80).key("high80").number(action.high80);
    json.key("chance_worthwhile").number(action.chance_worthwhile);
    json.key("persons").number(action.standing.persons).key("sites").number(action.standing.sites);
    json.key("randomised").number(action.standing.randomised);
    json.key("completeness").number(action.standing.completeness);
    json.key("information").number(action.standing.information);
    json.key("status").text(learning::name_of(action.verdict.status));
    json.key("claim").text(learning::name_of(action.verdict.claim)).key("flags").begin_array();
    for (const learning::Flag flag : action.verdict.flags) json.text(learning::name_of(flag));
    json.end_array().end_object();
  }
  json.end_array().end_object();
  out << std::move(json).take() << "\n";
}

}  // namespace

void fit_table(const LearnFitOptions& options, std::string_view text, std::ostream& out) {
  const auto table = outcomes_in(text, {options.sd, options.down});
  const auto release = learning::fitted(learning::sums_of(table, options.reference), {});
  if (!release)
    refuse("no row with an outcome, or no row of \"" + options.reference +
           "\", which the others are compared with (--reference)");
  const NetworkFit fit = learning::read_actions(*release, options.worthwhile);
  if (options.json) return as_json(*release, fit, out);
  out << release->rows << " rows of " << release->persons << " people at " << release->sites
      << " sites; " << release->without_follow_up
      << " more have no follow-up. Differences are from \"" << options.reference
      << "\", in standard deviations of " << shown(options.sd) << ".\n\n";
  for (const ActionReading& action : fit.actions) tell(action, options, out);
  out << "Of what looks likely here, " << shown(fit.expected_false)
      << " actions would be so by chance alone. Judgements behind this: "
         "docs/statistics/learning.md.\n";
}

}  // namespace alongside::cli
