// SPDX-License-Identifier: Apache-2.0
// Requests about what may be said, shown and sent; and about a made-up network of any size.
#pragma once

#include "doors/batch/learn_input.h"
#include "foundation/base/json.h"

namespace alongside::batch {

void learn_status(const LearnInput& input, JsonWriter& out);
void learn_tipping(const LearnInput& input, JsonWriter& out);
void learn_ranking(const LearnInput& input, JsonWriter& out);
void learn_release_gate(const LearnInput& input, JsonWriter& out);
void learn_scale(const LearnInput& input, JsonWriter& out);

}  // namespace alongside::batch
