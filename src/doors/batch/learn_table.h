// SPDX-License-Identifier: Apache-2.0
// A table of outcomes, its model and what is believed of it, out of a request.
#pragma once

#include "doors/batch/learn_input.h"
#include "foundation/inference/variances.h"
#include "learning/priors.h"
#include "learning/rows.h"

namespace alongside::batch {

learning::OutcomeTable table_of(const LearnInput& input);
std::vector<learning::Term> terms_of(const LearnInput& input, std::string_view list);
learning::PriorBook beliefs_of(const LearnInput& input);

/// The rows of a request, coded and summed.
struct LearnModel {
  explicit LearnModel(const LearnInput& input);
  learning::OutcomeTable table;
  learning::CodeBook book;
  inference::LinearSums sums;
};

/// The standard deviations named in `input[list]` as unknown, with their priors if `priors`; sigma
/// and person from `fixed` or the request itself where they are known.
inference::VarianceModel variance_model(const LearnInput& input, std::string_view list,
                                        const LearnModel& model,
                                        std::vector<inference::ColumnPrior> prior, bool priors);

}  // namespace alongside::batch
