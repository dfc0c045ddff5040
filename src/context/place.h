// SPDX-License-Identifier: Apache-2.0
// Particular context, the place: how work is done here and what people are inclined to, facet by
// facet; dated and versioned, since a place changes (Batalden 2018).
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/base/clock.h"
#include "foundation/base/outcome.h"

namespace alongside {

/// rooms and place; who works when; how work flows; tools and records; how people are with one
/// another; what surrounds the place.
enum class Facet { place, staffing, process, technology, culture, community };
inline constexpr std::array facets = {Facet::place,      Facet::staffing, Facet::process,
                                      Facet::technology, Facet::culture,  Facet::community};
std::string_view code_of(Facet facet);

constexpr std::size_t facet_characters_max = 600;
using FacetWords = std::array<std::string, facets.size()>;  ///< in the order of `facets`

struct PlaceProfile {
  std::int64_t version = 0;  ///< from 1; 0: nothing was said yet
  FacetWords words = {};
  Day as_of = {};
  std::string written_by = {};  ///< empty: somebody who left
  Instant written_at = {};
};

/// `as_of` as "2026-11-23". Refused beside the fields: no facet with words ("place.nothing",
/// facet_place), texts over the limit ("place.long"), a day that is none ("place.day", as_of) or
/// lies ahead ("place.day_ahead").
Outcome<PlaceProfile> place_from(const FacetWords& words, std::string_view as_of, Day today);

/// What the later one says otherwise.
std::vector<Facet> changed_between(const PlaceProfile& before, const PlaceProfile& after);

/// "facet_place": the field in which a facet is typed.
std::string field_of(Facet facet);

}  // namespace alongside
