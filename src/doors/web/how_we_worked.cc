// SPDX-License-Identifier: Apache-2.0
// Who can read an answer is said where it is asked.
#include "doors/web/how_we_worked.h"

#include "doors/web/page.h"
#include "doors/web/parts.h"
#include "foundation/words/phrase.h"
#include "service/say_how_we_worked.h"

namespace alongside::web {
namespace {

Text item_words(const Asking& asking, RelationshipItem item) {
  switch (item) {
    case RelationshipItem::asked:
      return asking.say("relationship.asked");
    case RelationshipItem::understood:
      return asking.say("relationship.understood");
    case RelationshipItem::shaped:
      return asking.say("relationship.shaped");
    case RelationshipItem::fits:
      return asking.say("relationship.fits");
    case RelationshipItem::who_does:
      return asking.say("relationship.who_does");
    case RelationshipItem::could_say:
      return asking.say("relationship.could_say");
  }
  return Text({});
}

std::vector<Choice> choices(const Asking& asking) {
  return {{"4", asking.say("relationship.4")},
          {"3", asking.say("relationship.3")},
          {"2", asking.say("relationship.2")},
          {"1", asking.say("relationship.1")},
          {"0", asking.say("relationship.0")}};
}

http::Response show_form(const FormState& state) {
  const Asking& asking = state.asking;
  const auto may = service::may_say_how_we_worked(asking.service, asking.caller());
  if (!may) return not_found(asking);
  if (!may.value())
    return page(asking, 200, asking.say("relationship.title"), Place::my_aims,
                h::div(cls("wrap narrow page stack"), h::h1(asking.say("relationship.title")),
                       h::p(asking.say("relationship.nothing_to_ask")),
                       h::p(h::a(cls("btn"), href(Url("/me")), asking.say("check_in.done")))));
  std::vector<Html> questions;
  for (const RelationshipItem item : relationship_items)
    questions.push_back(h::div(
        cls("q"), tiles(state, code_of(item), item_words(asking, item), choices(asking), "")));
  return page(asking, state.came_back() ? 422 : 200, asking.say("relationship.title"),
              Place::my_aims,
              h::div(cls("wrap narrow page"),
                     post_form(asking, Url("/me/how-we-worked"), cls("stack"), fault_summary(state),
                               h::h1(asking.say("relationship.title")),
                               h::p(cls("lead"), asking.say("relationship.who_sees")), questions,
                               h::p(cls("small muted"), asking.say("relationship.own_items")),
                               h::p(h::button(cls("btn wide"), asking.say("form.save"))))));
}

Html block_row(const Asking& asking, const RelationshipBlock& block) {
  const std::string first = words::month_in_words(asking.language, block.first);
  const std::string last = words::month_in_words(asking.language, block.last);
  std::vector<Html> cells{h::th(Attribute("scope", std::string_view("row")),
                                Text(first == last ? first : first + " – " + last))};
  for (const std::int64_t top : block.top)
    cells.push_back(h::td(Text(std::to_string((top * 100 + block.answers / 2) / block.answers))));
  cells.push_back(h::td(Text(std::to_string(block.answers))));
  return h::tr(cells);
}

}  // namespace

Html how_we_worked_card(const Asking& asking) {
  const auto may = service::may_say_how_we_worked(asking.service, asking.caller());
  if (!may || !may.value()) return {};
  return h::section(cls("card quiet"), h::h2(asking.say("relationship.title")),
                    h::p(cls("gap-s"), asking.say("relationship.why")),
                    h::p(cls("gap-s"), h::a(cls("btn line small"), href(Url("/me/how-we-worked")),
                                            asking.say("relationship.go"))));
}

Html relationship_card(const Asking& asking) {
  const auto team = Id<Team>::parse(asking.part("team"));
  if (!team) return {};
  const auto blocks = service::read_how_we_worked(asking.service, asking.caller(), *team);
  if (!blocks) return {};
  const Html lead = h::p(cls("small muted"), asking.say("relationship.team_lead"));
  if (blocks.value().empty())
    return h::section(cls("card"), h::h2(asking.say("relationship.team_title")), lead,
                      h::p(asking.say("relationship.too_few")));
  const Attribute col("scope", std::string_view("col"));
  std::vector<Html> heads{h::th(col, asking.say("relationship.months"))};
  for (const RelationshipItem item : relationship_items)
    heads.push_back(h::th(col, item_words(asking, item)));
  heads.push_back(h::th(col, asking.say("relationship.answers")));
  std::vector<Html> rows;
  for (const RelationshipBlock& block : blocks.value()) rows.push_back(block_row(asking, block));
  return h::section(cls("card scroll"), h::h2(asking.say("relationship.team_title")), lead,
                    h::table(cls("plain"), h::thead(h::tr(heads)), h::tbody(rows)));
}

http::Response how_we_worked_page(const Asking& asking) { return show_form({asking, {}}); }

http::Response post_how_we_worked(const Asking& asking) {
  std::array<std::string, relationship_items_count> typed;
  for (std::size_t i = 0; i < typed.size(); ++i)
    typed[i] = std::string(asking.typed(code_of(relationship_items[i])));
  const auto said =
      service::say_how_we_worked(asking.service, asking.caller(), typed, asking.once());
  if (said) return http::Response::see_other(Url("/me").with("thanks", "1").text());
  if (is_not_found(said.refusal())) return not_found(asking);
  return show_form({asking, said.refusal().faults()});
}

}  // namespace alongside::web
