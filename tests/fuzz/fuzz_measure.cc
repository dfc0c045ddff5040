// SPDX-License-Identifier: Apache-2.0
// Measure definitions, instruments, the example's aims and settings: accepted or refused, never
// worse.
#include "doors/cli/example.h"
#include "foundation/base/settings.h"
#include "improvement/instrument.h"
#include "improvement/measure.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  (void)alongside::measure_from(text).accepted();
  (void)alongside::instrument_from(text).accepted();
  (void)alongside::cli::aim_ideas_from(text).accepted();
  (void)alongside::cli::offer_ideas_from(text).accepted();
  return 0;
}
