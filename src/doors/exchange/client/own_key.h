// SPDX-License-Identifier: Apache-2.0
// The clinic's own key: made once, kept beside the data, readable for its owner alone.
#pragma once

#include <string>

#include "foundation/jose/signing_key.h"

namespace alongside::exchange {

/// Throws std::runtime_error where the folder takes no file, or what is there is no key.
jose::SigningKey own_key(const std::string& data);

}  // namespace alongside::exchange
