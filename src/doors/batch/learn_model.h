// SPDX-License-Identifier: Apache-2.0
// Requests about the network's model: from a table of rows to what it says.
#pragma once

#include "doors/batch/learn_input.h"
#include "foundation/base/json.h"

namespace alongside::batch {

/// Each writes the members of one result; throws LearnFault for what it cannot learn from.
void learn_posterior(const LearnInput& input, JsonWriter& out);
void learn_federated(const LearnInput& input, JsonWriter& out);
void learn_reml(const LearnInput& input, JsonWriter& out);
void learn_eb_map(const LearnInput& input, JsonWriter& out);
void learn_integrated(const LearnInput& input, JsonWriter& out);

}  // namespace alongside::batch
