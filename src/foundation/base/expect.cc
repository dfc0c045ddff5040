// SPDX-License-Identifier: Apache-2.0
// Ends the program when one of its own promises is broken.
#include "foundation/base/expect.h"

#include <cstdio>
#include <cstdlib>

namespace alongside {

void broken_promise(const char* what, Place where) {
  std::fprintf(stderr, "alongside: a promise of the program is broken: %s (%s:%d)\n", what,
               where.file, where.line);
  std::abort();
}

}  // namespace alongside
