// SPDX-License-Identifier: Apache-2.0
// What was said and agreed, in plain words for the person, on one page of paper; and the same as
// plain text for another system's record.
#include "doors/web/corrections.h"
#include "doors/web/page.h"
#include "doors/web/parts.h"
#include "doors/web/phrases.h"
#include "doors/web/today.h"
#include "service/read_record.h"

namespace alongside::web {
namespace {

using service::RecordView;

/// A heading and its lines: shown as a list, and written as plain text.
struct Section {
  std::string title;
  std::vector<std::string> lines;
};

class PlanSheet {
 public:
  PlanSheet(const Asking& asking, const RecordView& view)
      : asking_(asking), view_(view), zone_(zone_of(view.site.zone)) {}

  std::vector<Section> sections() const {
    std::vector<Section> all{{say("sheet.matters"), aims()}};
    const auto plans = view_.current_agreements();
    add(all, "sheet.you_will", actions(plans, Side::person));
    add(all, "sheet.team_will", actions(plans, Side::professional));
    add(all, "sheet.looked_at", options(plans));
    add(all, "sheet.differently", views(plans));
    if (plans.empty()) all.push_back({say("plan.who_does_what"), {say("sheet.no_plan")}});
    add(all, "correction.sheet", corrections());
    add(all, "visit.next", days(plans));
    return all;
  }

  std::string date() const {
    return day_words(asking_, zone_, view_.last_visit.value_or(asking_.now()));
  }

 private:
  std::string say(std::string_view key, words::Values values = {}) const {
    return asking_.language.say(key, values);
  }
  void add(std::vector<Section>& all, std::string_view key, std::vector<std::string> lines) const {
    if (!lines.empty()) all.push_back({say(key), std::move(lines)});
  }

  std::vector<std::string> aims() const {
    std::vector<std::string> lines;
    for (const Aim* aim : view_.held_aims()) {
      std::string line = say("app.quoted", {{"words", aim->words()}});
      if (const auto latest = latest_of(Side::person, view_.ratings_of(*aim))) {
        line += " " + say("sheet.attained_said") + ": " +
                level_name(asking_, latest->level, latest->baseline).words();
        if (!latest->level_words.disclose().empty())
          line += " (" + latest->level_words.disclose() + ")";
        line += ".";
      }
      lines.push_back(std::move(line));
    }
    if (lines.empty()) lines.push_back(say("person.no_aim_yet"));
    return lines;
  }

  std::vector<std::string> actions(const std::vector<const Agreement*>& plans, Side side) const {
    std::vector<std::string> lines;
    for (const Agreement* plan : plans)
      for (const Action& action : plan->actions) {
        if (action.side != side) continue;
        // What the team has done already is not promised again.
        if (side == Side::professional && action.last_done) continue;
        std::string line = action.owner.empty() ? std::string() : action.owner + ": ";
        line += action.words.disclose() + ".";
        if (action.due)
          line += " " + say("plan.by", {{"day", due_words(asking_, zone_, *action.due)}}) + ".";
        if (action.minutes)
          line +=
              " " + asking_.say_count("plan.minutes_a_week", action.minutes->value).words() + ".";
        lines.push_back(std::move(line));
      }
    return lines;
  }

  std::vector<std::string> options(const std::vector<const Agreement*>& plans) const {
    std::vector<std::string> lines;
    for (const Agreement* plan : plans)
      for (const Option& option : plan->options) lines.push_back(option_line(asking_, option));
    return lines;
  }

  std::vector<std::string> views(const std::vector<const Agreement*>& plans) const {
    std::vector<std::string> lines;
    for (const Agreement* plan : plans) {
      const std::string& theirs = plan->persons_view.disclose();
      const std::string& ours = plan->professionals_view.disclose();
      if (!theirs.empty())
        lines.push_back(say("agree.persons_view", {{"name", view_.person.name.disclose()}}) + ": " +
                        theirs);
      if (!ours.empty()) lines.push_back(say("agree.professionals_view") + ": " + ours);
    }
    return lines;
  }

