// SPDX-License-Identifier: Apache-2.0
// What every page shares.
#include "doors/web/page.h"

#include "doors/web/effort.h"
#include "doors/web/parts.h"
#include "doors/web/style.h"
#include "foundation/base/secret.h"
#include "foundation/base/text.h"
#include "foundation/words/phrase.h"

namespace alongside::web {
namespace {

struct Entry {
  Place place;
  Url to;
  std::string_view key;
  Icon icon;
};

std::vector<Entry> entries_of_their_own(const service::Caller& caller) {
  if (caller.person)
    return {{Place::my_aims, Url("/me"), "nav.my_aims", Icon::heart},
            {Place::check_in, Url("/me/check-in"), "nav.check_in", Icon::tick},
            {Place::options, Url("/me/help"), "nav.what_could_help", Icon::options},
            {Place::plan, Url("/me/plan"), "nav.our_plan", Icon::lanes}};
  if (caller.professional)
    return {{Place::people, Url("/people"), "nav.my_people", Icon::heart},
            {Place::team, Url("/teams"), "nav.team", Icon::lanes},
            {Place::projects, Url("/projects"), "nav.projects", Icon::up}};
  if (caller.administrator) return {{Place::admin, Url("/admin"), "nav.sign_ins", Icon::tick}};
  return {};
}

std::vector<Entry> entries_for(const service::Caller& caller) {
  std::vector<Entry> entries = entries_of_their_own(caller);
  if (caller.supports || entries.empty())
    entries.push_back({Place::supporting, Url("/supporting"), "nav.supporting", Icon::plus});
  return entries;
}

Attribute current(bool is) {
  return is ? Attribute("aria-current", std::string_view("page")) : Attribute("data-off", false);
}

Html navigation(const Asking& asking, Place shown) {
  const Place place = shown == Place::checking_in ? Place::check_in
                      : shown == Place::prepare   ? Place::my_aims
                                                  : shown;
  std::vector<Html> links;
  for (const Entry& entry : entries_for(asking.caller()))
    links.push_back(h::a(href(entry.to), current(entry.place == place), asking.say(entry.key)));
  return h::nav(cls("topnav"), label(asking.say("nav.main")), links);
}

Html tabs(const Asking& asking, Place place) {
  if (!asking.signed_in || place == Place::checking_in) return {};
  std::vector<Html> links;
  for (const Entry& entry : entries_for(asking.caller()))
    links.push_back(h::a(href(entry.to), current(entry.place == place), icon(entry.icon, 25),
                         asking.say(entry.key)));
  return h::nav(cls("tabs"), label(asking.say("nav.main_bottom")), links);
}

Html account(const Asking& asking) {
  if (!asking.signed_in) return {};
  const service::Caller& caller = asking.caller();
  const bool team = caller.professional || caller.administrator;
  return h::a(cls_of(team ? "who team" : "who"), href(Url("/account")),
              h::span(cls("only-wide"), Text(caller.name)),
              h::b(hidden_from_readers(), Text(words::initials(caller.name))),
              h::span(cls("vh"), asking.say("nav.account")));
}

Html top(const Asking& asking, Place place) {
  return h::header(
      cls("top"),
      h::div(cls("wrap"),
             h::a(cls("brand"), href(Url("/")), icon(Icon::brand, 30), asking.say("app.name")),
             asking.signed_in ? navigation(asking, place) : Html(), account(asking)));
}

Html banner(const Asking& asking) {
  if (!asking.example) return {};
  return h::aside(cls("example"), label(asking.say("app.example_label")),
                  h::div(cls("wrap"), asking.say("app.example_banner")));
}

Html full_disk(const Asking& asking) {
  if (!asking.service.out_of_room()) return {};
  return h::aside(cls("example"), Attribute("role", std::string_view("status")),
                  h::div(cls("wrap"), asking.say("broken.no_room_banner")));
}

/// `back` is where choosing a language leads to.
Html foot(const Asking& asking, std::string_view back) {
  const bool swedish = asking.language.code() == "sv";
  return h::footer(
      cls("foot"),
      h::div(cls("wrap"),
             post_form(asking, Url("/language"), cls("row"),
                       h::input(type("hidden"), name("back"), value(back)),
                       h::span(asking.say("app.foot")),
                       h::button(cls("link"), name("language"), value(swedish ? "en" : "sv"),
                                 Attribute("lang", std::string_view(swedish ? "en" : "sv")),
                                 asking.say("app.other_language")))));
}

Html head(const Asking& asking, const Text& title, const Html& style) {
  return h::head(
      h::meta(Attribute("charset", std::string_view("utf-8"))),
      h::meta(name("viewport"),
              Attribute("content", std::string_view("width=device-width,initial-scale=1"))),
      h::title(title, Text(" – "), asking.say("app.name")),
      h::meta(name("color-scheme"), Attribute("content", std::string_view("light dark"))), style,
      h::link(Attribute("rel", std::string_view("icon")), href(asset("icon.svg"))),
      h::script(src(asset("alongside.js")), Attribute("defer", true)));
}

/// Some pages have rules of their own, which the rest need not load.
Html linked_style(const Html& body) {
  const auto sheet = [](std::string_view name) {
    return h::link(Attribute("rel", std::string_view("stylesheet")), href(asset(name)));
  };
  Html links = sheet("alongside.css");
  for (const SheetOfSome& some : sheets_of_some)
    if (body.markup().find(some.marker) != std::string::npos) links += sheet(some.file);
  return links;
}

/// Whose page it is, for what waits on a phone: it says nothing, and differs for two people.
std::string mark_of(const service::Caller& caller) {
  return sha256("page of " + std::to_string(caller.home.value) + " " +
                std::to_string(caller.user_no))
      .substr(0, 16);
}

/// What script is told: which screen's seconds and taps are counted, and whose page it is.
std::vector<Attribute> about_the_page(const Asking& asking, int status) {
  std::vector<Attribute> attributes;
  if (status == 404) return attributes;
  const std::string_view screen = counted_screen(asking);
  if (!screen.empty()) attributes.emplace_back("data-effort", screen);
  if (asking.signed_in && asking.caller().person)
    attributes.emplace_back("data-who", mark_of(asking.caller()));
  return attributes;
}

std::string_view direction(const words::Language& language) {
  return language.has("app.direction_rtl") ? "rtl" : "ltr";
}

}  // namespace

http::Response page(const Asking& asking, int status, const Text& title, Place place,
                    const Html& main) {
  const Html body = h::body(
      about_the_page(asking, status),
      h::a(cls("skip"), Attribute("href", std::string_view("#main")), asking.say("nav.skip")),
      top(asking, place), full_disk(asking), banner(asking),
      h::main(id("main"), Attribute("tabindex", std::string_view("-1")), main),
      foot(asking, status == 404 ? std::string_view("/") : asking.request.path),
      tabs(asking, place));
  const auto whole = [&](const Html& style) {
    return http::Response::html(status,
                                document(h::html(Attribute("lang", asking.language.code()),
                                                 Attribute("dir", direction(asking.language)),
                                                 head(asking, title, style), body)));
  };
  if (place != Place::checking_in) return whole(linked_style(body));
  // A check-in stands at once on a slow network: one request, and its rules within it. The policy
  // stands in the page too, for the copy that a phone keeps.
  const std::string nonce = fresh_token(asking.service.randomness);
  const std::string policy = http::content_policy(nonce);
  return whole(
             together(h::meta(Attribute("http-equiv", std::string_view("Content-Security-Policy")),
                              Attribute("content", policy)),
                      style_within(sheet_for(body.markup()), nonce)))
      .with("Content-Security-Policy", policy + "; frame-ancestors 'none'");
}

std::string page_as_file(const Asking& asking, const Text& title, const Html& main) {
  const Html body = h::body(h::main(main));
  return document(h::html(
      Attribute("lang", asking.language.code()), Attribute("dir", direction(asking.language)),
      h::head(h::meta(Attribute("charset", std::string_view("utf-8"))),
              h::meta(name("viewport"),
                      Attribute("content", std::string_view("width=device-width,initial-scale=1"))),
              h::title(title), style_within(sheet_for(body.markup()), "")),
      body));
}

http::Response not_found(const Asking& asking) {
  return page(asking, 404, asking.say("not_found.title"), Place::none,
              h::div(cls("wrap narrow page stack"), h::h1(asking.say("not_found.title")),
                     h::p(asking.say("not_found.what_to_do")),
                     h::p(h::a(cls("btn"), href(Url("/")), asking.say("not_found.home")))));
}

const std::string& assets_fingerprint() {
  static const std::string fingerprint = [] {
    std::string all;
    for (const EmbeddedFile& file : assets()) all += sha256(file.bytes);
    return sha256(all).substr(0, 12);
  }();
  return fingerprint;
}

Url asset(std::string_view file_name) {
  return Url("/assets").part(assets_fingerprint()).part(file_name);
}

std::string bare_script(std::string_view script) {
  std::string bare;
  for (const std::string_view line : split(script, '\n')) {
    const std::string_view code = line.substr(std::min(line.find_first_not_of(' '), line.size()));
    if (!code.empty() && !code.starts_with("//")) bare.append(code).append("\n");
  }
  return bare;
}

std::string address_here(const Asking& asking, const Url& path) {
  const std::string& chosen = asking.settings.public_address;
  if (!chosen.empty()) return chosen + path.text();
  return "http://" + std::string(asking.request.header("host")) + path.text();
}

std::string cookie_text(const Settings& settings, const Cookie& cookie) {
  std::string text(cookie.name);
  text += "=";
  text += cookie.value;
  text += "; Path=";
  text += cookie.path;
  if (settings.encrypted()) text += "; Secure";
  text += "; HttpOnly; SameSite=Lax";
  if (cookie.seconds >= 0) text += "; Max-Age=" + std::to_string(cookie.seconds);
  return text;
}

Html form_keys(const Asking& asking) {
  const std::string token = asking.signed_in
                                ? masked(asking.signed_in->form_token, asking.service.randomness)
                                : std::string();
  return together(h::input(type("hidden"), name("form_token"), value(token)),
                  h::input(type("hidden"), name("once"),
                           value(uuid_v7(asking.now(), asking.service.randomness))));
}

}  // namespace alongside::web
