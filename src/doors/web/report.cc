// SPDX-License-Identifier: Apache-2.0
// What the project says stands first, then what people wrote; what is empty is named.
#include "doors/web/report.h"

#include <algorithm>

#include "change/joined_words.h"
#include "doors/web/page.h"
#include "doors/web/parts.h"
#include "doors/web/projects.h"
#include "foundation/base/text.h"
#include "foundation/words/phrase.h"
#include "service/write_report.h"

namespace alongside::web {
namespace {

using service::ProjectView;

struct Asked {
  ProjectView view;
  Report report;
};

std::string_view name_key(ReportItem item) {
  switch (item) {
    case ReportItem::title:
      return "report.title";
    case ReportItem::abstract:
      return "report.abstract";
    case ReportItem::problem:
      return "report.problem";
    case ReportItem::knowledge:
      return "report.knowledge";
    case ReportItem::rationale:
      return "report.rationale";
    case ReportItem::aims:
      return "report.aims";
    case ReportItem::context:
      return "report.context";
    case ReportItem::interventions:
      return "report.interventions";
    case ReportItem::study:
      return "report.study";
    case ReportItem::measures:
      return "report.measures";
    case ReportItem::analysis:
      return "report.analysis";
    case ReportItem::ethics:
      return "report.ethics";
    case ReportItem::results:
      return "report.results";
    case ReportItem::summary:
      return "report.summary";
    case ReportItem::interpretation:
      return "report.interpretation";
    case ReportItem::limitations:
      return "report.limitations";
    case ReportItem::conclusions:
      return "report.conclusions";
    case ReportItem::funding:
      return "report.funding";
  }
  return {};
}

std::optional<Asked> report_asked(const Asking& asking) {
  const auto id = project_asked(asking);
  if (!id) return std::nullopt;
  auto view = service::read_project(asking.service, asking.caller(), *id);
  auto report = service::read_report(asking.service, asking.caller(), *id);
  if (!view || !report) return std::nullopt;
  return Asked{std::move(view).value(), std::move(report).value()};
}

Html written(const std::string& words) {
  std::vector<Html> paragraphs;
  for (const std::string_view line : split(words, '\n'))
    if (!line.empty())
      paragraphs.push_back(
          h::p(Attribute("dir", std::string_view("auto")), Text(std::string(line))));
  return h::div(paragraphs);
}

Html item_part(const Asking& asking, const Asked& asked, ReportItem item, Figures figures) {
  const Html said = said_by_project(asking, asked.view, item, figures);
  const std::string& words = asked.report.at(item);
  const bool empty = said.empty() && words.empty();
  return together(h::h3(words_for(asking, item)), said, written(words),
                  empty ? h::p(cls("muted"), asking.say("report.not_said")) : Html());
}

/// The whole report below its title.
Html body_of(const Asking& asking, const Asked& asked, Figures figures) {
  Html all;
  std::optional<ReportPart> before;
  for (const ReportItem item : report_items) {
    const ReportPart part = part_of(item);
    if (part != before) all += h::h2(words_for(asking, part));
    before = part;
    all += item_part(asking, asked, item, figures);
  }
  return all;
}

Html source_of(const Asking& asking, const Asked& asked) {
  const std::string day = words::date_in_words(
      asking.language, Zone::named(asked.view.site.zone).value().day_of(asking.now()));
  return h::p(cls("small muted"),
              asking.say("report.source",
                         {{"day", day}, {"version", std::to_string(asked.report.version)}}));
}

Html empty_items(const Asking& asking, const Asked& asked) {
  std::string what;
  for (const ReportItem item : report_items)
    if (asked.report.at(item).empty() &&
        said_by_project(asking, asked.view, item, Figures::small).empty())
      what += (what.empty() ? "" : ", ") + words_for(asking, item).words();
  return what.empty() ? Html() : note(Html(asking.say("report.still_empty", {{"what", what}})));
}

/// Beside an item that two people changed: what the other wrote.
Html theirs(const FormState& state, const Report& newest, ReportItem item) {
  const Fault* fault = state.fault_of(code_of(item));
  if (fault == nullptr || fault->key != "report.both_changed") return {};
  return note(together(state.asking.say("charter.theirs", {{"name", newest.written_by}}), h::br(),
                       h::b(Attribute("dir", std::string_view("auto")),
                            newest.at(item).empty() ? state.asking.say("charter.nothing_there")
                                                    : Text(newest.at(item)))));
}

ReportWords typed_words(const Asking& asking) {
  ReportWords words;
  for (std::size_t i = 0; i < report_items.size(); ++i)
    words[i] = tidied(asking.typed(code_of(report_items[i])));
  return words;
}

/// With what others wrote since, where the form came back.
ReportWords words_to_show(const Asking& asking, const FormState& state, const Report& newest) {
  if (!state.came_back()) return newest.words;
  const auto base = whole_number(asking.typed("base")).value_or(0);
  Report before;
  if (base > 0) {
    const auto id = project_asked(asking);
    const auto read = service::read_report(asking.service, asking.caller(), *id, base);
    if (read) before = read.value();
  }
  return joined_words(before.words, newest.words, typed_words(asking)).words;
}

http::Response show_form(const FormState& state) {
  const Asking& asking = state.asking;
  const auto asked = report_asked(asking);
  if (!asked) return not_found(asking);
  const ReportWords words = words_to_show(asking, state, asked->report);
  http::Request again = asking.request;
  again.form = {};
  const Asking anew{asking.service,   asking.settings,  again,
                    asking.language,  asking.signed_in, asking.parts,
                    asking.as_bundle, asking.example};
  for (std::size_t i = 0; i < report_items.size(); ++i)
    again.form.add(std::string(code_of(report_items[i])), words[i]);
  const FormState shown{anew, state.faults};
  std::vector<Html> fields;
  for (std::size_t i = 1; i < report_items.size(); ++i)
    fields.push_back(h::section(
        cls("card stack-s"), h::p(cls("small muted"), hint_for(asking, report_items[i])),
        area_field(shown, {std::string(code_of(report_items[i])), name_key(report_items[i]), ""}, 3,
                   words[i]),
        theirs(state, asked->report, report_items[i])));
  return page(
      asking, state.came_back() ? 422 : 200, asking.say("report.write"), Place::projects,
      h::div(cls("wrap narrow page stack"),
             h::p(h::a(href(Url(project_url(asking)).then("/report")), asking.say("report.name"))),
             fault_summary(state), h::h1(asking.say("report.write")),
             h::p(cls("lead"), asking.say("report.write_lead")),
             post_form(asking, Url(project_url(asking)).then("/report/words"), cls("stack"),
                       h::input(type("hidden"), name("base"),
                                value(std::to_string(asked->report.version))),
                       fields, h::p(h::button(cls("btn"), asking.say("form.save"))))));
}

}  // namespace

Text words_for(const Asking& asking, ReportItem item) { return asking.say(name_key(item)); }

Text hint_for(const Asking& asking, ReportItem item) {
  switch (item) {
    case ReportItem::title:
      return asking.say("report.hint_title");
    case ReportItem::abstract:
      return asking.say("report.hint_abstract");
    case ReportItem::problem:
      return asking.say("report.hint_problem");
    case ReportItem::knowledge:
      return asking.say("report.hint_knowledge");
    case ReportItem::rationale:
      return asking.say("report.hint_rationale");
    case ReportItem::aims:
      return asking.say("report.hint_aims");
    case ReportItem::context:
      return asking.say("report.hint_context");
    case ReportItem::interventions:
      return asking.say("report.hint_interventions");
    case ReportItem::study:
      return asking.say("report.hint_study");
    case ReportItem::measures:
      return asking.say("report.hint_measures");
    case ReportItem::analysis:
      return asking.say("report.hint_analysis");
    case ReportItem::ethics:
      return asking.say("report.hint_ethics");
    case ReportItem::results:
      return asking.say("report.hint_results");
    case ReportItem::summary:
      return asking.say("report.hint_summary");
    case ReportItem::interpretation:
      return asking.say("report.hint_interpretation");
    case ReportItem::limitations:
      return asking.say("report.hint_limitations");
    case ReportItem::conclusions:
      return asking.say("report.hint_conclusions");
    case ReportItem::funding:
      return asking.say("report.hint_funding");
  }
  return Text({});
}

Text words_for(const Asking& asking, ReportPart part) {
  switch (part) {
    case ReportPart::heading:
      return asking.say("report.part_heading");
    case ReportPart::introduction:
      return asking.say("report.part_introduction");
    case ReportPart::methods:
      return asking.say("report.part_methods");
    case ReportPart::results:
      return asking.say("report.part_results");
    case ReportPart::discussion:
      return asking.say("report.part_discussion");
    case ReportPart::other:
      return asking.say("report.part_other");
  }
  return Text({});
}

http::Response report_page(const Asking& asking) {
  const auto asked = report_asked(asking);
  if (!asked) return not_found(asking);
  const Url url = Url(project_url(asking)).then("/report");
  return page(
      asking, 200, asking.say("report.name"), Place::projects,
      h::div(
          cls("wrap narrow page stack project-page"),
          h::p(cls("no-print"), h::a(href(project_url(asking)), Text(asked->view.project.name))),
          asking.request.query.has("kept") ? saved_notice(asking.say("form.kept")) : Html(),
          h::h1(Attribute("dir", std::string_view("auto")), Text(asked->view.project.name)),
          h::p(cls("lead no-print"), asking.say("report.lead")),
          h::div(cls("row no-print"),
                 h::a(cls("btn"), href(Url(url).then("/words")), asking.say("report.write")),
                 h::a(cls("btn line"), href(Url(url).then("/file")), asking.say("report.as_file"))),
          h::div(cls("no-print"), empty_items(asking, *asked)),
          body_of(asking, *asked, Figures::small), source_of(asking, *asked)));
}

http::Response report_file(const Asking& asking) {
  const auto asked = report_asked(asking);
  if (!asked) return not_found(asking);
  http::Response response = http::Response::html(
      200,
      page_as_file(
          asking, Text(asked->view.project.name),
          h::div(cls("wrap narrow page stack"),
                 h::h1(Attribute("dir", std::string_view("auto")), Text(asked->view.project.name)),
                 body_of(asking, *asked, Figures::whole), source_of(asking, *asked))));
  response.with("Content-Disposition", "attachment; filename=\"project-report.html\"");
  return response;
}

http::Response report_words_page(const Asking& asking) { return show_form({asking, {}}); }

http::Response post_report_words(const Asking& asking) {
  const auto id = project_asked(asking);
  if (!id) return not_found(asking);
  return done_or_again(
      asking,
      service::write_report(asking.service, asking.caller(), *id, typed_words(asking),
                            asking.typed("base"), asking.once()),
      Url(project_url(asking)).then("/report").with("kept", "1"), show_form);
}

}  // namespace alongside::web
