// SPDX-License-Identifier: Apache-2.0
// The authorisation matrix of the FHIR server: every route, every kind of key, three kinds of
// object; and the page of routes.
#include "doors/exchange/server/routes.h"

#include <fstream>
#include <sstream>

#include "doors/exchange/server/served.h"

namespace alongside::exchange {
namespace {

std::string file_text(const std::string& path) {
  std::ifstream file(std::string(ALONGSIDE_SOURCE) + "/" + path);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

std::string_view name_of(http::Method method) {
  switch (method) {
    case http::Method::get:
      return "GET";
    case http::Method::post:
      return "POST";
    case http::Method::put:
      return "PUT";
    case http::Method::patch:
      return "PATCH";
    default:
      return "DELETE";
  }
}

class FhirRoutes : public Served {
 protected:
  /// + served, . not there, x the key does not allow it, > no key, ! refused otherwise
  char outcome(const http::Route<FhirHandler>& route, const std::string& person) {
    std::string place(route.pattern);
    place.erase(0, std::min(place.size(), std::string_view("/fhir/").size()));
    const auto put_in = [&](const std::string& part, const std::string& by) {
      const std::size_t at = place.find("{" + part + "}");
      if (at != std::string::npos) place.replace(at, part.size() + 2, by);
    };
    const bool of_person = place.starts_with("Patient/");
    put_in("type", "Goal");
    put_in("id", of_person ? person : "g" + person);
    put_in("version", "1");
    if (place == "StructureDefinition/g" + person) place = "StructureDefinition/pdsa";
    if (place == "CodeSystem/g" + person) place = "CodeSystem/concept";
    const bool conditional = route.method != http::Method::get && place == "Goal";
    if (conditional && route.method != http::Method::post) place += "?_id=g" + person;
    std::string body;
    if (route.method == http::Method::post && (place.empty() || route.pattern == "/fhir"))
      body = R"({"resourceType":"Bundle","type":"batch"})";
    else if (route.method == http::Method::post && place == "Goal")
      body = goal("x", person == "none" ? "a" : person);
    else if (route.method == http::Method::put || route.method == http::Method::patch)
      body = goal("g" + person, person);
    const auto answer = ask(route.method, place, body);
    if (answer.status == 401) return '>';
    if (answer.status == 403) return 'x';
    if (answer.status == 404 || answer.status == 410) return '.';
    return answer.status < 400 ? '+' : '!';
  }
};

}  // namespace

TEST_F(FhirRoutes, every_route_answers_each_key_as_reviewed) {
  const std::vector<std::pair<std::string, std::string>> keys = {
      {"nobody", ""},
      {"all", everything()},
      {"reads", key_for("system/*.rs")},
      {"goals", key_for("system/Goal.rs")},
      {"amina", key_for("patient/*.cruds", "a")},
      {"about_a", key_for("system/*.cruds", "a")}};
  std::string table;
  for (const auto& route : fhir_routes()) {
    std::string row(name_of(route.method));
    row += ' ';
    row += route.pattern;
    row.resize(52, ' ');
    for (const auto& [name, key] : keys) {
      for (const char* person : {"a", "b", "none"}) {
        as(everything());
        put("Goal/ga", goal("ga", "a"));
        put("Goal/gb", goal("gb", "b"));
        as(key);
        row += outcome(route, person);
      }
      row += ' ';
    }
    row.pop_back();
    table += row + "\n";
  }
  std::string reviewed;
  std::stringstream lines(file_text("tests/doors/exchange/server/authorisation.txt"));
  for (std::string line; std::getline(lines, line);)
    if (!line.starts_with('#')) reviewed += line + "\n";
  EXPECT_EQ(table, reviewed);
}

TEST_F(FhirRoutes, every_route_stands_on_the_page_of_routes) {
  const std::string page = file_text("docs/reference/routes.md");
  for (const auto& route : fhir_routes()) {
    std::string row = "| ";
    row += name_of(route.method);
    row += " | `";
    row += route.pattern;
    row += "` | ";
    row += route.who;
    row += " | ";
    row += route.purpose;
    row += " | ";
    row += route.touches;
    EXPECT_NE(page.find(row), std::string::npos) << row;
  }
}

TEST_F(FhirRoutes, an_unknown_address_or_method_is_said_to_be_one) {
  EXPECT_EQ(get("Goal/a/b/c/d").status, 404);
  EXPECT_EQ(post("Goal/g", goal("g", "a")).status, 405);
  EXPECT_EQ(ask(http::Method::other, "Goal/g").status, 405);
}

}  // namespace alongside::exchange
