// SPDX-License-Identifier: Apache-2.0
// "Not suitable here" stands in the same place and size as "it worked".
#include "doors/web/findings.h"

#include <algorithm>

#include "doors/web/measure_figure.h"
#include "doors/web/page.h"
#include "doors/web/parts.h"
#include "doors/web/project_measures.h"
#include "doors/web/projects.h"
#include "doors/web/tests_of_change.h"
#include "service/tell_finding.h"

namespace alongside::web {
namespace {

using service::ProjectView;

Html said(const std::string& words) {
  return h::span(Attribute("dir", std::string_view("auto")), Text(words));
}

/// Where it comes from and what it is about, as links.
Html lineage_of(const Asking& asking, const ProjectView& view, const Finding& finding) {
  std::vector<Html> ways;
  for (const TestOfChange& test : view.tests)
    if (test.number == finding.test)
      ways.push_back(h::a(cls("stand-alone"), href(test_url(asking, test.number)),
                          asking.say("finding.from_test", {{"test", test.plan.title}})));
  for (const service::ProjectChart& measure : view.measures)
    if (measure.number == finding.measure)
      ways.push_back(h::a(
          cls("stand-alone"), href(measure_url(asking, measure.number)),
          asking.say("finding.seen_on",
                     {{"measure", measure_words(asking, measure.chart.measure, "name").words()}})));
  for (const auto& [action, name] : view.actions)
    if (action == finding.action && !action.empty())
      ways.push_back(h::span(cls("small"), asking.say("finding.about", {{"option", name}})));
  std::vector<Html> items;
  for (Html& way : ways) items.push_back(h::li(way));
  return items.empty() ? Html() : h::ul(cls("small"), items);
}

Html acts_on(const Asking& asking, const ProjectView& view, const Finding& finding) {
  Url to = project_url(asking).then("/findings").part(std::to_string(finding.number));
  const Html name_of = h::span(cls("vh"), Text(" " + finding.outcome));
  const bool may_approve = view.of_the_team && !finding.approved_at && !finding.action.empty();
  return h::div(cls("row"),
                may_approve ? post_form(asking, Url(to).then("/approve"), cls("inline"),
                                        h::button(cls("btn line small"),
                                                  asking.say("finding.approve"), name_of))
                            : Html(),
                post_form(asking, Url(to).then("/end"), cls("inline"),
                          h::button(cls("btn line small"), asking.say("finding.end"), name_of)));
}

Html finding_item(const Asking& asking, const ProjectView& view, const Finding& finding) {
  const auto fact = [&](std::string_view key, const std::string& words) {
    return words.empty() ? Html() : together(h::dt(asking.say(key)), h::dd(said(words)));
  };
  return h::li(
      h::h3(words_for(asking, finding.kind)),
      h::dl(cls("facts"), fact("finding.context", finding.context),
            fact("finding.mechanism", finding.mechanism), fact("finding.outcome", finding.outcome),
            fact("finding.data", finding.data), fact("finding.story", finding.story)),
      lineage_of(asking, view, finding),
      finding.approved_at ? h::p(h::span(cls("chip"), asking.say("finding.is_approved"))) : Html(),
      acts_on(asking, view, finding));
}

Html finding_form(const FormState& state, const ProjectView& view) {
  const Asking& asking = state.asking;
  std::vector<Choice> kinds;
  for (const FindingKind kind : finding_kinds)
    kinds.push_back({std::string(code_of(kind)), Html(words_for(asking, kind))});
  std::vector<Choice> tests;
  for (const TestOfChange& test : view.tests)
    tests.push_back({std::to_string(test.number), Html(Text(test.plan.title))});
  std::vector<Choice> measures;
  for (const service::ProjectChart& measure : view.measures)
    measures.push_back({std::to_string(measure.number),
                        Html(measure_words(asking, measure.chart.measure, "name"))});
  std::vector<Choice> actions;
  for (const auto& [action, option_name] : view.actions)
    actions.push_back({action, Html(Text(option_name))});
  const auto list = [&](const Field& field, const std::vector<Choice>& choices,
                        std::string_view chosen) {
    return choices.empty() ? Html() : select_field(state, field, choices, chosen);
  };
  return post_form(
      asking, project_url(asking).then("/findings"), cls("card stack"), id("form"),
      h::h2(asking.say("finding.write")), h::p(asking.say("finding.no_names")),
      tiles(state, "kind", asking.say("finding.ask_kind"), kinds, ""),
      area_field(state, {"context", "finding.context", "finding.context_hint"}, 2),
      area_field(state, {"mechanism", "finding.mechanism", "finding.mechanism_hint"}, 2),
      area_field(state, {"outcome", "finding.outcome", "finding.outcome_hint"}, 2),
      area_field(state, {"data", "finding.data", "finding.data_hint"}, 2),
      area_field(state, {"story", "finding.story", "finding.story_hint"}, 2),
      list({"test", "finding.ask_test", ""}, tests, asking.request.query.value("test")),
      list({"measure", "finding.ask_measure", ""}, measures, ""),
      list({"action", "finding.ask_option", "finding.option_hint"}, actions, ""),
      h::p(h::button(cls("btn"), asking.say("finding.keep"))));
}

std::vector<Html> items_of(const Asking& asking, const ProjectView& view) {
  std::vector<Html> items;
  for (const Finding& finding : view.findings) items.push_back(finding_item(asking, view, finding));
  return items;
}

http::Response show_findings(const FormState& state) {
  const Asking& asking = state.asking;
  const auto id = project_asked(asking);
  if (!id) return not_found(asking);
  const auto seen = service::read_project(asking.service, asking.caller(), *id);
  if (!seen) return not_found(asking);
  const ProjectView& view = seen.value();
  const auto items = items_of(asking, view);
  return page(
      asking, state.came_back() ? 422 : 200, asking.say("finding.title"), Place::projects,
      h::div(cls("wrap narrow page stack project-page"),
             h::p(h::a(href(project_url(asking)), Text(view.project.name))), fault_summary(state),
             h::h1(asking.say("finding.title")), h::p(cls("lead"), asking.say("finding.lead")),
             items.empty() ? Html()
                           : Html(h::section(cls("card"), h::h2(asking.say("finding.all")),
                                             h::ul(cls("looks"), items))),
             finding_form(state, view)));
}

template <class Act>
http::Response acted(const Asking& asking, Act act) {
  const auto id = project_asked(asking);
  if (!id) return not_found(asking);
  return done_or_again(asking, act(*id), project_url(asking).then("/findings"), show_findings);
}

}  // namespace

Text words_for(const Asking& asking, FindingKind kind) {
  switch (kind) {
    case FindingKind::worked:
      return asking.say("finding.worked");
    case FindingKind::partly:
      return asking.say("finding.partly");
    case FindingKind::did_not_work:
      return asking.say("finding.did_not_work");
    case FindingKind::not_suitable:
      return asking.say("finding.not_suitable");
  }
  return Text({});
}

Html findings_card(const Asking& asking, const ProjectView& view) {
  std::vector<Html> items;
  for (const Finding& finding : view.findings)
    items.push_back(h::li(h::b(words_for(asking, finding.kind)), Text(": "), said(finding.outcome),
                          h::br(), h::span(cls("small muted"), said(finding.context))));
  return h::section(
      cls("card"), h::h2(asking.say("finding.title")),
      items.empty() ? h::p(cls("muted"), asking.say("finding.none")) : h::ul(cls("looks"), items),
      h::p(h::a(cls("stand-alone"), href(project_url(asking).then("/findings")),
                asking.say("finding.to_all"))));
}

Html found_by_teams(const Asking& asking, const std::vector<Finding>& findings) {
  constexpr std::size_t shown_at_most = 3;
  std::vector<Html> items;
  for (const Finding& finding : findings) {
    if (items.size() >= shown_at_most) break;
    items.push_back(h::li(h::b(words_for(asking, finding.kind)), Text(": "), said(finding.outcome),
                          Text(" "), h::span(cls("small muted"), said(finding.context))));
  }
  if (items.empty()) return {};
  return h::div(h::p(cls("small"), h::b(asking.say("finding.teams_found"))), h::ul(items));
}

http::Response findings_page(const Asking& asking) { return show_findings({asking, {}}); }

http::Response post_finding(const Asking& asking) {
  return acted(asking, [&](const Id<Project>& id) {
    const auto typed = [&](std::string_view field) { return typed_in(asking, field); };
    return service::tell_finding(
        asking.service, asking.caller(), id,
        {typed("kind"), typed("context"), typed("mechanism"), typed("outcome"), typed("data"),
         typed("story"), typed("measure"), typed("test"), typed("action")},
        asking.once());
  });
}

http::Response post_approve_finding(const Asking& asking) {
  return acted(asking, [&](const Id<Project>& id) {
    return service::approve_finding(asking.service, asking.caller(), id, asking.part("finding"),
                                    asking.once());
  });
}

http::Response post_end_finding(const Asking& asking) {
  return acted(asking, [&](const Id<Project>& id) {
    return service::end_finding(asking.service, asking.caller(), id, asking.part("finding"),
                                asking.once());
  });
}

}  // namespace alongside::web
