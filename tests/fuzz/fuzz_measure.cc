// SPDX-License-Identifier: Apache-2.0
// Measure definitions, sets of measures, tables of numbers, word lists, instruments and the
// example's aims: accepted or refused, never worse.
#include <stdexcept>

#include "change/lens_words.h"
#include "change/measure_numbers.h"
#include "doors/cli/example.h"
#include "doors/cli/lens.h"
#include "foundation/base/settings.h"
#include "improvement/instrument.h"
#include "improvement/measure.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  (void)alongside::measure_from(text).accepted();
  (void)alongside::lens_list_from(text).accepted();
  for (const auto counted : alongside::ways_to_count) {
    const auto read = alongside::numbers_from(text, counted, alongside::Day{20'000});
    (void)alongside::series_of(read.numbers, counted).size();
  }
  try {
    (void)alongside::cli::measures_in(text).size();
  } catch (const std::runtime_error&) {
    // Refused with a sentence.
  }
  (void)alongside::instrument_from(text).accepted();
  (void)alongside::cli::aim_ideas_from(text).accepted();
  (void)alongside::cli::offer_ideas_from(text).accepted();
  return 0;
}
