// SPDX-License-Identifier: Apache-2.0
// Requests about published science, and about how it meets what the network has seen.
#pragma once

#include "doors/batch/learn_input.h"
#include "foundation/base/json.h"

namespace alongside::batch {

void learn_meta(const LearnInput& input, JsonWriter& out);
void learn_meta_posterior(const LearnInput& input, JsonWriter& out);
void learn_tau_grid(const LearnInput& input, JsonWriter& out);
void learn_science_prior(const LearnInput& input, JsonWriter& out);
void learn_robust_mixture(const LearnInput& input, JsonWriter& out);
void learn_evidence_weights(const LearnInput& input, JsonWriter& out);

}  // namespace alongside::batch
