// SPDX-License-Identifier: Apache-2.0
// What a professional takes along to an appraisal: as a page to print, and as a file.
#include "doors/web/journal.h"
#include "doors/web/page.h"
#include "doors/web/parts.h"
#include "foundation/words/phrase.h"
#include "service/reflect.h"

namespace alongside::web {
namespace {

using service::LogView;

struct Line {
  Text label;
  std::string words;
};

/// What an entry says, line by line, for page and file alike.
std::vector<Line> lines_of(const Asking& asking, const JournalEntry& entry) {
  std::vector<Line> lines;
  const auto add = [&](std::string_view key, const std::string& words) {
    if (!words.empty()) lines.push_back({asking.say(key), words});
  };
  add(entry.thinking ? "journal.noticed" : "journal.happened", entry.happened);
  if (entry.thinking) add("journal.ask_thinking", words_for(asking, *entry.thinking).words());
  if (entry.where) add("journal.ask_where", words_for(asking, *entry.where).words());
  add("journal.learnt", entry.learnt);
  if (entry.again) {
    add("journal.came_of_it", entry.again->came_of_it);
    add("journal.differently", entry.again->differently);
  }
  if (entry.minutes > 0) add("journal.minutes_field", std::to_string(entry.minutes));
  return lines;
}

std::int64_t minutes_in(const LogView& view) {
  std::int64_t minutes = 0;
  for (const JournalEntry& entry : view.chosen) minutes += entry.minutes;
  return minutes;
}

Text summary_of(const Asking& asking, const LogView& view) {
  return asking.say("journal.log_summary", {{"chosen", std::to_string(view.chosen.size())},
                                            {"entries", std::to_string(view.entries)},
                                            {"minutes", std::to_string(minutes_in(view))}});
}

Text title_of(const Asking& asking, const LogView& view) {
  return asking.say("journal.log_of", {{"name", asking.caller().name},
                                       {"from", words::date_in_words(asking.language, view.from)},
                                       {"to", words::date_in_words(asking.language, view.to)}});
}

Html entry_part(const Asking& asking, const JournalEntry& entry) {
  std::vector<Html> facts;
  for (const Line& line : lines_of(asking, entry))
    facts.push_back(together(h::dt(line.label),
                             h::dd(Attribute("dir", std::string_view("auto")), Text(line.words))));
  return h::section(cls("card"), h::h2(Text(words::date_in_words(asking.language, entry.day))),
                    h::dl(cls("facts"), facts));
}

bool with_mirror(const Asking& asking) { return asking.request.query.value("mirror") == "yes"; }

/// Fields of a form that asks and changes nothing: what was typed stands in the address.
Html span_form(const FormState& state, std::string_view from, std::string_view to) {
  const Asking& asking = state.asking;
  const auto field = [&](const char* name_of, std::string_view label_key, std::string_view day) {
    return h::div(cls("field"), h::label(for_(name_of), asking.say(label_key)),
                  fault_beside(state, name_of),
                  h::input(type("date"), id(name_of), name(name_of), value(day),
                           described_by_fault(state, name_of)));
  };
  const Html mirror = asking.say("journal.with_mirror");
  return h::form(
      Attribute("method", std::string_view("get")), action(Url("/journal/log")),
      cls("card stack-s no-print"),
      h::div(cls("two"), field("from", "journal.from", from), field("to", "journal.to", to)),
      with_mirror(asking) ? ticked_box("mirror", "yes", mirror)
                          : check_box(state, "mirror", "yes", mirror),
      h::p(h::button(cls("btn line small"), asking.say("journal.show"))));
}

Outcome<LogView> log_asked(const Asking& asking) {
  return service::read_log(asking.service, asking.caller(), asking.request.query.value("from"),
                           asking.request.query.value("to"));
}

http::Response wrong_span(const Asking& asking, const Refusal& refusal) {
  const FormState state{asking, refusal.faults()};
  return page(asking, 422, asking.say("journal.log"), Place::none,
              h::div(cls("wrap narrow page stack project-page"), fault_summary(state),
                     h::h1(asking.say("journal.log")),
                     span_form(state, asking.request.query.value("from"),
                               asking.request.query.value("to"))));
}

}  // namespace

http::Response log_page(const Asking& asking) {
  const auto seen = log_asked(asking);
  if (!seen)
    return is_not_found(seen.refusal()) ? not_found(asking) : wrong_span(asking, seen.refusal());
  const LogView& view = seen.value();
  std::vector<Html> entries, mirror;
  for (const JournalEntry& entry : view.chosen) entries.push_back(entry_part(asking, entry));
  for (const Text& words : eliciting_words(asking, view.eliciting)) mirror.push_back(h::li(words));
  const std::string from = view.from.iso();
  const std::string to = view.to.iso();
  return page(
      asking, 200, asking.say("journal.log"), Place::none,
      h::div(
          cls("wrap narrow page stack project-page"),
          h::p(cls("no-print"), h::a(href(Url("/journal")), asking.say("journal.title"))),
          h::h1(title_of(asking, view)), h::p(cls("lead"), summary_of(asking, view)),
          span_form({asking, {}}, from, to),
          entries.empty() ? note(Html(asking.say("journal.log_empty")))
                          : h::div(cls("stack"), entries),
          with_mirror(asking) ? h::section(cls("card"), h::h2(asking.say("eliciting.title")),
                                           h::ul(cls("looks"), mirror))
                              : Html(),
          h::p(cls("no-print"), h::a(cls("btn line"),
                                     href(Url("/journal/log/file")
                                              .with("from", from)
                                              .with("to", to)
                                              .with("mirror", with_mirror(asking) ? "yes" : "no")),
                                     asking.say("journal.log_file")))));
}

http::Response log_file(const Asking& asking) {
  const auto seen = log_asked(asking);
  if (!seen)
    return is_not_found(seen.refusal()) ? not_found(asking) : wrong_span(asking, seen.refusal());
  const LogView& view = seen.value();
  std::string text =
      "# " + title_of(asking, view).words() + "\n\n" + summary_of(asking, view).words() + "\n";
  for (const JournalEntry& entry : view.chosen) {
    text += "\n## " + words::date_in_words(asking.language, entry.day) + "\n";
    for (const Line& line : lines_of(asking, entry))
      text += "\n**" + line.label.words() + "**\n\n" + line.words + "\n";
  }
  if (with_mirror(asking)) {
    text += "\n## " + asking.say("eliciting.title").words() + "\n\n";
    for (const Text& words : eliciting_words(asking, view.eliciting))
      text += "- " + words.words() + "\n";
  }
  http::Response response = http::Response::text(200, std::move(text));
  response.with("Content-Disposition", "attachment; filename=\"learning-log.md\"");
  return response;
}

}  // namespace alongside::web
