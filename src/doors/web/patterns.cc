// SPDX-License-Identifier: Apache-2.0
// The parts, shown to whoever designs, translates or tests them.
#include "doors/web/patterns.h"

#include "doors/web/page.h"
#include "doors/web/parts.h"
#include "doors/web/plan_parts.h"

namespace alongside::web {
namespace {

Html shown(const Asking& asking, std::string_view key, const Html& part) {
  return h::section(cls("card stack-s"), h::h2(asking.say(key)), part);
}

Html marks() {
  std::vector<Html> items;
  for (const Shape shape : {Shape::person, Shape::team, Shape::research, Shape::network,
                            Shape::better, Shape::usual, Shape::worse, Shape::missing})
    items.push_back(h::li(mark(shape)));
  return h::ul(cls("row"), items);
}

Html icons() {
  std::vector<Html> items;
  for (const Icon which : {Icon::heart, Icon::tick, Icon::lanes, Icon::eye, Icon::arrow, Icon::up,
                           Icon::down, Icon::plus, Icon::clock, Icon::options})
    items.push_back(h::li(icon(which, 24)));
  return h::ul(cls("row"), items);
}

}  // namespace

http::Response patterns_page(const Asking& asking) {
  const FormState fresh{asking, {}};
  const FormState faulty{asking, {{"aim.words_missing", "words"}}};
  const std::vector<Choice> choices = {{"yes", asking.say("read_back.yes")},
                                       {"not_quite", asking.say("read_back.not_quite")}};
  return page(
      asking, 200, asking.say("patterns.title"), Place::none,
      together(
          h::section(cls("hero"), raw_strands(),
                     h::div(cls("wrap"), h::p(cls("eyebrow"), asking.say("my_page.matters_most")),
                            h::h1(cls("voice"),
                                  asking.say("app.quoted", {{"words", asking.language.say(
                                                                          "patterns.an_aim")}})))),
          h::div(
              cls("wrap page stack"), h::p(asking.say("patterns.lead")),
              shown(asking, "patterns.marks", together(marks(), icons())),
              shown(asking, "patterns.buttons",
                    h::p(cls("row"),
                         h::a(cls("btn"), href(Url("/patterns")), asking.say("form.save")),
                         h::a(cls("btn line"), href(Url("/patterns")), asking.say("form.save")),
                         h::a(cls("btn honey"), href(Url("/patterns")), asking.say("form.save")))),
              shown(asking, "patterns.voice",
                    h::p(cls("quote berry"), voice(asking.language.say("patterns.an_aim")))),
              shown(asking, "patterns.fields",
                    together(area_field(faulty, {"words", "aim.words_label", "aim.words_hint"}, 2),
                             text_field(fresh, {"minutes_to_spare", "life.minutes_label",
                                                "life.minutes_hint", "number"}),
                             select_field(fresh, {"importance", "aim.importance_label", ""},
                                          choices, ""))),
              shown(asking, "patterns.faults", fault_summary(faulty)),
              shown(asking, "patterns.tiles",
                    tiles(fresh, "understood", asking.say("read_back.is_it_right"), choices, "")),
              shown(asking, "patterns.scale",
                    number_scale(fresh, "number",
                                 {Private(asking.language.say("patterns.a_number")),
                                  Private(asking.language.say("patterns.at_zero")),
                                  Private(asking.language.say("patterns.at_ten")), Heading::down},
                                 "")),
              shown(asking, "patterns.ticks",
                    check_box(fresh, "done", "1", asking.say("patterns.an_aim"))),
              shown(asking, "patterns.notices",
                    together(saved_notice(asking.say("form.kept")), note(asking.say("form.kept")))),
              shown(asking, "patterns.empty",
                    empty_state(asking.say("my_page.what_matters"),
                                asking.say("my_page.no_wrong_answer"),
                                h::p(h::a(cls("btn"), href(Url("/patterns")),
                                          asking.say("my_page.say_what_matters"))))),
              shown(asking, "patterns.pager", pager(asking, Url("/patterns"), 0, 100, 50)))));
}

}  // namespace alongside::web
