// SPDX-License-Identifier: Apache-2.0
// What a place says of itself, checked.
#include "context/place.h"

#include "foundation/base/text.h"

namespace alongside {

std::string_view code_of(Facet facet) {
  switch (facet) {
    case Facet::place:
      return "place";
    case Facet::staffing:
      return "staffing";
    case Facet::process:
      return "process";
    case Facet::technology:
      return "technology";
    case Facet::culture:
      return "culture";
    case Facet::community:
      return "community";
  }
  return {};
}

std::string field_of(Facet facet) { return "facet_" + std::string(code_of(facet)); }

Outcome<PlaceProfile> place_from(const FacetWords& words, std::string_view as_of, Day today) {
  std::vector<Fault> faults;
  PlaceProfile profile;
  bool said = false;
  for (std::size_t i = 0; i < facets.size(); ++i) {
    profile.words[i] = tidied(words[i]);
    said = said || !profile.words[i].empty();
    if (characters(profile.words[i]) > facet_characters_max)
      faults.push_back({"place.long", field_of(facets[i])});
  }
  if (!said) faults.push_back({"place.nothing", field_of(facets[0])});
  const auto day = Day::from_iso(one_line(as_of));
  if (!day) faults.push_back({"place.day", "as_of"});
  if (day && *day > today) faults.push_back({"place.day_ahead", "as_of"});
  if (!faults.empty()) return Refusal(std::move(faults));
  profile.as_of = *day;
  return profile;
}

std::vector<Facet> changed_between(const PlaceProfile& before, const PlaceProfile& after) {
  std::vector<Facet> changed;
  for (std::size_t i = 0; i < facets.size(); ++i)
    if (before.words[i] != after.words[i]) changed.push_back(facets[i]);
  return changed;
}

}  // namespace alongside
