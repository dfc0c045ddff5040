// SPDX-License-Identifier: Apache-2.0
// The tree of a driver diagram.
#include "change/driver.h"

#include <algorithm>

#include "foundation/base/text.h"

namespace alongside {
namespace {

/// "" is 0; nothing for what is no number.
std::optional<std::int64_t> number_or_none(std::string_view text) {
  return text.empty() ? std::optional<std::int64_t>(0) : whole_number(text);
}

const Driver* numbered(const std::vector<Driver>& drivers, std::int64_t number) {
  const auto found = std::ranges::find(drivers, number, &Driver::number);
  return found == drivers.end() ? nullptr : &*found;
}

void put_under(const std::vector<Driver>& drivers, std::int64_t under, int depth,
               std::vector<DriverPlace>& places) {
  for (const Driver& driver : drivers) {
    if (driver.under != under) continue;
    places.push_back({&driver, depth});
    put_under(drivers, driver.number, depth + 1, places);
  }
}

/// Where it hangs, and with that what it is.
void take_place(const DriverDraft& draft, const std::vector<Driver>& there, Driver& driver,
                std::vector<Fault>& faults) {
  const bool idea = draft.kind == "change";
  if (!idea && draft.kind != "driver") faults.push_back({"driver.kind_missing", "kind"});
  const auto under = number_or_none(draft.under);
  const Driver* parent = under ? numbered(there, *under) : nullptr;
  if (!under || (*under != 0 && parent == nullptr)) {
    faults.push_back({"driver.under_missing", "under"});
    return;
  }
  driver.under = *under;
  const auto below = with_what_hangs_on(there, driver.number);
  const bool itself = driver.number != 0 && std::ranges::find(below, *under) != below.end();
  if (itself || (parent != nullptr && parent->kind == DriverKind::change))
    faults.push_back({"driver.under_missing", "under"});
  if (idea && parent == nullptr) faults.push_back({"driver.idea_needs_driver", "under"});
  if (idea && below.size() > 1) faults.push_back({"driver.holds_others", "kind"});
  const bool holds_drivers = std::ranges::any_of(there, [&](const Driver& one) {
    return one.under == driver.number && one.kind == DriverKind::secondary && driver.number != 0;
  });
  if (!idea && parent != nullptr && (parent->kind == DriverKind::secondary || holds_drivers))
    faults.push_back({"driver.too_deep", "under"});
  driver.kind = idea                ? DriverKind::change
                : parent == nullptr ? DriverKind::primary
                                    : DriverKind::secondary;
}

}  // namespace

std::string_view code_of(DriverKind kind) {
  switch (kind) {
    case DriverKind::primary:
      return "primary";
    case DriverKind::secondary:
      return "secondary";
    case DriverKind::change:
      return "change";
  }
  return {};
}

Outcome<Driver> driver_from(const DriverDraft& draft, const std::vector<Driver>& there,
                            const std::vector<std::int64_t>& measures, std::int64_t number) {
  Driver driver;
  driver.number = number;
  std::vector<Fault> faults;
  driver.words = one_line(draft.words);
  if (driver.words.empty()) faults.push_back({"driver.words_missing", "words"});
  if (characters(driver.words) > driver_characters_max)
    faults.push_back({"driver.words_long", "words"});
  if (number == 0 && there.size() >= drivers_max) faults.push_back({"driver.too_many", "words"});
  take_place(draft, there, driver, faults);
  const auto measure = number_or_none(draft.measure);
  if (!measure || (*measure != 0 && std::ranges::find(measures, *measure) == measures.end()))
    faults.push_back({"driver.measure_unknown", "measure"});
  if (!faults.empty()) return Refusal(std::move(faults));
  driver.measure = *measure;
  return driver;
}

std::vector<DriverPlace> in_order(const std::vector<Driver>& drivers) {
  std::vector<DriverPlace> places;
  put_under(drivers, 0, 1, places);
  return places;
}

std::vector<std::int64_t> with_what_hangs_on(const std::vector<Driver>& drivers,
                                             std::int64_t number) {
  std::vector<std::int64_t> numbers = {number};
  if (number == 0) return numbers;
  std::vector<DriverPlace> below;
  put_under(drivers, number, 1, below);
  for (const DriverPlace& place : below) numbers.push_back(place.driver->number);
  return numbers;
}

}  // namespace alongside
