// SPDX-License-Identifier: Apache-2.0
// What a network knew at one time: the model as it was fitted, its version and its data window.
// Every number on an option page is an answer of one release.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "foundation/base/clock.h"
#include "learning/outcome_sums.h"
#include "learning/priors.h"
#include "learning/rows.h"
#include "learning/science_prior.h"

namespace alongside::learning {

/// What research says of an action, as the model took it.
struct ScienceOf {
  SciencePrior prior;
  Certainty certainty = Certainty::low;
  std::string card;  ///< id and version of the evidence card, "walking-… 1"
};
using ScienceBook = std::map<std::string, ScienceOf, std::less<>>;

struct Release {
  std::int64_t version = 0;
  Day made, from, to;  ///< the rows' first and last day
  std::string reference;
  std::size_t rows = 0, without_follow_up = 0, persons = 0, sites = 0;
  std::vector<std::pair<std::string, double>> sds;  ///< as estimated, by term; person and sigma
  Columns columns;
  inference::LinearPosterior posterior;
  std::map<std::string, Crowd, std::less<>> crowds;  ///< by action, the reference among them
  ScienceBook science;

  /// Of what a new person's row has beyond its mean: persons and rows.
  double spread() const;
  double sd_named(std::string_view name, double otherwise) const;
  Crowd crowd_of(std::string_view action) const;
  bool has_aim(std::string_view aim) const {
    return columns.find("aim:" + std::string(aim)).has_value();
  }
  bool has_site(std::string_view site) const {
    return columns.find("site:" + std::string(site)).has_value();
  }
  /// What is believed where the rows have no column.
  PriorBook beliefs() const;
};

/// Priors of judgements.h, standard deviations with their priors, that of bias fixed; actions with
/// published science take its mean and sd. Nothing where no row has an outcome or no action is the
/// reference.
std::optional<Release> fitted(const OutcomeSums& rows, const ScienceBook& science);

/// JSON, all of it; the same release comes back.
std::string text_of(const Release& release);
/// Nothing for text that is none.
std::optional<Release> release_from(std::string_view text);

}  // namespace alongside::learning
