// SPDX-License-Identifier: Apache-2.0
// Parts of a text that is gone are not looked at.
#include "foundation/base/text.h"

using namespace alongside;

std::size_t act(std::string_view line) {
#ifdef RIGHT
  const std::string words = one_line(line);
  return split(words, ' ').size();
#else
  return split(one_line(line), ' ').size();
#endif
}
