// SPDX-License-Identifier: Apache-2.0
// A driver diagram: what the team believes the aim hangs on, and what could be changed there.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/base/outcome.h"

namespace alongside {

/// Under the aim lie primary drivers, under those secondary ones; change ideas hang on either.
enum class DriverKind { primary, secondary, change };
std::string_view code_of(DriverKind kind);

struct Driver {
  std::int64_t number = 0;   ///< from 1
  std::int64_t version = 1;  ///< counts up when its words, place or measure change
  DriverKind kind = DriverKind::primary;
  std::int64_t under = 0;  ///< the driver it hangs on; 0: the aim
  std::string words = {};
  std::int64_t measure = 0;  ///< of the project, by which one would see it move; 0: none
};

constexpr std::size_t driver_characters_max = 140;
constexpr std::size_t drivers_max = 60;

struct DriverDraft {
  std::string words = {};
  std::string under = {};    ///< "" or "0": the aim
  std::string kind = {};     ///< "driver" or "change"
  std::string measure = {};  ///< "" or "0": none
};

/// What it is follows from where it hangs. `number`: of the one that is changed, which may not come
/// to hang on itself; 0 for a new one. Measures are those of these numbers. Refused beside the
/// fields: "driver.words_missing", "driver.words_long" (words), "driver.kind_missing" (kind),
/// "driver.under_missing", "driver.too_deep", "driver.idea_needs_driver" (under),
/// "driver.measure_unknown" (measure), "driver.too_many" (words), and "driver.holds_others" (kind)
/// where others hang on what would become an idea.
Outcome<Driver> driver_from(const DriverDraft& draft, const std::vector<Driver>& there,
                            const std::vector<std::int64_t>& measures, std::int64_t number = 0);

/// Depth first, as one reads the diagram; each with how deep it hangs, from 1.
struct DriverPlace {
  const Driver* driver;
  int depth;
};
std::vector<DriverPlace> in_order(const std::vector<Driver>& drivers);

/// The driver and all that hangs on it, itself first.
std::vector<std::int64_t> with_what_hangs_on(const std::vector<Driver>& drivers,
                                             std::int64_t number);

}  // namespace alongside
