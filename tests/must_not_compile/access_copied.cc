// SPDX-License-Identifier: Apache-2.0
// A PersonAccess cannot be copied and kept for later.
#include "record/access.h"

using namespace alongside;

PersonAccess kept(PersonAccess access) {
#ifdef RIGHT
  return access;
#else
  PersonAccess copy = access;
  return copy;
#endif
}
