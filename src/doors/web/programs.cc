// SPDX-License-Identifier: Apache-2.0
// What a program asks, in plain words and part by part, before it gets anything.
#include "doors/web/programs.h"

#include <array>

#include "doors/web/page.h"
#include "doors/web/parts.h"
#include "doors/web/phrases.h"
#include "foundation/base/text.h"
#include "foundation/words/phrase.h"
#include "service/let_program_in.h"
#include "service/my_people.h"

namespace alongside::web {
namespace {

using service::AskedOf;
using service::ProgramAsks;
using service::ProgramRequest;

/// The button below them stays in reach; a name narrows the list.
constexpr std::size_t people_shown = 10;

constexpr std::array<std::string_view, 9> members_of_asks = {
    "client_id", "redirect_uri",   "response_type",         "scope", "state",
    "aud",       "code_challenge", "code_challenge_method", "nonce"};

std::string_view sent(const Asking& asking, std::string_view name) {
  return asking.request.method == http::Method::post ? asking.typed(name)
                                                     : asking.request.query.value(name);
}

ProgramAsks asks_of(const Asking& asking) {
  const auto text = [&](std::string_view name) { return std::string(sent(asking, name)); };
  return {text("client_id"),      text("redirect_uri"),
          text("response_type"),  text("scope"),
          text("state"),          text("aud"),
          text("code_challenge"), text("code_challenge_method"),
          text("nonce")};
}

std::string our_base(const Asking& asking) { return address_here(asking, Url("/fhir")); }

/// Back to the program, with one word for it.
http::Response back_to(const ProgramAsks& asks, std::string_view name, std::string_view word) {
  std::string address = asks.returns_to;
  const auto add = [&](std::string_view member, std::string_view text) {
    address += address.find('?') == std::string::npos ? '?' : '&';
    address.append(member).append("=").append(percent_encoded(text));
  };
  add(name, word);
  if (!asks.state.empty()) add("state", asks.state);
  return http::Response::see_other(std::move(address));
}

/// Nobody may be sent back, so it is said here.
http::Response stopped(const Asking& asking, const Refusal& refusal) {
  return page(asking, 422, asking.say("program.stopped"), Place::none,
              h::div(cls("wrap narrow page stack"), h::h1(asking.say("program.stopped")),
                     h::p(asking.say(refusal.key())), h::p(asking.say("program.nothing_given")),
                     h::p(h::a(cls("btn"), href(Url("/")), asking.say("not_found.home")))));
}

/// What a type of resource holds, in plain words; its own name where there are none.
Html words_of_type(const Asking& asking, std::string_view type) {
  if (type == "*") return Html(asking.say("program.of_all"));
  if (type == "Patient") return Html(asking.say("program.of_patient"));
  if (type == "Goal") return Html(asking.say("program.of_goal"));
  if (type == "CarePlan") return Html(asking.say("program.of_care_plan"));
  if (type == "Task") return Html(asking.say("program.of_task"));
  if (type == "ServiceRequest") return Html(asking.say("program.of_service_request"));
  if (type == "Observation") return Html(asking.say("program.of_observation"));
  if (type == "QuestionnaireResponse") return Html(asking.say("program.of_questionnaire_response"));
  if (type == "Condition") return Html(asking.say("program.of_condition"));
  if (type == "MedicationRequest") return Html(asking.say("program.of_medication_request"));
  if (type == "CareTeam") return Html(asking.say("program.of_care_team"));
  if (type == "RelatedPerson") return Html(asking.say("program.of_related_person"));
  return together(asking.say("program.of_other"), Text(" "), h::code(Text(std::string(type))));
}

Html list_of(const Asking& asking, std::string_view key, const std::vector<std::string>& types) {
  if (types.empty()) return {};
  std::vector<Html> items;
  for (const std::string& type : types) items.push_back(h::li(words_of_type(asking, type)));
  return together(h::p(h::b(asking.say(key))), h::ul(cls("plain-list"), items));
}

Html what_it_asks(const Asking& asking, const AskedOf& asked) {
  return h::section(cls("card stack-s"), labelled_by("asks"),
                    h::h2(id("asks"), asking.say("program.asks")),
                    asked.who ? h::p(asking.say("program.learns_who")) : Html(),
                    list_of(asking, "program.reads", asked.reads_of),
                    list_of(asking, "program.writes", asked.writes_of));
}

/// A professional says about whom; the list is searched without leaving the page.
Html whom(const FormState& state) {
  const Asking& asking = state.asking;
  const std::string part = one_line(asking.typed("find"));
  const auto seen = service::my_people(asking.service, asking.caller(), part, 0);
  if (!seen) return {};
  std::vector<Choice> choices;
  if (asking.caller().person) choices.push_back({"self", Html(asking.say("program.myself"))});
  for (const auto& entry : seen.value().people) {
    if (choices.size() == people_shown) break;
    choices.push_back({entry.person.id.text(), Html(Text(entry.person.name.disclose()))});
  }
  const bool more = seen.value().count > static_cast<std::int64_t>(people_shown);
  return h::section(cls("card stack-s"), Attribute("role", std::string_view("group")),
                    h::label(for_("find"), asking.say("people.find")),
                    h::input(id("find"), name("find"), type("search"), value(part),
                             Attribute("autocomplete", std::string_view("off"))),
                    h::p(h::button(cls("btn line small"), name("act"), value("find"),
                                   asking.say("people.search"))),
                    choices.empty()
                        ? h::p(asking.say(part.empty() ? "people.none_yet" : "people.none_found"))
                        : tiles(state, "person", asking.say("program.about_whom"), choices,
                                asking.typed("person")),
                    more ? h::p(cls("small muted"), asking.say("people.more_than_shown")) : Html());
}

/// What can be given or kept back; nothing is ticked in advance.
Html choices_of(const FormState& state, const AskedOf& asked) {
  const Asking& asking = state.asking;
  const auto box = [&](const std::string& name, std::string_view key) {
    return asking.typed(name) == "yes" ? ticked_box(name, "yes", Html(asking.say(key)))
                                       : check_box(state, name, "yes", Html(asking.say(key)));
  };
  const bool may_stay = asked.stays && asked.about && asking.caller().person.has_value();
  if (!asked.writes && !may_stay) return {};
  return h::section(cls("card stack-s"), labelled_by("more"),
                    h::h2(id("more"), asking.say("program.more")),
                    asked.writes ? box("writes", "program.let_write") : Html(),
                    may_stay ? box("stays", "program.let_stay") : Html());
}

http::Response show_question(const FormState& state, const ProgramRequest& request) {
  const Asking& asking = state.asking;
  std::vector<Html> carried;
  for (const std::string_view member : members_of_asks)
    if (!sent(asking, member).empty())
      carried.push_back(h::input(type("hidden"), name(member), value(sent(asking, member))));
  const service::Caller& caller = asking.caller();
  const AskedOf& asked = request.asked;
  const Html question = asked.about && caller.professional ? whom(state) : Html();
  const Html form = post_form(
      asking, Url("/authorize"), cls("stack"), fault_summary(state), carried,
      what_it_asks(asking, asked), question, choices_of(state, asked),
      h::p(cls("small muted"), asking.say("program.how_to_end")),
      h::p(cls("row"),
           h::button(cls("btn"), name("act"), value("allow"),
                     asking.say("program.allow", {{"program", request.program.name}})),
           h::button(cls("btn line"), name("act"), value("deny"), asking.say("program.deny"))));
  return page(
             asking, state.came_back() ? 422 : 200,
             asking.say("program.title", {{"program", request.program.name}}), Place::none,
             h::div(cls("wrap narrow page stack"),
                    h::h1(asking.say("program.title", {{"program", request.program.name}})),
                    h::p(cls("lead"), asking.say("program.lead", {{"program", request.program.name},
                                                                  {"name", caller.name}})),
                    form))
      .with("Content-Security-Policy", http::content_policy("", true) + "; frame-ancestors 'none'");
}

/// Days; where it ends within one, the time of day.
Text how_long(const Asking& asking, const service::LetInNow& one) {
  const Zone zone = zone_of(asking.settings.zone);
  if (one.until.utc_ms - asking.now().utc_ms < ms_a_day)
    return asking.say("program.until_time",
                      {{"time", words::time_in_words(asking.language, zone, one.until)}});
  const auto day = [&](Instant at) {
    return words::date_in_words(asking.language, zone.day_of(at));
  };
  return asking.say("program.since_until", {{"since", day(one.since)}, {"until", day(one.until)}});
}

Html let_in_item(const Asking& asking, const service::LetInNow& one) {
  const Html about = one.about.empty()
                         ? Html()
                         : together(h::br(), asking.say("program.about", {{"name", one.about}}));
  return h::li(h::b(Text(one.program)), about, h::br(),
               h::span(cls("small muted"),
                       asking.say(one.may.writes ? "program.may_write" : "program.may_read"),
                       Text(" "), how_long(asking, one)),
               post_form(asking, Url("/programs").part(one.id).then("/end"),
                         h::button(cls("btn line small"), asking.say("program.end"),
                                   h::span(cls("vh"), Text(" " + one.program)))));
}

}  // namespace

std::string authorize_again(const Asking& asking) {
  std::string address = "/authorize";
  for (const auto& [name, text] : asking.request.query.pairs()) {
    address += address.size() == std::string_view("/authorize").size() ? '?' : '&';
    address.append(percent_encoded(name)).append("=").append(percent_encoded(text));
  }
  return address;
}

http::Response authorize_page(const Asking& asking) {
  const ProgramAsks asks = asks_of(asking);
  const auto request = service::request_of(asking.service, asks, our_base(asking));
  if (!request) return stopped(asking, request.refusal());
  if (!request.value().error.empty()) return back_to(asks, "error", request.value().error);
  const service::Caller& caller = asking.caller();
  if (!caller.person && !caller.professional) return stopped(asking, Refusal("program.not_you"));
  return show_question({asking, {}}, request.value());
}

http::Response post_authorize(const Asking& asking) {
  const ProgramAsks asks = asks_of(asking);
  const auto request = service::request_of(asking.service, asks, our_base(asking));
  if (!request) return stopped(asking, request.refusal());
  if (!request.value().error.empty()) return back_to(asks, "error", request.value().error);
  if (asking.typed("act") == "deny") return back_to(asks, "error", "access_denied");
  if (asking.typed("act") != "allow") return show_question({asking, {}}, request.value());
  service::LetIn agreed{std::nullopt, asking.typed("writes") == "yes",
                        asking.typed("stays") == "yes"};
  const std::string_view whom = asking.typed("person");
  if (!whom.empty() && whom != "self") {
    agreed.person = Id<Person>::parse(whom);
    if (!agreed.person) return not_found(asking);
  }
  // Whoever is both says which of the two they mean.
  if (whom.empty() && request.value().asked.about && asking.caller().professional)
    return show_question({asking, {{"program.whom", "person"}}}, request.value());
  const auto code =
      service::let_program_in(asking.service, asking.caller(), asks, our_base(asking), agreed);
  if (code) return back_to(asks, "code", code.value());
  if (is_not_found(code.refusal())) return not_found(asking);
  return show_question({asking, code.refusal().faults()}, request.value());
}

http::Response programs_page(const Asking& asking) {
  std::vector<Html> items;
  for (const auto& one : service::let_in_by(asking.service, asking.caller()))
    items.push_back(let_in_item(asking, one));
  const Html list = items.empty() ? h::p(asking.say("program.none_let_in"))
                                  : h::div(cls("card"), h::ul(cls("looks"), items));
  return page(
      asking, 200, asking.say("program.list"), Place::none,
      h::div(cls("wrap narrow page stack"), h::h1(asking.say("program.list")),
             h::p(cls("lead"), asking.say("program.list_lead")),
             asking.request.query.has("ended") ? saved_notice(asking.say("program.ended")) : Html(),
             list));
}

http::Response post_end_let_in(const Asking& asking) {
  const auto ended = service::end_let_in(asking.service, asking.caller(), asking.part("program"));
  return ended ? http::Response::see_other("/programs?ended=1") : not_found(asking);
}

}  // namespace alongside::web
