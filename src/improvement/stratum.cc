// SPDX-License-Identifier: Apache-2.0
// Names of strata, and who is in which.
#include "improvement/stratum.h"

#include <algorithm>

namespace alongside {
namespace {

constexpr std::array<std::string_view, ways_to_split.size()> codes = {"age_band", "response_kind",
                                                                      "shared_work", "mode"};
struct Band {
  std::int64_t from_year;
  std::string_view code;
};
constexpr std::array<Band, 5> bands = {
    {{0, "under_18"}, {18, "18_39"}, {40, "40_64"}, {65, "65_79"}, {80, "80_and_over"}}};

}  // namespace

std::string_view code_of(SplitBy split) { return codes[static_cast<std::size_t>(split)]; }

std::optional<SplitBy> split_by_from(std::string_view code) {
  for (const SplitBy split : ways_to_split)
    if (code_of(split) == code) return split;
  return std::nullopt;
}

std::string_view age_band(std::optional<Day> born, Day at) {
  if (!born || at < *born) return "unknown";
  // "2026-11-24": years are compared as written, then month and day.
  const std::string then = born->iso();
  const std::string now = at.iso();
  const bool had_birthday = now.substr(4) >= then.substr(4);
  const std::int64_t years =
      std::stoll(now.substr(0, 4)) - std::stoll(then.substr(0, 4)) - (had_birthday ? 0 : 1);
  std::string_view band = bands.front().code;
  for (const Band& one : bands)
    if (years >= one.from_year) band = one.code;
  return band;
}

std::string_view stratum_of(SplitBy split, const std::optional<AgreedAs>& agreement) {
  if (!agreement) return "none";
  return split == SplitBy::response_kind ? code_of(agreement->kind) : code_of(agreement->degree);
}

std::string_view stratum_of(std::optional<VisitMode> mode) {
  return mode ? code_of(*mode) : "unknown";
}

std::vector<std::string_view> strata_of(SplitBy split) {
  std::vector<std::string_view> strata;
  if (split == SplitBy::mode) {
    for (const VisitMode mode : visit_modes) strata.push_back(code_of(mode));
    strata.push_back("unknown");
    return strata;
  }
  if (split == SplitBy::age_band) {
    for (const Band& band : bands) strata.push_back(band.code);
    strata.push_back("unknown");
    return strata;
  }
  for (const ResponseKind kind : response_kinds)
    if (split == SplitBy::response_kind) strata.push_back(code_of(kind));
  for (const SharedWork degree : shared_work_degrees)
    if (split == SplitBy::shared_work) strata.push_back(code_of(degree));
  strata.push_back("none");
  return strata;
}

}  // namespace alongside
