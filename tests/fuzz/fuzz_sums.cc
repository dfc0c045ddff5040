// SPDX-License-Identifier: Apache-2.0
// Sums that came from elsewhere: refused with a reason, or added up and fitted without harm, and
// what is kept of them comes back.
#include "foundation/base/expect.h"
#include "learning/network_fit.h"
#include "learning/outcome_sums.h"

namespace {

using namespace alongside::learning;

constexpr std::size_t columns_fitted_max = 12;  // A fit of many takes long and finds no more.

void fit_and_read(const OutcomeSums& sums) {
  const auto together = merged({sums});
  if (!together || together->columns.all().size() > columns_fitted_max) return;
  const auto release = fitted(*together, {});
  if (!release) return;
  const auto back = release_from(text_of(*release));
  if (back) alongside::expect(text_of(*back) == text_of(*release), "a release comes back");
  (void)read_actions(*release);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto read = outcome_sums_from(text);
  if (const auto* reason = std::get_if<std::string>(&read)) {
    alongside::expect(reason->starts_with("learning."), "a refusal says why");
    return 0;
  }
  const OutcomeSums& sums = std::get<OutcomeSums>(read);
  const auto again = outcome_sums_from(text_of(sums));
  alongside::expect(std::holds_alternative<OutcomeSums>(again), "sums come back");
  fit_and_read(sums);
  return 0;
}