  /// What the person says is wrong and is not put right, so that it goes wherever the text goes.
  std::vector<std::string> corrections() const {
    std::vector<std::string> lines;
    for (const Correction& correction : view_.corrections)
      if (correction.answer != CorrectionAnswer::put_right)
        lines.push_back(about_words(asking_, view_, correction).words() + ": " +
                        say("app.quoted", {{"words", correction.words.disclose()}}) + " " +
                        answer_words(asking_, zone_, correction).words());
    return lines;
  }

  std::vector<std::string> days(const std::vector<const Agreement*>& plans) const {
    std::vector<std::string> lines;
    if (view_.planned)
      lines.push_back(say("sheet.next", {{"day", planned_words(asking_, zone_, *view_.planned)},
                                         {"name", view_.planned->professional}}));
    for (const Agreement* plan : plans)
      if (plan->look_again)
        lines.push_back(
            say("sheet.look_again", {{"day", due_words(asking_, zone_, *plan->look_again)}}));
    return lines;
  }

  const Asking& asking_;
  const RecordView& view_;
  Zone zone_;
};

Html shown(const std::vector<Section>& sections) {
  std::vector<Html> parts;
  for (const Section& section : sections) {
    std::vector<Html> items;
    for (const std::string& line : section.lines)
      items.push_back(h::li(Attribute("dir", std::string_view("auto")), Text(line)));
    parts.push_back(h::section(h::h2(Text(section.title)), h::ul(cls("plain"), items)));
  }
  return h::div(cls("card stack-s sheet"), parts);
}

std::string as_text(const std::string& heading, const std::vector<Section>& sections) {
  std::string text = heading + "\n";
  for (const Section& section : sections) {
    text += "\n" + section.title + "\n";
    for (const std::string& line : section.lines) text += "- " + line + "\n";
  }
  return text;
}

http::Response sheet_of(const Asking& asking, const RecordView& view, Place place,
                        bool for_record) {
  const PlanSheet sheet(asking, view);
  const std::vector<Section> sections = sheet.sections();
  const Text heading =
      asking.say("sheet.for", {{"name", view.person.name.disclose()}, {"day", sheet.date()}});
  Html record;
  if (for_record)
    record = h::section(
        cls("card stack-s noprint"), h::h2(asking.say("sheet.for_record")),
        h::p(cls("small muted"), asking.say("sheet.for_record_why")),
        h::label(cls("vh"), for_("text"), asking.say("sheet.for_record")),
        h::textarea(id("text"), Attribute("readonly", true),
                    Attribute("rows", std::string_view("8")),
                    Text("\n" + as_text(heading.words(), sections))),
        h::p(h::button(cls("btn"), type("button"), Attribute("data-copy", std::string_view("text")),
                       Attribute("data-said", asking.say("sheet.copied").words()),
                       asking.say("sheet.copy"))),
        h::p(h::a(href(Url("/people")), asking.say("sheet.back"))));
  return page(asking, 200, asking.say("sheet.title"), place,
              h::div(cls("wrap narrow page stack"),
                     h::div(h::h1(asking.say("sheet.title")), h::p(cls("muted"), heading)),
                     shown(sections), h::p(asking.say("sheet.nobody_watching")),
                     h::p(cls("small muted noprint"), asking.say("sheet.print")), record));
}

}  // namespace

std::string sheet_text(const Asking& asking, const RecordView& view) {
  const PlanSheet sheet(asking, view);
  return as_text(asking.language.say(
                     "sheet.for", {{"name", view.person.name.disclose()}, {"day", sheet.date()}}),
                 sheet.sections());
}

http::Response sheet_page(const Asking& asking) {
  const auto person = Id<Person>::parse(asking.part("person"));
  if (!person) return not_found(asking);
  const auto seen =
      service::read_record(asking.service, asking.caller(), RecordOf::person(*person), "sheet");
  if (!seen || seen.value().relation != Relation::team_member) return not_found(asking);
  return sheet_of(asking, seen.value(), Place::people, true);
}

http::Response my_sheet_page(const Asking& asking) {
  const auto seen = service::read_record(asking.service, asking.caller(), RecordOf::own(), "sheet");
  if (!seen) return not_found(asking);
  return sheet_of(asking, seen.value(), Place::plan, false);
}

}  // namespace alongside::web
