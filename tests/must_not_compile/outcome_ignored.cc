// SPDX-License-Identifier: Apache-2.0
// A refusal cannot be passed over.
#include "foundation/base/outcome.h"

using namespace alongside;

Outcome<Done> rule();

bool act() {
#ifdef RIGHT
  return rule().accepted();
#else
  rule();
  return true;
#endif
}
