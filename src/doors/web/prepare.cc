// SPDX-License-Identifier: Apache-2.0
// One form and its preview, reached in four ways; the record and the writer follow from the way.
#include "doors/web/prepare.h"

#include "doors/web/page.h"
#include "doors/web/parts.h"
#include "doors/web/prepared.h"
#include "doors/web/phrases.h"
#include "service/invite_to_prepare.h"

namespace alongside::web {
namespace {

using service::PreparationView;

/// By which way somebody came, and what follows from it.
struct Way {
  service::Caller caller;
  RecordOf whose;
  Url base;
  Place place = Place::none;
  bool copies_paper = false;
};

std::optional<Way> way_of(const Asking& asking) {
  if (const std::string_view code = asking.part("code"); !code.empty()) {
    auto guest = service::guest_of(asking.service, code, asking.request.cookie(guest_cookie));
    if (!guest) return std::nullopt;
    return Way{*std::move(guest), RecordOf::invited(), Url("/prepare").part(code), Place::none,
               false};
  }
  if (asking.part("person").empty())
    return Way{asking.caller(), RecordOf::own(), Url("/me/prepare"), Place::prepare, false};
  const auto person = Id<Person>::parse(asking.part("person"));
  if (!person) return std::nullopt;
  if (asking.request.path.starts_with("/supporting/"))
    return Way{asking.caller(), RecordOf::supported(*person),
               Url("/supporting").part(person->text()).then("/prepare"), Place::supporting, false};
  return Way{asking.caller(), RecordOf::person(*person),
             Url("/people").part(person->text()).then("/prepare"), Place::people, true};
}

Url below(Url base, bool preview) { return preview ? base.then("/preview") : base; }

std::string prefilled(const PreparationView& view, const PrepAsked& asked) {
  const bool of_a_life =
      asked.question == PrepQuestion::minutes || asked.question == PrepQuestion::commitments ||
      asked.question == PrepQuestion::strengths || asked.question == PrepQuestion::helpers;
  // What stands about a life now may be newer than what was sent.
  const Preparation* before = view.begun || !of_a_life ? view.shown() : nullptr;
  if (before != nullptr)
    if (const PrepLine* line = before->line(asked); line != nullptr && line->answer)
      return line->answer->disclose();
  if (!view.life) return {};
  switch (asked.question) {
    case PrepQuestion::minutes:
      return view.life->to_spare ? std::to_string(view.life->to_spare->value) : std::string();
    case PrepQuestion::commitments:
      return view.life->commitments.disclose();
    case PrepQuestion::strengths:
      return view.life->strengths.disclose();
    case PrepQuestion::helpers:
      return view.life->helpers.disclose();
    default:
      return {};
  }
}

std::string names_of(const std::vector<Professional>& team) {
  std::string names;
  for (const Professional& member : team) names += (names.empty() ? "" : ", ") + member.name;
  return names;
}

Text who_will_see(const Asking& asking, const PreparationView& view) {
  const std::string names = names_of(view.care_team);
  return names.empty() ? asking.say("prepare.nobody_sees_yet")
                       : asking.say("prepare.who_sees", {{"names", names}});
}

/// The questions of one form, with what stands in them.
class Questions {
 public:
  Questions(const FormState& state, const PreparationView& view)
      : state_(state),
        asking_(state.asking),
        view_(view),
        about_{view.aims, view.numbers, view.person.name.disclose()} {}

  Html matters() const { return h::div(cls("q"), area({PrepQuestion::matters}, 3)); }

  Html about_aims() const {
    std::vector<Html> parts;
    for (const Aim& aim : view_.aims) {
      const PrepAsked right{PrepQuestion::still_right, aim.number.value};
      if (!asks(right)) continue;
      parts.push_back(h::div(cls("q"), h::p(cls("quote berry"), voice(aim.words())), still(right),
                             new_words(aim), numbers(aim)));
    }
    return together(h::div(parts));
  }

