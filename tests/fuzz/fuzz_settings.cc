// SPDX-License-Identifier: Apache-2.0
// Settings files: whatever is read lies within its range, and what is wrong is said.
#include "foundation/base/expect.h"
#include "foundation/base/settings.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  std::vector<alongside::SettingsFault> faults;
  const auto settings =
      alongside::settings_from({reinterpret_cast<const char*>(data), size}, faults);
  alongside::expect(settings.port >= 0 && settings.port <= 65'535, "a port is a port");
  alongside::expect(settings.threads >= 1 && settings.threads <= 64, "threads are bounded");
  for (const auto& fault : faults) alongside::expect(!fault.message.empty(), "a fault is said");
  return 0;
}
