// SPDX-License-Identifier: Apache-2.0
// Requests about one person: their own trial, and what they attained.
#pragma once

#include "doors/batch/learn_input.h"
#include "foundation/base/json.h"

namespace alongside::batch {

void learn_phases(const LearnInput& input, JsonWriter& out);
void learn_phase_posterior(const LearnInput& input, JsonWriter& out);
void learn_nonoverlap(const LearnInput& input, JsonWriter& out);
void learn_randomisation(const LearnInput& input, JsonWriter& out);
void learn_goal_attainment(const LearnInput& input, JsonWriter& out);
void learn_yes_no(const LearnInput& input, JsonWriter& out);
void learn_yes_no_levels(const LearnInput& input, JsonWriter& out);
void learn_yes_no_federated(const LearnInput& input, JsonWriter& out);

}  // namespace alongside::batch