  Html concerns() const {
    std::vector<Html> fields;
    for (std::int64_t place = 1; place <= concerns_max; ++place)
      fields.push_back(line({PrepQuestion::concern, 0, place}));
    return h::fieldset(cls("q"), h::legend(asking_.say("prepare.concerns")),
                       h::p(cls("small muted"), asking_.say("prepare.concerns_hint")), fields);
  }

  Html burdens() const {
    return together(burden(PrepQuestion::illness), burden(PrepQuestion::care));
  }

  Html life() const {
    std::vector<Html> fields;
    for (const PrepQuestion question :
         {PrepQuestion::commitments, PrepQuestion::strengths, PrepQuestion::helpers})
      if (asks({question})) fields.push_back(area({question}, 2));
    if (asks({PrepQuestion::minutes})) fields.push_back(line({PrepQuestion::minutes}));
    return h::details(cls("data q"), Attribute("open", state_.came_back()),
                      h::summary(asking_.say("prepare.life")),
                      h::p(cls("small muted"), asking_.say("prepare.life_hint")), fields);
  }

  Html write_down() const {
    if (!asks({PrepQuestion::write_down})) return {};
    const std::string field = field_of(PrepAsked{PrepQuestion::write_down});
    return h::div(cls("q"),
                  tiles(state_, field, words({PrepQuestion::write_down}),
                        {{"yes", asking_.say("form.yes")}, {"no", asking_.say("form.no")}},
                        prefilled(view_, {PrepQuestion::write_down})),
                  h::p(cls("small muted"), asking_.say("prepare.write_down_hint")));
  }

 private:
  bool asks(const PrepAsked& asked) const {
    for (const PrepAsked& one : view_.questions)
      if (one == asked) return true;
    return false;
  }
  Text words(const PrepAsked& asked) const { return question_words(asking_, about_, asked); }

  Html labelled(const PrepAsked& asked, const Html& control) const {
    const std::string field = field_of(asked);
    return h::div(cls("field"), h::label(for_(field), words(asked)), fault_beside(state_, field),
                  control);
  }
  Html area(const PrepAsked& asked, int rows) const {
    const std::string field = field_of(asked);
    return labelled(asked, h::textarea(id(field), name(field), described_by_fault(state_, field),
                                       Attribute("rows", std::to_string(rows)),
                                       Attribute("dir", std::string_view("auto")),
                                       Text("\n" + state_.value(field, prefilled(view_, asked)))));
  }
  Html line(const PrepAsked& asked) const {
    const std::string field = field_of(asked);
    std::vector<Attribute> more = described_by_fault(state_, field);
    if (asked.question == PrepQuestion::minutes)
      more.emplace_back("inputmode", std::string_view("numeric"));
    return labelled(asked, h::input(id(field), name(field), type("text"), more,
                                    Attribute("autocomplete", std::string_view("off")),
                                    Attribute("dir", std::string_view("auto")),
                                    value(state_.value(field, prefilled(view_, asked)))));
  }
  Html still(const PrepAsked& asked) const {
    return tiles(state_, field_of(asked), asking_.say("prepare.is_right"),
                 {{"yes", asking_.say("prepare.yes")},
                  {"changed", asking_.say("prepare.changed")},
                  {"over", asking_.say("prepare.over")}},
                 prefilled(view_, asked));
  }
  Html new_words(const Aim& aim) const {
    const PrepAsked asked{PrepQuestion::new_words, aim.number.value};
    if (!asks(asked)) return {};
    return h::details(cls("data"),
                      Attribute("open", state_.came_back() || !prefilled(view_, asked).empty()),
                      h::summary(asking_.say("prepare.say_it_anew")), area(asked, 2));
  }
  Html numbers(const Aim& aim) const {
    std::vector<Html> scales;
    for (const AimNumber& number : view_.numbers) {
      const PrepAsked asked{PrepQuestion::number, 0, number.number};
      if (number.aim != aim.number.value || !asks(asked)) continue;
      scales.push_back(
          number_scale(state_, field_of(asked), number.question, prefilled(view_, asked)));
    }
    return h::div(scales);
  }
  Html burden(PrepQuestion question) const {
    std::vector<Choice> choices;
    for (std::int64_t i = 0; i <= burden_max; ++i)
      choices.push_back({std::to_string(i), burden_words(asking_, i)});
    return h::div(cls("q"), tiles(state_, field_of(PrepAsked{question}), words({question}), choices,
                                  prefilled(view_, {question})));
  }

