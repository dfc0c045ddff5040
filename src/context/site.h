// SPDX-License-Identifier: Apache-2.0
// Particular context, the place: a site where people and professionals meet.
#pragma once

#include <string>

#include "foundation/base/id.h"

namespace alongside {

/// Its people are stored together: a site is a storage home.
struct Site {
  HomeNo home;
  std::string name;
  std::string zone;  ///< IANA name of the time zone in which its days are counted
};

}  // namespace alongside
