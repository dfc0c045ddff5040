// SPDX-License-Identifier: Apache-2.0
// Invariant 12: what a figure takes along leads back to its query, date and version.
#include "doors/web/slide.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <regex>

#include "clinic.h"
#include "doors/exchange/person_bundle.h"
#include "doors/web/door.h"
#include "doors/web/sign_in.h"
#include "foundation/base/secret.h"
#include "foundation/base/version.h"
#include "record/aims.h"
#include "service/my_people.h"
#include "service/set_chart.h"

namespace alongside::web {
namespace {

using testing::Clinic;

struct SlideClinic : Clinic {
  Id<Team> team = service::my_teams(service, lind).value().front().id;
  Settings settings;
  Log log{clock, nullptr};
  Door door{service, settings, log, exchange::person_bundle};
  std::string cookie = fresh_token(randomness);

  SlideClinic() {
    service.database().write([&](sql::Writing& writing) {
      record::add_session(writing, sha256(cookie), {1}, {lind.user_no}, "token", clock.now());
    });
  }
  http::Response get(const std::string& path) {
    http::Request request;
    request.method = http::Method::get;
    request.path = path;
    request.headers["host"] = "clinic.example";
    request.headers["cookie"] = std::string(session_cookie(settings)) + "=" + cookie;
    return door.answer(request);
  }
  std::string measure_path(const Measure& measure) const {
    return "/teams/" + team.text() + "/measures/" + measure.id;
  }
};

std::string file_in_source(const std::string& path) {
  std::ifstream file(ALONGSIDE_SOURCE "/" + path);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// Lines that were broken stand together again.
std::string words_of(const std::string& svg) {
  static const std::regex between("</text><text[^>]*>");
  return std::regex_replace(svg, between, " ");
}

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST(Slide, of_every_measure_leads_back_to_definition_query_date_and_program) {
  SlideClinic clinic;
  for (const Measure& measure : standard_measures()) {
    const std::string path = clinic.measure_path(measure);
    const http::Response slide = clinic.get(path + "/slide.svg");
    ASSERT_EQ(slide.status, 200) << measure.id;
    EXPECT_EQ(slide.header("Content-Type"), "image/svg+xml");
    const std::string query = file_in_source("src/record/queries/" + measure.query);
    ASSERT_FALSE(query.empty()) << measure.query;
    EXPECT_TRUE(
        holds(words_of(slide.body), measure.code + ", version " + std::to_string(measure.version)))
        << measure.id;
    EXPECT_TRUE(holds(slide.body, sha256(query).substr(0, 12))) << measure.id;
    EXPECT_TRUE(holds(words_of(slide.body), "24 November 2026")) << measure.id;
    EXPECT_TRUE(holds(slide.body, std::string(program_version))) << measure.id;
    EXPECT_TRUE(holds(slide.body, "http://clinic.example" + path)) << measure.id;
    // Where the address leads, the query stands word for word.
    EXPECT_TRUE(holds(clinic.get(path).body, "WHERE")) << measure.id;
  }
}

TEST(Slide, of_a_decided_chart_names_the_version_and_leads_to_it) {
  SlideClinic clinic;
  ASSERT_TRUE(service::set_chart(clinic.service, clinic.lind, clinic.team, "aim_asked",
                                 {"target", "2026-05", "", "", "80", "We agreed"}, clinic.once())
                  .accepted());
  const std::string path = clinic.measure_path(standard_measures().front());
  const std::string slide = clinic.get(path + "/slide.svg").body;
  EXPECT_TRUE(holds(words_of(slide), "decisions about the chart: 1")) << slide;
  EXPECT_TRUE(holds(slide, path + "/versions/1"));
  EXPECT_EQ(clinic.get(path + "/versions/1").status, 200);
}

TEST(Slide, is_a_picture_too_and_nothing_else) {
  SlideClinic clinic;
  const std::string path = clinic.measure_path(standard_measures().front());
  const http::Response picture = clinic.get(path + "/slide.png");
  EXPECT_EQ(picture.header("Content-Type"), "image/png");
  EXPECT_EQ(picture.body.substr(1, 3), "PNG");
  EXPECT_EQ(clinic.get(path + "/slide.pdf").status, 404);
  EXPECT_EQ(clinic.get("/teams/" + clinic.team.text() + "/measures/nothing/slide.svg").status, 404);
}

}  // namespace alongside::web
