// SPDX-License-Identifier: Apache-2.0
// Days and instants: what is read is written the same.
#include "foundation/base/clock.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (const auto day = alongside::Day::from_iso(text))
    alongside::expect(day->iso() == text, "a day is written as it was read");
  if (const auto at = alongside::instant_from_fhir(text))
    alongside::expect(alongside::instant_from_fhir(alongside::iso_utc(*at)) == at,
                      "and an instant");
  return 0;
}
