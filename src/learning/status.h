// SPDX-License-Identifier: Apache-2.0
// How far an answer may be believed, and what may be claimed of it: fixed rules, the same for
// everybody.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "learning/science_prior.h"

namespace alongside::learning {

/// What stands behind an answer about action k; counts are of distinct persons.
struct Standing {
  double persons = 0, persons_reference = 0, sites = 0;
  double randomised = 0, randomised_reference = 0;
  double completeness = 1;  ///< share with a follow-up
  double information = 0;   ///< 1 - variance / variance before any row
  double width80 = 0;       ///< of the 80 % interval
  std::optional<double> conflict_p;
  std::optional<Certainty> certainty;  ///< of published science, if there is any
};

enum class Status { not_yet, science_only, early, established };
enum class Claim { none, published, described, compared, tested };
enum class Flag { conflict, incomplete, few_sites };

std::string_view name_of(Status status);
std::string_view name_of(Claim claim);
std::string_view name_of(Flag flag);

struct Verdict {
  Status status = Status::not_yet;
  Claim claim = Claim::none;
  std::vector<Flag> flags;
};
/// Below 10 persons: science_only if it is published with low certainty or better, else not_yet.
/// Then not_yet above a width of 1 or below an information of ½; established from 50 persons, 3
/// sites and a completeness of 0.7 without conflict; else early.
Verdict verdict_on(const Standing& standing);

/// What those without a follow-up would have to have on average for all to sit at `mid`.
struct TippingPoint {
  double missing = 0, completeness = 1;
  std::optional<double> mean, shift_in_sd;  ///< nothing when nobody is missing
};
/// followed from 0 to total; sd from 0: without spread there is no shift in sds.
TippingPoint tipping_point(double total, double followed, double mean, double sd, double mid);

}  // namespace alongside::learning
