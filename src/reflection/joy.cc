// SPDX-License-Identifier: Apache-2.0
// One answer, checked.
#include "reflection/joy.h"

#include "foundation/base/text.h"

namespace alongside {

std::optional<std::int64_t> joy_from(std::string_view typed) {
  const auto value = whole_number(typed);
  if (!value || *value < 0 || *value > joy_max) return std::nullopt;
  return value;
}

}  // namespace alongside
