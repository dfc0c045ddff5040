// SPDX-License-Identifier: Apache-2.0
// Finds the route, the caller and the language, refuses forged forms, and asks the page.
#include "doors/web/door.h"

#include <chrono>

#include "doors/web/my_aims.h"
#include "doors/web/my_plan.h"
#include "doors/web/page.h"
#include "doors/web/patterns.h"
#include "doors/web/people.h"
#include "doors/web/sign_in.h"
#include "doors/web/team.h"
#include "foundation/base/broken.h"
#include "foundation/base/secret.h"

namespace alongside::web {
namespace {

using http::Method;

http::Response asset_file(const Asking& asking) {
  const std::string_view wanted = asking.part("file");
  if (asking.part("fingerprint") != assets_fingerprint()) return http::Response::text(404, "");
  if (wanted == "alongside.css")
    return http::Response::forever("text/css; charset=utf-8", style_sheet());
  for (const EmbeddedFile& file : assets()) {
    if (file.name != wanted || file.name.ends_with(".css")) continue;
    if (wanted.ends_with(".woff2")) return http::Response::forever("font/woff2", file.bytes);
    if (wanted.ends_with(".svg")) return http::Response::forever("image/svg+xml", file.bytes);
    if (wanted.ends_with(".js"))
      return http::Response::forever("text/javascript; charset=utf-8", file.bytes);
  }
  return http::Response::text(404, "");
}

http::Response health(const Asking&) { return http::Response::text(200, "ok\n"); }

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
  if (!origin.empty() && origin != "null" &&
      !origin.ends_with("//" + std::string(request.header("host"))))
    return true;
  return false;
}

/// A form of a session that has ended, or of another one. What was typed is shown, so that it is
/// not lost; nothing of it is kept.
bool out_of_session(const Asking& asking, std::string_view audience) {
  if (audience == who::anyone) return false;
  return !asking.signed_in ||
         !same_secret(asking.typed("form_token"), asking.signed_in->form_token);
}

/// What somebody wrote in the form that could not be kept.
Html typed_words(const Asking& asking) {
  std::vector<Html> words;
  for (const auto& [field, text] : asking.request.form.pairs())
    if (field == "words" || field == "line" || field == "note" || field == "as_understood" ||
        field == "correction" || field == "commitments" || field == "helpers" ||
        field.starts_with("level_") || field.ends_with("_words"))
      if (!text.empty()) words.push_back(h::p(cls("done"), Text(text)));
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

std::string_view language_of(const http::Request& request,
                             const std::optional<service::SignedIn>& signed_in,
                             const words::Languages& languages, std::string_view standard) {
  if (signed_in && languages.has(signed_in->caller.language)) return signed_in->caller.language;
  if (languages.has(request.cookie("alongside_language")))
    return request.cookie("alongside_language");
  return languages.preferred(request.header("accept-language"), standard);
}

}  // namespace

const std::vector<http::Route<PageHandler>>& routes() {
  static const std::vector<http::Route<PageHandler>> table = {
      {Method::get, "/", who::anyone, "To the caller's own first page.", home},
      {Method::get, "/health", who::anyone, "Says that the server answers.", health},
      {Method::get, "/patterns", who::anyone, "Every part of the interface.", patterns_page},
      {Method::get, "/assets/{fingerprint}/{file}", who::anyone, "Style, script, fonts.",
       asset_file},
      {Method::get, "/sign-in", who::anyone, "The form to sign in.", sign_in_page},
      {Method::post, "/sign-in", who::anyone, "Signs in.", post_sign_in},
      {Method::post, "/sign-out", who::signed_in, "Ends the session.", post_sign_out},
      {Method::post, "/language", who::anyone, "Chooses English or Swedish.", post_language},
      {Method::get, "/account", who::signed_in, "Help and signing out.", account_page},
      {Method::get, "/join/{token}", who::anyone, "The form for an invitation.", join_page},
      {Method::post, "/join/{token}", who::anyone, "Uses an invitation.", post_join},

      {Method::get, "/me", who::person, "The person's own page.", my_page},
      {Method::get, "/me/aims/new", who::person, "The form for a new aim.", new_aim_page},
      {Method::post, "/me/aims/new", who::person, "States an aim.", post_new_aim},
      {Method::get, "/me/aims/{aim}", who::person, "One aim of one's own.", aim_page},
      {Method::get, "/me/aims/{aim}/restate", who::person, "The form to say an aim anew.",
       restate_page},
      {Method::post, "/me/aims/{aim}/restate", who::person, "Restates an aim.", post_restate},
      {Method::get, "/me/aims/{aim}/levels", who::person, "The form for an aim's levels.",
       levels_page},
      {Method::post, "/me/aims/{aim}/levels", who::person, "Says an aim's levels.", post_levels},
      {Method::post, "/me/aims/{aim}/move", who::person, "Changes the order of aims.", post_move},
      {Method::post, "/me/aims/{aim}/let-go", who::person, "Lets an aim go.", post_let_go},
      {Method::post, "/me/aims/{aim}/take-up", who::person, "Takes an aim up again.", post_take_up},
      {Method::post, "/me/aims/{aim}/answer", who::person, "Answers a reading-back.", post_answer},
      {Method::post, "/me/aims/{aim}/rate", who::person, "Judges where an aim is.",
       post_own_rating},
      {Method::get, "/me/check-in", who::person, "The check-in.", check_in_page},
      {Method::post, "/me/check-in", who::person, "Checks in.", post_check_in},
      {Method::get, "/me/check-in/saved", who::person, "What comes after a check-in.",
       check_in_saved_page},
      {Method::get, "/me/plan", who::person, "Who is doing what.", plan_page},
      {Method::get, "/me/life", who::person, "The form about a person's life.", life_page},
      {Method::post, "/me/life", who::person, "Describes a person's life.", post_life},
      {Method::get, "/me/sharing", who::person, "Who looked and who changed.", sharing_page},

      {Method::get, "/people", who::professional, "The people of one's teams.", people_page},
      {Method::post, "/people/search", who::professional, "Finds people by name.",
       post_people_search},
      {Method::get, "/people/{person}", who::professional, "One person's shared page.",
       person_page},
      {Method::post, "/people/{person}/visit", who::professional, "Notes a visit.", post_visit},
      {Method::post, "/people/{person}/tick", who::professional, "Ticks a promise as done.",
       post_tick},
      {Method::get, "/people/{person}/agree", who::professional, "The form for an agreement.",
       agree_page},
      {Method::post, "/people/{person}/agree", who::professional, "Records an agreement.",
       post_agree},
      {Method::post, "/people/{person}/aims/{aim}/read-back", who::professional,
       "Reads an aim back.", post_read_back},
      {Method::post, "/people/{person}/aims/{aim}/rate", who::professional,
       "Rates beside the person.", post_rating_beside},
      {Method::get, "/teams", who::professional, "The teams of a professional.", teams_page},
      {Method::get, "/teams/{team}", who::professional, "A team's measures over time.", team_page},
      {Method::get, "/teams/{team}/measures/{measure}", who::professional,
       "Where a number comes from.", measure_page},

      {Method::get, "/admin", who::administrator, "Who can sign in.", admin_page},
      {Method::post, "/admin/search", who::administrator, "Finds people to invite.",
       post_admin_search},
      {Method::post, "/admin/invite", who::administrator, "Makes a link for one person.",
       post_invite},
  };
  return table;
}

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
  const auto signed_in = service::signed_in(service_, request.cookie(session_cookie));
  const auto found = http::find_route(routes(), request.method, request.path);
  const words::Language& language =
      languages_.in(language_of(request, signed_in, languages_, settings_.language));
  const Asking asking{service_,  settings_,   request,           language,
                      signed_in, found.parts, service_.example()};
  if (found.status == 405) return http::Response::text(405, "").with("Allow", "GET, POST");
  if (found.route == nullptr) return not_found(asking);
  pattern = found.route->pattern;
  if (request.method == Method::post && forged(asking))
    return page(asking, 403, asking.say("form.forged_title"), Place::none,
                h::div(cls("wrap narrow page stack"), h::h1(asking.say("form.forged_title")),
                       h::p(asking.say("form.forged"))));
  if (request.method == Method::post && out_of_session(asking, found.route->who))
    return once_more(asking);
  if (!admits(found.route->who, signed_in))
    return signed_in ? not_found(asking) : http::Response::see_other("/sign-in");
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
