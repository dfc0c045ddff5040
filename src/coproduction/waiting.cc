// SPDX-License-Identifier: Apache-2.0
// Reasons as they are stored in a list, and read from it.
#include "coproduction/waiting.h"

namespace alongside {

std::string_view code_of(WaitsFor reason) {
  switch (reason) {
    case WaitsFor::alert:
      return "alert";
    case WaitsFor::wrong:
      return "wrong";
    case WaitsFor::stuck:
      return "stuck";
    case WaitsFor::sent:
      return "sent";
    case WaitsFor::promise:
      return "promise";
    case WaitsFor::visit:
      return "visit";
    case WaitsFor::not_asked:
      return "not_asked";
    case WaitsFor::follow_up:
      return "follow_up";
    case WaitsFor::reach_out:
      return "reach_out";
  }
  return {};
}

std::optional<WaitsFor> waits_for_from(std::string_view code) {
  for (const WaitsFor reason : waits_for_all)
    if (code_of(reason) == code) return reason;
  return std::nullopt;
}

}  // namespace alongside
