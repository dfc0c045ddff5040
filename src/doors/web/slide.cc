// SPDX-License-Identifier: Apache-2.0
// Numbers on a slide keep their trace.
#include "doors/web/slide.h"

#include <algorithm>

#include "doors/web/measure_figure.h"
#include "doors/web/page.h"
#include "doors/web/parts.h"
#include "doors/web/phrases.h"
#include "doors/web/project_measures.h"
#include "doors/web/projects.h"
#include "foundation/base/secret.h"
#include "foundation/base/version.h"
#include "foundation/drawing/file.h"
#include "foundation/words/phrase.h"
#include "service/read_project.h"

namespace alongside::web {
namespace {

constexpr double picture_scale = 2;
constexpr std::size_t fingerprint_characters = 12;

/// Made to be shown to others: no months about few people.
const service::ChartLook to_be_shown{{}, {}, service::people_shown_from};

enum class Form { svg, png };

http::Response file_of(const Asking& asking, const Traced& traced, Form form) {
  const std::string svg = slide_of(asking, traced);
  http::Response response{200, {}, form == Form::png ? drawing::as_png(svg, picture_scale) : svg};
  response.with("Content-Type", form == Form::png ? "image/png" : "image/svg+xml");
  const std::string name = traced.chart.measure.own() ? "measure" : traced.chart.measure.id;
  return response.with("Content-Disposition", "attachment; filename=\"" + name +
                                                  (form == Form::png ? ".png" : ".svg") + "\"");
}

http::Response of_a_team(const Asking& asking, Form form) {
  const auto team = Id<Team>::parse(asking.part("team"));
  if (!team) return not_found(asking);
  const auto seen = service::read_measure(asking.service, asking.caller(), *team,
                                          asking.part("measure"), to_be_shown);
  if (!seen) return not_found(asking);
  Url url = Url("/teams").part(team->text());
  url.then("/measures").part(asking.part("measure"));
  return file_of(asking, {seen.value().charts.front(), seen.value().site.zone, url}, form);
}

http::Response of_a_project(const Asking& asking, Form form) {
  const auto id = project_asked(asking);
  if (!id) return not_found(asking);
  const auto seen =
      service::read_project_chart(asking.service, asking.caller(), *id, asking.part("measure"), {});
  if (!seen) return not_found(asking);
  const service::ProjectChartView& view = seen.value();
  return file_of(asking, {view.measure.chart, view.zone, measure_url(asking, view.measure.number)},
                 form);
}

}  // namespace

std::string trace_words(const Asking& asking, const Traced& traced) {
  const service::MeasuredChart& chart = traced.chart;
  const Measure& measure = chart.measure;
  const Zone zone = zone_of(traced.zone);
  const std::string moment = words::date_in_words(asking.language, zone.day_of(chart.counted_at)) +
                             ", " + words::time_in_words(asking.language, zone, chart.counted_at);
  Url back = traced.url;
  if (chart.versions > 0) back.then("/versions").part(std::to_string(chart.versions));
  const std::string query =
      chart.query.empty()
          ? asking.say("slide.typed").words()
          : asking
                .say("slide.query",
                     {{"file", measure.query},
                      {"mark", sha256(chart.query).substr(0, fingerprint_characters)}})
                .words();
  return asking
      .say("slide.trace", {{"code", measure.code.empty() ? measure.id : measure.code},
                           {"version", std::to_string(measure.version)},
                           {"query", query},
                           {"moment", moment},
                           {"decisions", std::to_string(chart.versions)},
                           {"program", std::string(program_version)},
                           {"address", address_here(asking, back)}})
      .words();
}

std::string slide_of(const Asking& asking, const Traced& traced) {
  drawing::ControlChart ink = ink_of(asking, traced.chart);
  ink.title = measure_words(asking, traced.chart.measure, "name").words();
  ink.description = chart_sentence(asking, traced.chart) + " " +
                    measure_words(asking, traced.chart.measure, "unit").words();
  return drawing::as_file(ink, trace_words(asking, traced));
}

http::Response team_slide(const Asking& asking) { return of_a_team(asking, Form::svg); }
http::Response team_picture(const Asking& asking) { return of_a_team(asking, Form::png); }
http::Response project_slide(const Asking& asking) { return of_a_project(asking, Form::svg); }
http::Response project_picture(const Asking& asking) { return of_a_project(asking, Form::png); }

Html slide_links(const Asking& asking, const Url& of_the_measure) {
  return h::p(cls("small no-print"), asking.say("slide.take"), Text(" "),
              h::a(cls("stand-alone"), href(Url(of_the_measure).then("/slide.svg")),
                   asking.say("slide.as_drawing")),
              Text(" "),
              h::a(cls("stand-alone"), href(Url(of_the_measure).then("/slide.png")),
                   asking.say("slide.as_picture")));
}

}  // namespace alongside::web
