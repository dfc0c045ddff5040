// SPDX-License-Identifier: Apache-2.0
// The place, version by version.
#include "service/describe_place.h"

#include "foundation/base/text.h"
#include "record/people.h"
#include "record/places.h"
#include "service/act.h"

namespace alongside::service {

Outcome<PlaceView> read_place(const Service& service, const Caller& caller, const Id<Team>& team) {
  return service.database().read([&](const sql::Reading& reading) -> Outcome<PlaceView> {
    TRY(const TeamAccess access, Permission::to_team(reading, caller, team, service.now()));
    return PlaceView{record::team(reading, access), record::site(reading, caller.home)->zone,
                     record::places(reading, access)};
  });
}

Outcome<std::string> describe_place(const Service& service, const Caller& caller,
                                    const Id<Team>& team, const FacetWords& words,
                                    std::string_view as_of, std::string_view once) {
  return change_team(
      service, caller, team, record::PartKind::places, {"describe_place", once},
      [&](sql::Writing& writing, const TeamAccess& access) -> Outcome<Change> {
        const Zone zone = Zone::named(record::site(writing, caller.home)->zone).value();
        TRY(PlaceProfile profile, place_from(words, as_of, zone.day_of(service.now())));
        profile.written_at = service.now();
        const auto version = record::add_place(writing, access, profile, {caller.user_no});
        return Change{std::to_string(version), "place"};
      });
}

Outcome<std::string> check_place_again(const Service& service, const Caller& caller,
                                       const Id<Project>& project, const PlaceCheckDraft& draft,
                                       std::string_view once) {
  return change_project(service, caller, project, {"check_place_again", once},
                        [&](sql::Writing& writing, const ProjectAccess& access) -> Outcome<Change> {
                          const auto places = record::places(writing, access);
                          if (places.empty()) return Refusal("permission.not_found");
                          const std::string words = tidied(draft.words);
                          if (draft.fits != "yes" && draft.fits != "no")
                            return Refusal("place.choose", "fits");
                          if (draft.fits == "no" && words.empty())
                            return Refusal("place.say_what", "words");
                          if (characters(words) > facet_characters_max)
                            return Refusal("place.long", "words");
                          record::set_place_check(writing, access,
                                                  {places.front().version, draft.fits == "yes",
                                                   words, "", service.now()},
                                                  {caller.user_no});
                          return Change{"", "project " + std::to_string(access.number())};
                        });
}

}  // namespace alongside::service
