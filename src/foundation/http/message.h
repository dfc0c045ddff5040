// SPDX-License-Identifier: Apache-2.0
// One whole request from its bytes, as the server takes them: for tests and the fuzzer, which have
// no connection.
#pragma once

#include <string_view>
#include <variant>

#include "foundation/http/request.h"

namespace alongside::http {

/// The request, or the status with which it is refused. Bytes that end too early are refused (400).
std::variant<Request, int> message_from(std::string_view bytes);

}  // namespace alongside::http
