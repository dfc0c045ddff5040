// SPDX-License-Identifier: Apache-2.0
// Finds the route, the caller and the language, refuses forged forms, and asks the page.
#include "doors/web/door.h"

#include <algorithm>
#include <array>
#include <chrono>

#include "doors/web/page.h"
#include "doors/web/programs.h"
#include "doors/web/sign_in.h"
#include "foundation/base/broken.h"
#include "foundation/base/secret.h"
#include "foundation/base/text.h"

namespace alongside::web {
namespace {

using http::Method;

constexpr std::string_view keys_of_every_form = "form_token once";

bool admits(std::string_view audience, const std::optional<service::SignedIn>& signed_in) {
  if (audience == who::anyone) return true;
  if (!signed_in) return false;
  const service::Caller& caller = signed_in->caller;
  if (audience == who::person) return caller.person.has_value();
  if (audience == who::professional) return caller.professional.has_value();
  if (audience == who::administrator) return caller.administrator;
  return audience == who::signed_in;
}

/// OWASP 2026: Sec-Fetch-Site first, then Origin. Signing in itself has no session yet and leans on
/// the browser's two headers; every form of a session brings the session's token besides.
bool forged(const Asking& asking) {
  const http::Request& request = asking.request;
  const std::string_view site = request.header("sec-fetch-site");
  if (!site.empty() && site != "same-origin" && site != "none") return true;
  const std::string_view origin = request.header("origin");
  return !origin.empty() && origin != "null" && origin != asking.settings.public_address &&
         !origin.ends_with("//" + std::string(request.header("host")));
}

/// A form of a session that has ended, or of another one. What was typed is shown, so that it is
/// not lost; nothing of it is kept.
bool out_of_session(const Asking& asking, std::string_view audience) {
  if (audience == who::anyone) return false;
  return !asking.signed_in ||
         !same_secret(unmasked(asking.typed("form_token")), asking.signed_in->form_token);
}

/// Longer than anything that is only chosen, and no identifier.
bool is_a_sentence(std::string_view text) {
  constexpr std::size_t characters_of_a_choice = 24;
  return characters(text) > characters_of_a_choice && text.find(' ') != std::string_view::npos;
}

/// Never shown again: keys, passwords, codes.
bool is_secret(std::string_view field) {
  return field == "form_token" || field == "once" || field == "code" || field == "again" ||
         field.find("password") != std::string_view::npos;
}

/// Fields of words, however few; in all others a sentence is words, too.
bool holds_words(std::string_view field) {
  constexpr std::array names = {"words",         "line",         "note",
                                "as_understood", "correction",   "reason",
                                "commitments",   "helpers",      "matters",
                                "strengths",     "persons_view", "professionals_view",
                                "disturbs_how",  "what_it_asks", "happened",
                                "learnt",        "came_of_it",   "differently"};
  return std::ranges::find(names, field) != names.end() || field.starts_with("concern_") ||
         field.starts_with("new_words_") || field.starts_with("level_") ||
         field.ends_with("_words") || field.ends_with("_person") ||
         field.ends_with("_professional") || field.ends_with("_seen") || field.ends_with("_next");
}

/// What somebody wrote in the form that could not be kept.
Html typed_words(const Asking& asking) {
  std::vector<Html> words;
  for (const auto& [field, text] : asking.request.form.pairs())
    if (!text.empty() && !is_secret(field) && (holds_words(field) || is_a_sentence(text)))
      words.push_back(h::p(cls("done"), Text(text)));
  return words.empty() ? Html() : together(h::h2(asking.say("form.your_words")), h::div(words));
}

http::Response not_kept(const Asking& asking, std::string_view why) {
  return page(asking, 503, asking.say("broken.title"), Place::none,
              h::div(cls("wrap narrow page stack"), h::h1(asking.say("broken.title")),
                     h::p(asking.say(why)), typed_words(asking),
                     h::p(h::a(cls("btn"), href(Url("/")), asking.say("not_found.home")))));
}

http::Response once_more(const Asking& asking) {
  return page(asking, 403, asking.say("form.once_more_title"), Place::none,
              h::div(cls("wrap narrow page stack"), h::h1(asking.say("form.once_more_title")),
                     h::p(asking.say("form.once_more")), typed_words(asking),
                     h::p(h::a(cls("btn"), href(Url("/")), asking.say("not_found.home")))));
}

/// A form says what its route declares and nothing else: no member slips in beside.
bool only_known_members(const Asking& asking, std::string_view members) {
  return std::ranges::all_of(asking.request.form.pairs(), [&](const auto& pair) {
    return http::form_holds(keys_of_every_form, pair.first) ||
           http::form_holds(members, pair.first);
  });
}

/// Whoever comes from another record system or program goes on where they were after signing in.
std::string way_in_for(const Asking& asking, std::string_view pattern) {
  if (pattern == "/authorize" && asking.request.method != Method::post)
    return "/sign-in?then=" + percent_encoded(authorize_again(asking));
  return pattern == "/launched" ? "/sign-in?then=launched" : "/sign-in";
}

std::string_view language_of(const http::Request& request,
                             const std::optional<service::SignedIn>& signed_in,
                             const words::Languages& languages, std::string_view standard) {
  if (signed_in && languages.has(signed_in->caller.language)) return signed_in->caller.language;
  if (languages.has(request.cookie("alongside_language")))
    return request.cookie("alongside_language");
  return languages.preferred(request.header("accept-language"), standard);
}

}  // namespace

http::Response Door::answer(const http::Request& request) {
  const auto begun = std::chrono::steady_clock::now();
  std::string_view pattern = "none";
  http::Response response = routed(request, pattern);
  const auto taken = std::chrono::steady_clock::now() - begun;
  log_.write("request",
             {{"route", pattern},
              {"status", std::int64_t{response.status}},
              {"us", std::chrono::duration_cast<std::chrono::microseconds>(taken).count()}});
  return response;
}

http::Response Door::routed(const http::Request& request, std::string_view& pattern) {
  const auto signed_in = service::signed_in(service_, request.cookie(session_cookie(settings_)));
  const auto found = http::find_route(routes(), request.method, request.path);
  const words::Language& language =
      languages_.in(language_of(request, signed_in, languages_, settings_.language));
  const Asking asking{service_,   settings_,          request, language, signed_in, found.parts,
                      as_bundle_, service_.example(), others_};
  if (found.status == 405) return http::Response::text(405, "").with("Allow", "GET, POST");
  if (found.route == nullptr) return not_found(asking);
  pattern = found.route->pattern;
  if (request.method == Method::post && forged(asking))
    return page(asking, 403, asking.say("form.forged_title"), Place::none,
                h::div(cls("wrap narrow page stack"), h::h1(asking.say("form.forged_title")),
                       h::p(asking.say("form.forged"))));
  if (request.method == Method::post && out_of_session(asking, found.route->who))
    return once_more(asking);
  if (request.method == Method::post && !only_known_members(asking, found.route->form))
    return page(asking, 400, asking.say("form.unknown_title"), Place::none,
                h::div(cls("wrap narrow page stack"), h::h1(asking.say("form.unknown_title")),
                       h::p(asking.say("form.unknown")), typed_words(asking)));
  if (!admits(found.route->who, signed_in))
    return signed_in ? not_found(asking) : http::Response::see_other(way_in_for(asking, pattern));
  try {
    return found.route->handler(asking);
  } catch (const OutOfRoom& full) {
    log_.write("fault", {{"what", std::string_view(full.what())}});
    return not_kept(asking, "broken.no_room").with("Retry-After", "60");
  } catch (const BrokenMachine& fault) {
    log_.write("fault", {{"what", std::string_view(fault.what())}});
    return not_kept(asking, "broken.not_kept").with("Retry-After", "5");
  }
}

}  // namespace alongside::web
