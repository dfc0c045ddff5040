// SPDX-License-Identifier: Apache-2.0
// Parts stand in the order of their names and never of their numbers; few people are not told.
#include "doors/web/split.h"

#include "doors/web/measure_figure.h"
#include "doors/web/page.h"
#include "doors/web/parts.h"
#include "doors/web/phrases.h"
#include "doors/web/projects.h"
#include "service/read_split.h"

namespace alongside::web {
namespace {

using service::SplitChart;
using service::SplitView;

Text words_for(const Asking& asking, SplitBy split) {
  switch (split) {
    case SplitBy::age_band:
      return asking.say("split.age_band");
    case SplitBy::response_kind:
      return asking.say("split.response_kind");
    case SplitBy::shared_work:
      return asking.say("split.shared_work");
    case SplitBy::mode:
      return asking.say("split.mode");
  }
  return Text({});
}

Text band_words(const Asking& asking, std::string_view band) {
  if (band == "under_18") return asking.say("split.under_18");
  if (band == "18_39") return asking.say("split.18_39");
  if (band == "40_64") return asking.say("split.40_64");
  if (band == "65_79") return asking.say("split.65_79");
  if (band == "80_and_over") return asking.say("split.80_and_over");
  return asking.say("split.unknown");
}

Text stratum_words(const Asking& asking, SplitBy split, const std::string& stratum) {
  if (split == SplitBy::age_band) return band_words(asking, stratum);
  if (split == SplitBy::mode) {
    const auto mode = visit_mode_from(stratum);
    return mode ? web::words_for(asking, *mode) : asking.say("split.mode_unknown");
  }
  if (const auto degree = shared_work_from(stratum)) return web::words_for(asking, *degree);
  if (const auto kind = response_kind_from(stratum)) return web::words_for(asking, *kind);
  return asking.say("split.none");
}

Html by_words(const Asking& asking, SplitBy split) {
  if (split == SplitBy::age_band) return {};
  return h::p(cls("small muted"),
              asking.say(split == SplitBy::mode ? "split.by_visit" : "split.by_agreement"));
}

Html part_of(const Asking& asking, SplitBy split, const SplitChart& part) {
  const Text name = stratum_words(asking, split, part.stratum);
  if (!part.chart) {
    const std::string few = std::to_string(service::stratum_people_min);
    return h::section(cls("card"), h::h2(name),
                      h::p(cls("muted"), asking.say("split.too_few", {{"n", few}})));
  }
  const service::MeasuredChart& chart = *part.chart;
  return h::section(
      cls("card"), h::h2(name),
      h::p(cls("small muted"), asking.say_count("split.people", part.people)),
      h::figure(h::figcaption(mark(shape_of(chart.reading.verdict)), Text(" "),
                              Text(chart_sentence(asking, chart)),
                              h::span(cls("sub"), measure_words(asking, chart.measure, "unit"))),
                drawn(asking, chart)),
      h::details(cls("data"), h::summary(asking.say("chart.show_numbers")),
                 numbers_table(asking, chart)));
}

http::Response show_split(const Asking& asking, const SplitView& view, SplitBy split,
                          const Url& of_the_measure, Place place) {
  std::vector<Html> parts;
  for (const SplitChart& part : view.parts) parts.push_back(part_of(asking, split, part));
  const Text title = measure_words(asking, view.measure, "name");
  return page(
      asking, 200, title, place,
      h::div(cls("wrap narrow page stack"), h::p(h::a(href(of_the_measure), title)),
             h::h1(title, Text(": "), words_for(asking, split)), by_words(asking, split),
             parts.empty() ? h::p(asking.say("split.nothing")) : h::div(cls("stack"), parts),
             split_links(asking, of_the_measure)));
}

}  // namespace

Html split_links(const Asking& asking, const Url& of_the_measure) {
  std::vector<Html> links;
  for (const SplitBy split : ways_to_split)
    links.push_back(h::a(cls("btn line small"),
                         href(Url(of_the_measure).then("/by").part(code_of(split))),
                         words_for(asking, split)));
  return h::div(h::p(cls("small muted"), asking.say("split.lead")), h::div(cls("row"), links));
}

http::Response split_page(const Asking& asking) {
  const auto team = Id<Team>::parse(asking.part("team"));
  const auto split = split_by_from(asking.part("split"));
  if (!team || !split) return not_found(asking);
  const auto seen =
      service::read_split(asking.service, asking.caller(), *team, asking.part("measure"), *split);
  if (!seen) return not_found(asking);
  Url url = Url("/teams").part(team->text());
  url.then("/measures").part(asking.part("measure"));
  return show_split(asking, seen.value(), *split, url, Place::team);
}

http::Response project_split_page(const Asking& asking) {
  const auto project = project_asked(asking);
  const auto split = split_by_from(asking.part("split"));
  if (!project || !split) return not_found(asking);
  const auto seen = service::read_project_split(asking.service, asking.caller(), *project,
                                                asking.part("measure"), *split);
  if (!seen) return not_found(asking);
  const Url url = project_url(asking).then("/measures").part(asking.part("measure"));
  return show_split(asking, seen.value(), *split, url, Place::projects);
}

}  // namespace alongside::web
