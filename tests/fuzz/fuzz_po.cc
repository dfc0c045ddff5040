// SPDX-License-Identifier: Apache-2.0
// PO files: any bytes give messages and faults, and whatever was read can be said.
#include "foundation/words/catalogue.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const auto file = alongside::words::po_from({reinterpret_cast<const char*>(data), size});
  alongside::words::Language language("xx");
  language.add(file);
  for (const auto& [key, message] : file.messages) {
    language.say(key, {{"name", "{n}"}});
    language.say_count(key, 2);
  }
  return 0;
}