  const FormState& state_;
  const Asking& asking_;
  const PreparationView& view_;
  PreparedAbout about_;
};

http::Response over(const Asking& asking) {
  return page(
      asking, 404, asking.say("prepare.over_title"), Place::none,
      h::div(cls("wrap narrow page stack"), h::h1(asking.say("prepare.over_title")),
             h::p(asking.say("prepare.over_why")),
             h::p(h::a(cls("btn"), href(Url("/prepare")), asking.say("prepare.other_code")))));
}

/// A guest whose device has not entered is asked for the year; anybody else is not told anything.
http::Response no_way(const FormState& state) {
  const Asking& asking = state.asking;
  const std::string_view code = asking.part("code");
  if (code.empty()) return not_found(asking);
  const auto known = service::look_at_code(asking.service, code);
  if (!known) return over(asking);
  const Html year =
      known->asks_birth_year
          ? text_field(state, {"year", "prepare.year", "prepare.year_hint", "number", "bday-year"})
          : Html();
  return page(asking, state.came_back() ? 422 : 200, asking.say("prepare.title"), Place::none,
              h::div(cls("wrap narrow page"),
                     post_form(asking, Url("/prepare").part(code).then("/enter"), cls("card stack"),
                               fault_summary(state), h::h1(asking.say("prepare.title")),
                               h::p(cls("lead"), asking.say("prepare.no_account")), year,
                               h::p(h::button(cls("btn wide"), asking.say("prepare.begin"))))));
}

Text title_of(const Asking& asking, const Way& way, const PreparationView& view) {
  if (way.copies_paper)
    return asking.say("prepare.paper_of", {{"name", view.person.name.disclose()}});
  if (view.relation == Relation::supporter)
    return asking.say("prepare.for", {{"name", view.person.name.disclose()}});
  return asking.say("prepare.title");
}

http::Response show_form(const FormState& state) {
  const Asking& asking = state.asking;
  const auto way = way_of(asking);
  if (!way) return no_way({asking, {}});
  const auto seen = service::read_preparation(asking.service, way->caller, way->whose);
  if (!seen) return not_found(asking);
  const PreparationView& view = seen.value();
  const Questions questions(state, view);
  const Html said =
      asking.request.query.has("kept") ? saved_notice(asking.say("prepare.kept")) : Html();
  const Text lead =
      way->copies_paper ? asking.say("prepare.paper_lead") : who_will_see(asking, view);
  return page(asking, state.came_back() ? 422 : 200, title_of(asking, *way, view), way->place,
              h::div(cls("wrap narrow page"),
                     post_form(asking, way->base, cls("stack"),
                               Attribute("data-keep", asking.say("prepare.kept_so_far").words()),
                               fault_summary(state), said,
                               h::div(h::h1(title_of(asking, *way, view)), h::p(cls("lead"), lead),
                                      h::p(cls("muted"), asking.say("prepare.skip"))),
                               questions.matters(), questions.about_aims(), questions.concerns(),
                               questions.burdens(), questions.life(), questions.write_down(),
                               h::p(cls("row"),
                                    h::button(cls("btn"), name("then"), value("preview"),
                                              asking.say("prepare.see")),
                                    h::button(cls("btn line"), name("then"), value("keep"),
                                              asking.say("prepare.later"))))));
}

Html line_button(const Asking& asking, const Way& way, const PreparedAbout& about,
                 const PrepLine& line, bool out) {
  return post_form(
      asking, below(way.base, true), cls("inline noprint"),
      h::input(type("hidden"), name("line"), value(field_of(line.asked))),
      h::button(cls("btn line small"), name("then"), value(out ? "out" : "back"),
                asking.say(out ? "prepare.take_out" : "prepare.put_back"),
                h::span(cls("vh"), Text(" "), question_words(asking, about, line.asked))));
}

Html taken_out(const Asking& asking, const Way& way, const PreparedAbout& about,
               const Preparation& preparation) {
  std::vector<Html> items;
  for (const PrepLine& line : preparation.lines)
    if (line.taken_out && line.answer)
      items.push_back(
          h::li(h::span(question_words(asking, about, line.asked)),
                preparation.sent_at ? Html() : line_button(asking, way, about, line, false)));
  if (items.empty()) return {};
  return h::section(cls("card quiet noprint"), h::h2(asking.say("prepare.taken_out")),
                    h::p(cls("small muted"), asking.say("prepare.taken_out_why")),
                    h::ul(cls("prepared"), items));
}

/// As the team will read it.
Text title_of_lines(const Asking& asking, const PreparationView& view, const std::string& writer) {
  const std::string& name = view.person.name.disclose();
  const bool own = view.relation == Relation::self || view.relation == Relation::invited;
  return own ? asking.say("prepare.by", {{"name", name}})
             : asking.say("prepare.by_other", {{"writer", writer}, {"name", name}});
}

http::Response show_preview(const FormState& state) {
  const Asking& asking = state.asking;
  const auto way = way_of(asking);
  if (!way) return no_way({asking, {}});
  const auto seen = service::read_preparation(asking.service, way->caller, way->whose);
  if (!seen) return not_found(asking);
  const PreparationView& view = seen.value();
  const Preparation* preparation = view.shown();
  if (preparation == nullptr) return http::Response::see_other(way->base.text());
  const PreparedAbout about{view.aims, view.numbers, view.person.name.disclose()};
  const bool sent = preparation->sent_at.has_value();
  const Html lines = prepared_lines(asking, about, *preparation, [&](const PrepLine& line) {
    return line_button(asking, *way, about, line, true);
  });
  const Html send =
      sent ? Html()
           : post_form(
                 asking, below(way->base, true), cls("noprint"), id("send"),
                 h::button(cls("btn"), name("then"), value("send"),
                           asking.say(way->copies_paper ? "prepare.keep_paper" : "prepare.send")));
  const Html news = sent ? h::div(cls("done"), Attribute("role", std::string_view("status")),
                                  h::p(h::b(asking.say("prepare.sent")), Text(" "),
                                       asking.say("prepare.sent_what_next")))
                         : Html();
  return page(
      asking, state.came_back() ? 422 : 200, asking.say("prepare.preview_title"), way->place,
      h::div(cls("wrap narrow page stack"), fault_summary(state), news,
             h::h1(asking.say(sent ? "prepare.sent_title" : "prepare.preview_title")),
             sent ? Html() : h::p(cls("lead"), who_will_see(asking, view)),
             h::section(cls("card"), labelled_by("said"),
                        h::h2(id("said"), title_of_lines(asking, view, way->caller.name)), lines),
             taken_out(asking, *way, about, *preparation), send,
             h::p(cls("noprint"),
                  h::a(cls("btn line"), href(way->base), asking.say("prepare.change")))));
}

http::Response show_code(const FormState& state) {
  const Asking& asking = state.asking;
  return page(asking, state.came_back() ? 422 : 200, asking.say("prepare.title"), Place::none,
              h::div(cls("wrap narrow page"),
                     post_form(asking, Url("/prepare"), cls("card stack"), fault_summary(state),
                               h::h1(asking.say("prepare.title")),
                               h::p(cls("lead"), asking.say("prepare.no_account")),
                               text_field(state, {"code", "prepare.code", "prepare.code_hint"}),
                               h::p(h::button(cls("btn wide"), asking.say("prepare.go"))))));
}

}  // namespace

http::Response code_page(const Asking& asking) { return show_code({asking, {}}); }

http::Response post_code(const Asking& asking) {
  const std::string code = service::code_from(asking.typed("code"));
  if (code.empty() || !service::look_at_code(asking.service, code))
    return show_code({asking, {{"prepare.code_over", "code"}}});
  return http::Response::see_other(Url("/prepare").part(code).text());
}

constexpr std::int64_t half_a_day = 43'200;  // seconds

http::Response post_enter(const Asking& asking) {
  const auto entered =
      service::enter_by_code(asking.service, asking.part("code"), asking.typed("year"));
  if (!entered) return no_way({asking, entered.refusal().faults()});
  http::Response response =
      http::Response::see_other(Url("/prepare").part(asking.part("code")).text());
  response.with("Set-Cookie", cookie_text(asking.settings,
                                          {guest_cookie, entered.value(), "/prepare", half_a_day}));
  return response;
}

http::Response prepare_page(const Asking& asking) { return show_form({asking, {}}); }

http::Response post_prepare(const Asking& asking) {
  const auto way = way_of(asking);
  if (!way) return no_way({asking, {}});
  const auto kept = service::keep_preparation(
      asking.service, way->caller, way->whose,
      [&](const std::string& field) { return std::string(asking.typed(field)); }, asking.once());
  if (!kept) {
    if (is_not_found(kept.refusal())) return not_found(asking);
    return show_form({asking, kept.refusal().faults()});
  }
  if (asking.typed("then") == "keep")
    return http::Response::see_other(Url(way->base).with("kept", "1").text());
  return http::Response::see_other(below(way->base, true).text());
}

http::Response prepare_preview_page(const Asking& asking) { return show_preview({asking, {}}); }

http::Response post_prepare_preview(const Asking& asking) {
  const auto way = way_of(asking);
  if (!way) return no_way({asking, {}});
  const std::string_view then = asking.typed("then");
  const auto done =
      then == "send"
          ? service::send_preparation(asking.service, way->caller, way->whose, asking.once())
          : service::move_line(asking.service, way->caller, way->whose, asking.typed("line"),
                               then == "back" ? service::LineMove::back : service::LineMove::out,
                               asking.once());
  if (!done) {
    if (is_not_found(done.refusal())) return not_found(asking);
    return show_preview({asking, done.refusal().faults()});
  }
  return http::Response::see_other(below(way->base, true).text());
}

http::Response prepare_paper_page(const Asking& asking) {
  const auto way = way_of(asking);
  if (!way) return no_way({asking, {}});
  const auto seen = service::read_preparation(asking.service, way->caller, way->whose);
  if (!seen) return not_found(asking);
  const PreparationView& view = seen.value();
  const PreparedAbout about{view.aims, view.numbers, view.person.name.disclose()};
  std::vector<Html> items;
  for (const PrepAsked& asked : view.questions) {
    std::vector<std::string> boxes;
    if (asked.question == PrepQuestion::new_words || asked.question == PrepQuestion::write_down)
      continue;
    if (asked.question == PrepQuestion::still_right)
      boxes = {asking.say("prepare.yes").words(), asking.say("prepare.changed").words(),
               asking.say("prepare.over").words()};
    if (asked.question == PrepQuestion::illness || asked.question == PrepQuestion::care)
      for (std::int64_t i = 0; i <= burden_max; ++i)
        boxes.push_back(burden_words(asking, i).words());
    if (asked.question == PrepQuestion::number)
      for (std::int64_t i = 0; i <= number_value_max; ++i) boxes.push_back(std::to_string(i));
    std::vector<Html> room;
    for (const std::string& box : boxes)
      room.push_back(h::span(cls("box"), h::i(hidden_from_readers()), Text(box)));
    items.push_back(h::li(
        h::b(question_words(asking, about, asked)),
        boxes.empty() ? h::div(cls("lines"), hidden_from_readers()) : h::div(cls("boxes"), room)));
  }
  return page(
      asking, 200, asking.say("prepare.title"), way->place,
      h::div(cls("wrap narrow page stack paper"), h::h1(asking.say("prepare.title")),
             h::p(Text(view.person.name.disclose())), h::p(asking.say("prepare.paper_intro")),
             h::ol(cls("questions"), items), h::p(cls("small"), who_will_see(asking, view))));
}

}  // namespace alongside::web
