// SPDX-License-Identifier: Apache-2.0
// Each slot has a question and an example; what is empty is named and never counted as a mark.
#include "doors/web/charter.h"

#include <algorithm>

#include "change/joined_words.h"
#include "doors/web/page.h"
#include "doors/web/parts.h"
#include "doors/web/phrases.h"
#include "doors/web/projects.h"
#include "foundation/base/text.h"
#include "service/read_project.h"
#include "service/run_project.h"

namespace alongside::web {
namespace {

std::string_view hint_key(CharterField field) {
  switch (field) {
    case CharterField::name:
    case CharterField::scale:
    case CharterField::by:
      return {};
    case CharterField::health_gain:
      return "charter.hint_health_gain";
    case CharterField::for_whom:
      return "charter.hint_for_whom";
    case CharterField::what:
      return "charter.hint_what";
    case CharterField::how_much:
      return "charter.hint_how_much";
    case CharterField::aim:
      return "charter.hint_aim";
    case CharterField::science:
      return "charter.hint_science";
    case CharterField::context:
      return "charter.hint_context";
    case CharterField::improvement:
      return "charter.hint_improvement";
    case CharterField::connecting:
      return "charter.hint_connecting";
    case CharterField::contextualising:
      return "charter.hint_contextualising";
    case CharterField::testing:
      return "charter.hint_testing";
  }
  return {};
}

/// What somebody else wrote meanwhile, beside the field that both changed.
struct Meanwhile {
  std::string by;
  CharterWords words = {};
  bool there = false;
};

Html theirs(const FormState& state, CharterField field, const Meanwhile& meanwhile) {
  const Fault* fault = state.fault_of(code_of(field));
  if (!meanwhile.there || fault == nullptr || fault->key != "charter.both_changed") return {};
  const std::string& words = meanwhile.words[static_cast<std::size_t>(field)];
  return note(
      together(state.asking.say("charter.theirs", {{"name", meanwhile.by}}), h::br(),
               h::b(Attribute("dir", std::string_view("auto")),
                    words.empty() ? state.asking.say("charter.nothing_there") : Text(words))));
}

Html field_of(const FormState& state, CharterField field, const Charter& charter,
              const Meanwhile& meanwhile) {
  const Asking& asking = state.asking;
  const Field asked{std::string(code_of(field)), question_key(field), hint_key(field),
                    field == CharterField::by ? "date" : "text"};
  const std::string& before = charter.at(field);
  if (field == CharterField::scale) {
    std::vector<Choice> scales;
    for (const ProjectScale scale : project_scales)
      scales.push_back({std::string(code_of(scale)), Html(words_for(asking, scale))});
    return together(select_field(state, asked, scales, before), theirs(state, field, meanwhile));
  }
  const bool line = field == CharterField::name || field == CharterField::by;
  return together(line ? text_field(state, asked, before) : area_field(state, asked, 3, before),
                  theirs(state, field, meanwhile));
}

Html fields_between(const FormState& state, CharterField first, CharterField last,
                    const Charter& charter, const Meanwhile& meanwhile) {
  std::vector<Html> fields;
  for (const CharterField field : charter_fields)
    if (field >= first && field <= last)
      fields.push_back(field_of(state, field, charter, meanwhile));
  return h::div(fields);
}

Html versions_of(const Asking& asking, const service::ProjectView& view) {
  std::vector<Html> items;
  const Zone zone = zone_of(view.site.zone);
  for (const Charter& version : view.versions) {
    const std::string number = std::to_string(version.version);
    const std::string day = day_words(asking, zone, version.written_at);
    const Text by = version.written_by.empty() ? asking.say("project.somebody_who_left")
                                               : Text(version.written_by);
    items.push_back(h::li(
        h::a(cls("stand-alone"), href(project_url(asking).then("/charter").part(number)),
             asking.say("charter.version", {{"n", number}, {"name", by.words()}, {"day", day}}))));
  }
  return h::details(cls("data"), h::summary(asking.say("charter.versions")),
                    h::ul(cls("stack-s"), items));
}

Html charter_form(const FormState& state, const service::ProjectView& view,
                  const Meanwhile& meanwhile) {
  const Asking& asking = state.asking;
  const auto part = [&](CharterField first, CharterField last) {
    return fields_between(state, first, last, view.charter, meanwhile);
  };
  return post_form(
      asking, project_url(asking).then("/charter"), cls("stack"),
      h::input(type("hidden"), name("base"), value(std::to_string(view.charter.version))),
      h::section(cls("card"), h::h2(asking.say("charter.part_aim")),
                 part(CharterField::name, CharterField::by)),
      h::section(cls("card"), h::h2(asking.say("charter.part_formula")),
                 h::p(asking.say("charter.formula")),
                 part(CharterField::aim, CharterField::improvement)),
      h::section(cls("card"), h::h2(asking.say("charter.part_joins")),
                 part(CharterField::connecting, CharterField::testing)),
      h::p(h::button(cls("btn"), asking.say("charter.save"))));
}

http::Response show_with(const FormState& state, const service::ProjectView& view,
                         const Meanwhile& meanwhile) {
  const Asking& asking = state.asking;
  std::string empty;
  for (const Slot slot : view.empty)
    empty += (empty.empty() ? "" : ", ") + slot_words(asking, slot).words();
  return page(
      asking, state.came_back() ? 422 : 200, asking.say("charter.title"), Place::projects,
      h::div(
          cls("wrap narrow page stack"),
          h::p(h::a(href(project_url(asking)), Text(view.project.name))), fault_summary(state),
          asking.request.query.has("kept") ? saved_notice(asking.say("form.kept")) : Html(),
          h::h1(asking.say("charter.title")), h::p(cls("lead"), asking.say("charter.lead")),
          empty.empty() ? Html() : note(Html(asking.say("charter.still_empty", {{"what", empty}}))),
          charter_form(state, view, meanwhile), versions_of(asking, view)));
}

CharterWords typed_words(const Asking& asking) {
  CharterWords words;
  for (const CharterField field : charter_fields)
    words[static_cast<std::size_t>(field)] = tidied(asking.typed(code_of(field)));
  return words;
}

/// What was typed stays in the fields that both changed; in the others stands what anybody wrote.
http::Request with_words(const http::Request& sent, const CharterWords& words) {
  http::Request again = sent;
  again.form = {};
  for (const CharterField field : charter_fields)
    again.form.add(std::string(code_of(field)), words[static_cast<std::size_t>(field)]);
  return again;
}

http::Response show_both(const Asking& asking, const service::ProjectView& view,
                         std::vector<Fault> faults) {
  const auto base = whole_number(asking.typed("base"));
  const auto before =
      service::read_charter(asking.service, asking.caller(), view.project.id, base.value_or(0));
  if (!before) return not_found(asking);
  const auto both = joined_words(before.value().words, view.charter.words, typed_words(asking));
  const http::Request again = with_words(asking.request, both.words);
  const Asking anew{asking.service,   asking.settings,  again,
                    asking.language,  asking.signed_in, asking.parts,
                    asking.as_bundle, asking.example};
  return show_with({anew, std::move(faults)}, view,
                   {view.charter.written_by, view.charter.words, true});
}

http::Response show_charter(const Asking& asking, std::vector<Fault> faults) {
  const auto id = project_asked(asking);
  if (!id) return not_found(asking);
  const auto seen = service::read_project(asking.service, asking.caller(), *id);
  if (!seen) return not_found(asking);
  const bool both = std::ranges::any_of(
      faults, [](const Fault& fault) { return fault.key == "charter.both_changed"; });
  if (both) return show_both(asking, seen.value(), std::move(faults));
  return show_with({asking, std::move(faults)}, seen.value(), {});
}

}  // namespace

std::string_view question_key(CharterField field) {
  switch (field) {
    case CharterField::name:
      return "project.name";
    case CharterField::scale:
      return "charter.ask_scale";
    case CharterField::health_gain:
      return "charter.ask_health_gain";
    case CharterField::for_whom:
      return "charter.ask_for_whom";
    case CharterField::what:
      return "charter.ask_what";
    case CharterField::how_much:
      return "charter.ask_how_much";
    case CharterField::by:
      return "charter.ask_by";
    case CharterField::aim:
      return "charter.ask_aim";
    case CharterField::science:
      return "charter.ask_science";
    case CharterField::context:
      return "charter.ask_context";
    case CharterField::improvement:
      return "charter.ask_improvement";
    case CharterField::connecting:
      return "charter.ask_connecting";
    case CharterField::contextualising:
      return "charter.ask_contextualising";
    case CharterField::testing:
      return "charter.ask_testing";
  }
  return {};
}

Text words_for(const Asking& asking, ProjectScale scale) {
  switch (scale) {
    case ProjectScale::personal:
      return asking.say("scale.personal");
    case ProjectScale::team:
      return asking.say("scale.team");
    case ProjectScale::site:
      return asking.say("scale.site");
    case ProjectScale::network:
      return asking.say("scale.network");
  }
  return Text({});
}

Text slot_words(const Asking& asking, Slot slot) {
  switch (slot) {
    case Slot::aim:
      return asking.say("charter.slot_aim");
    case Slot::science:
      return asking.say("charter.slot_science");
    case Slot::context:
      return asking.say("charter.slot_context");
    case Slot::improvement:
      return asking.say("charter.slot_improvement");
    case Slot::connecting:
      return asking.say("charter.slot_connecting");
    case Slot::contextualising:
      return asking.say("charter.slot_contextualising");
    case Slot::testing:
      return asking.say("charter.slot_testing");
  }
  return Text({});
}

http::Response charter_page(const Asking& asking) { return show_charter(asking, {}); }

http::Response post_charter(const Asking& asking) {
  const auto id = project_asked(asking);
  if (!id) return not_found(asking);
  const auto saved =
      service::save_charter(asking.service, asking.caller(), *id, typed_words(asking),
                            asking.typed("base"), asking.once());
  return done_or_again(asking, saved, project_url(asking).then("/charter").with("kept", "1"),
                       [&](const FormState& state) { return show_charter(asking, state.faults); });
}

http::Response charter_version_page(const Asking& asking) {
  const auto id = project_asked(asking);
  const auto version = whole_number(asking.part("version"));
  if (!id || !version) return not_found(asking);
  const auto seen = service::read_charter(asking.service, asking.caller(), *id, *version);
  if (!seen) return not_found(asking);
  const Charter& charter = seen.value();
  std::vector<Html> facts;
  for (const CharterField field : charter_fields) {
    if (charter.at(field).empty()) continue;
    const Text words =
        field == CharterField::scale ? words_for(asking, charter.scale()) : Text(charter.at(field));
    facts.push_back(together(h::dt(asking.say(question_key(field))),
                             h::dd(Attribute("dir", std::string_view("auto")), words)));
  }
  const Text title = asking.say("charter.was_version", {{"n", std::to_string(charter.version)}});
  return page(
      asking, 200, title, Place::projects,
      h::div(cls("wrap narrow page stack"),
             h::p(h::a(href(project_url(asking).then("/charter")), asking.say("charter.title"))),
             h::h1(title), h::div(cls("card project-page"), h::dl(cls("facts"), facts))));
}

}  // namespace alongside::web
