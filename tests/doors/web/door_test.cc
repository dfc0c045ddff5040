// SPDX-License-Identifier: Apache-2.0
// Every route says who may use it, refuses forged forms, and is documented.
#include "doors/exchange/person_bundle.h"
#include "doors/web/door.h"

#include <gtest/gtest.h>

#include <fstream>

#include "clinic.h"
#include "doors/web/sign_in.h"
#include "foundation/base/secret.h"
#include "foundation/base/text.h"

namespace alongside::web {
namespace {

struct WithDoor : testing::Clinic {
  Settings settings;
  Log log{clock, nullptr};
  Door door{service, settings, log, exchange::person_bundle};
  http::Request asking(http::Method method, const std::string& path,
                       const std::string& cookie = "") {
    http::Request request;
    request.method = method;
    request.path = path;
    request.headers["host"] = "clinic.example";
    if (!cookie.empty()) {
      std::string& header = request.headers["cookie"];
      header = session_cookie(settings);
      header += "=";
      header += cookie;
    }
    return request;
  }
  std::string session_of(const service::Caller& caller) {
    const std::string cookie(64, static_cast<char>('a' + caller.user_no % 20));
    service.database().write([&](sql::Writing& w) {
      record::add_session(w, sha256(cookie), {1}, {caller.user_no}, "token", clock.now());
    });
    return cookie;
  }
};

std::string filled(std::string_view pattern) {
  const std::string id = "01934c9c-e34c-7717-8b4a-7169c9276795";
  std::string path;
  for (const std::string_view part : split(pattern, '/')) {
    if (part.empty()) continue;
    path += '/';
    path += part.starts_with('{') ? id : std::string(part);
  }
  return path.empty() ? "/" : path;
}

}  // namespace

TEST(Door, whoever_signs_in_is_led_on_to_known_places_alone) {
  WithDoor clinic;
  const auto asked = [&](std::string then) {
    http::Request request = clinic.asking(http::Method::get, "/sign-in");
    request.query.add("then", std::move(then));
    return clinic.door.answer(request);
  };
  const auto leads_on = [&](std::string then) {
    return asked(std::move(then)).body.find("name=\"then\"") != std::string::npos;
  };
  EXPECT_TRUE(leads_on("/authorize?client_id=a&scope=patient%2F*.rs"));
  EXPECT_TRUE(leads_on("launched"));
  EXPECT_FALSE(leads_on("/authorize?a\r\nSet-Cookie: x=y"));
  EXPECT_FALSE(leads_on("//evil.example/authorize?"));
  EXPECT_FALSE(leads_on("https://evil.example"));
  EXPECT_EQ(asked("/authorize?a").header("Content-Security-Policy").find("form-action"),
            std::string_view::npos)
      << "the program may lead on to anywhere";
  EXPECT_EQ(asked("launched").header("Content-Security-Policy"), "") << "the server's own";
}

TEST(Door, without_signing_in_only_public_routes_answer) {
  WithDoor clinic;
  for (const auto& route : routes()) {
    http::Request request = clinic.asking(route.method, filled(route.pattern));
    const http::Response response = clinic.door.answer(request);
    if (route.who == who::anyone) continue;
    if (route.method == http::Method::post) {
      EXPECT_EQ(response.status, 403) << route.pattern;  // With what was typed, to copy.
      continue;
    }
    EXPECT_EQ(response.status, 303) << route.pattern;
    // Whoever comes from another record system or program goes on there.
    EXPECT_EQ(response.header("Location"), route.pattern == "/launched" ? "/sign-in?then=launched"
                                           : route.pattern == "/authorize"
                                               ? "/sign-in?then=%2Fauthorize"
                                               : "/sign-in")
        << route.pattern;
  }
}

TEST(Door, cookies_and_links_follow_the_public_address) {
  WithDoor clinic;
  const auto language_set = [&] {
    http::Request request = clinic.asking(http::Method::post, "/language");
    request.form.add("language", "sv");
    return std::string(Door(clinic.service, clinic.settings, clinic.log, exchange::person_bundle)
                           .answer(request)
                           .header("Set-Cookie"));
  };
  EXPECT_EQ(language_set(),
            "alongside_language=sv; Path=/; HttpOnly; SameSite=Lax; Max-Age=31536000");
  EXPECT_EQ(session_cookie(clinic.settings), "alongside_session");
  clinic.settings.public_address = "https://clinic.example";
  EXPECT_EQ(language_set(),
            "alongside_language=sv; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=31536000");
  EXPECT_EQ(session_cookie(clinic.settings), "__Host-alongside_session");

  Door behind_a_proxy(clinic.service, clinic.settings, clinic.log, exchange::person_bundle);
  http::Request account = clinic.asking(http::Method::get, "/account", "");
  const std::string session = clinic.session_of(clinic.bo);
  account.headers["cookie"] = "__Host-alongside_session=" + session;
  EXPECT_EQ(behind_a_proxy.answer(account).status, 200);
  account.headers["cookie"] = "alongside_session=" + session;
  EXPECT_EQ(behind_a_proxy.answer(account).status, 303);
}

TEST(Door, a_route_for_others_answers_like_one_that_is_not_there) {
  WithDoor clinic;
  const std::string cookie = clinic.session_of(clinic.bo);
  const std::string nothing =
      clinic.door.answer(clinic.asking(http::Method::get, "/nothing", cookie)).body;
  for (const auto& route : routes()) {
    if (route.who != who::professional && route.who != who::administrator) continue;
    http::Request request = clinic.asking(route.method, filled(route.pattern), cookie);
    request.form.add("form_token", "0000000000000000token");
    const http::Response response = clinic.door.answer(request);
    EXPECT_EQ(response.status, 404) << route.pattern;
    // Alike but for the one-time keys of the language form.
    EXPECT_EQ(response.body.size(), nothing.size()) << route.pattern;
  }
}

TEST(Door, refuses_forged_forms) {
  WithDoor clinic;
  const std::string cookie = clinic.session_of(clinic.amina);
  http::Request request = clinic.asking(http::Method::post, "/me/aims/new", cookie);
  request.form.add("words", "Walk");
  request.form.add("once", "1");
  const http::Response old_tab = clinic.door.answer(request);
  EXPECT_EQ(old_tab.status, 403);
  EXPECT_NE(old_tab.body.find("Walk"), std::string::npos);  // What was typed is not lost.
  request.form.add("form_token", "0000000000000000token");
  request.headers["sec-fetch-site"] = "cross-site";
  EXPECT_EQ(clinic.door.answer(request).status, 403);
  request.headers["sec-fetch-site"] = "same-origin";
  request.headers["origin"] = "https://evil.example";
  EXPECT_EQ(clinic.door.answer(request).status, 403);
  request.headers["origin"] = "https://clinic.example";
  EXPECT_EQ(clinic.door.answer(request).status, 303);
}

TEST(Door, speaks_the_language_of_the_browser) {
  WithDoor clinic;
  http::Request request = clinic.asking(http::Method::get, "/sign-in");
  request.headers["accept-language"] = "sv-SE,sv;q=0.9";
  EXPECT_NE(clinic.door.answer(request).body.find("Logga in"), std::string::npos);
}

TEST(Door, every_route_is_documented_with_who_may_use_it) {
  std::ifstream file(ALONGSIDE_SOURCE "/docs/reference/routes.md");
  const std::string page{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  for (const auto& route : routes()) {
    const std::string row = std::string("| ") +
                            (route.method == http::Method::get ? "GET" : "POST") + " | `" +
                            std::string(route.pattern) + "` | " + std::string(route.who) + " | " +
                            std::string(route.purpose) + " | " + std::string(route.form) + " | " +
                            std::string(route.touches) + " |";
    EXPECT_NE(page.find(row), std::string::npos) << row;
  }
}

}  // namespace alongside::web
