// SPDX-License-Identifier: Apache-2.0
// Facets of a place, one question each.
#include "doors/web/place.h"

#include "doors/web/page.h"
#include "doors/web/parts.h"
#include "doors/web/phrases.h"
#include "doors/web/project.h"
#include "doors/web/projects.h"
#include "service/describe_place.h"

namespace alongside::web {
namespace {

std::string_view question_of(Facet facet) {
  switch (facet) {
    case Facet::place:
      return "place.ask_place";
    case Facet::staffing:
      return "place.ask_staffing";
    case Facet::process:
      return "place.ask_process";
    case Facet::technology:
      return "place.ask_technology";
    case Facet::culture:
      return "place.ask_culture";
    case Facet::community:
      return "place.ask_community";
  }
  return {};
}

Html version_item(const Asking& asking, const PlaceProfile& profile) {
  std::vector<Html> facts;
  for (std::size_t i = 0; i < facets.size(); ++i)
    if (!profile.words[i].empty())
      facts.push_back(
          together(h::dt(words_for(asking, facets[i])),
                   h::dd(Attribute("dir", std::string_view("auto")), Text(profile.words[i]))));
  return h::li(
      h::details(cls("data"),
                 h::summary(asking.say("place.version", {{"n", std::to_string(profile.version)},
                                                         {"day", profile.as_of.iso()},
                                                         {"name", profile.written_by}})),
                 h::dl(cls("facts"), facts)));
}

Html place_form(const FormState& state, const service::PlaceView& view) {
  const Asking& asking = state.asking;
  const PlaceProfile newest = view.versions.empty() ? PlaceProfile() : view.versions.front();
  std::vector<Html> fields;
  for (std::size_t i = 0; i < facets.size(); ++i)
    fields.push_back(
        area_field(state, {field_of(facets[i]), question_of(facets[i]), ""}, 2, newest.words[i]));
  const std::string today = zone_of(view.zone).day_of(asking.now()).iso();
  return post_form(asking, Url("/teams").part(view.team.id.text()).then("/place"),
                   cls("card stack"), h::div(fields),
                   text_field(state, {"as_of", "place.as_of", "", "date"}, today),
                   h::p(h::button(cls("btn"), asking.say("place.save"))));
}

http::Response show_place(const FormState& state) {
  const Asking& asking = state.asking;
  const auto team = Id<Team>::parse(asking.part("team"));
  if (!team) return not_found(asking);
  const auto seen = service::read_place(asking.service, asking.caller(), *team);
  if (!seen) return not_found(asking);
  const service::PlaceView& view = seen.value();
  std::vector<Html> versions;
  for (const PlaceProfile& profile : view.versions)
    versions.push_back(version_item(asking, profile));
  return page(
      asking, state.came_back() ? 422 : 200, asking.say("place.title"), Place::team,
      h::div(cls("wrap narrow page stack project-page"),
             h::p(h::a(href(Url("/teams").part(view.team.id.text())), Text(view.team.name))),
             fault_summary(state),
             asking.request.query.has("kept") ? saved_notice(asking.say("form.kept")) : Html(),
             h::h1(asking.say("place.title")), h::p(cls("lead"), asking.say("place.lead")),
             place_form(state, view),
             versions.empty()
                 ? Html()
                 : together(h::h2(asking.say("place.versions")), h::ul(cls("looks"), versions))));
}

}  // namespace

Text words_for(const Asking& asking, Facet facet) {
  switch (facet) {
    case Facet::place:
      return asking.say("place.place");
    case Facet::staffing:
      return asking.say("place.staffing");
    case Facet::process:
      return asking.say("place.process");
    case Facet::technology:
      return asking.say("place.technology");
    case Facet::culture:
      return asking.say("place.culture");
    case Facet::community:
      return asking.say("place.community");
  }
  return Text({});
}

http::Response place_page(const Asking& asking) { return show_place({asking, {}}); }

http::Response post_place(const Asking& asking) {
  const auto team = Id<Team>::parse(asking.part("team"));
  if (!team) return not_found(asking);
  FacetWords words;
  for (std::size_t i = 0; i < facets.size(); ++i) words[i] = typed_in(asking, field_of(facets[i]));
  return done_or_again(asking,
                       service::describe_place(asking.service, asking.caller(), *team, words,
                                               asking.typed("as_of"), asking.once()),
                       Url("/teams").part(team->text()).then("/place").with("kept", "1"),
                       show_place);
}

http::Response post_place_check(const Asking& asking) {
  const auto id = project_asked(asking);
  if (!id) return not_found(asking);
  return done_or_again(asking,
                       service::check_place_again(
                           asking.service, asking.caller(), *id,
                           {typed_in(asking, "fits"), typed_in(asking, "words")}, asking.once()),
                       project_url(asking), show_project);
}

Html place_changed_note(const FormState& state, const service::ProjectView& view) {
  const Asking& asking = state.asking;
  if (!view.place || view.check || view.place_changed.empty()) return {};
  std::string what;
  for (const Facet facet : view.place_changed)
    what += (what.empty() ? "" : ", ") + words_for(asking, facet).words();
  const std::vector<Choice> answers = {{"yes", Html(asking.say("place.still_fits"))},
                                       {"no", Html(asking.say("place.no_longer"))}};
  return h::section(
      cls("card stack-s"), h::h2(asking.say("place.changed")),
      h::p(asking.say("place.changed_what", {{"what", what}, {"day", view.place->as_of.iso()}})),
      post_form(asking, project_url(asking).then("/place"),
                tiles(state, "fits", asking.say("place.ask_fits"), answers, ""),
                area_field(state, {"words", "place.what_to_change", ""}, 2),
                h::p(cls("gap-s"), h::button(cls("btn small"), asking.say("place.say_so")))));
}

}  // namespace alongside::web
