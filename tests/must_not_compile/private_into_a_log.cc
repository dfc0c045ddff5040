// SPDX-License-Identifier: Apache-2.0
// Words about a person do not reach a log or a stream.
#include <iostream>
#include <string>

#include "foundation/base/log.h"
#include "foundation/base/privacy.h"

using namespace alongside;

void tell(Log& log, const Private<std::string>& words) {
#ifdef RIGHT
  log.write("event", {{"count", std::int64_t(words.disclose().size())}});
#else
  log.write("event", {{"words", words}});
  std::cout << words;
#endif
}
