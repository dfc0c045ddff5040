// SPDX-License-Identifier: Apache-2.0
// Parts of the interface.
#include "doors/web/parts.h"

#include <algorithm>

namespace alongside::web {

// The only maker of markup outside html.h: icons drawn in the program, with no text in them.
Html raw_icon(std::string_view markup) {
  Html html;
  html.markup_ = markup;
  return html;
}

namespace {

constexpr std::string_view line_icon =
    " fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\" stroke-linecap=\"round\" "
    "stroke-linejoin=\"round\" aria-hidden=\"true\" focusable=\"false\">";

std::string_view strokes_of(Icon icon) {
  switch (icon) {
    case Icon::heart:
      return "<path d=\"M12 20C5 15 3 11.5 3 8.5A4.500 4.500 0 0 1 12 7a4.500 4.500 0 0 1 9 "
             "1.500C21 11.5 19 15 12 20Z\"/>";
    case Icon::tick:
      return "<circle cx=\"12\" cy=\"12\" r=\"9\"/><path d=\"M8 12.500l2.800 2.700L16.200 "
             "9.500\"/>";
    case Icon::lanes:
      return "<path d=\"M8 3v18M16 3v18\"/><path d=\"M5 8h6M13 14h6\"/>";
    case Icon::eye:
      return "<path d=\"M2.500 12S6 5.500 12 5.500 21.500 12 21.500 12 18 18.500 12 18.500 2.500 "
             "12 2.500 12Z\"/>"
             "<circle cx=\"12\" cy=\"12\" r=\"2.800\"/>";
    case Icon::arrow:
      return "<path d=\"M5 12h14M13 6l6 6-6 6\"/>";
    case Icon::up:
      return "<path d=\"M12 19V5M6 11l6-6 6 6\"/>";
    case Icon::down:
      return "<path d=\"M12 5v14M6 13l6 6 6-6\"/>";
    case Icon::plus:
      return "<path d=\"M12 5v14M5 12h14\"/>";
    case Icon::clock:
      return "<circle cx=\"12\" cy=\"12\" r=\"9\"/><path d=\"M12 7v5l3.500 2\"/>";
    case Icon::options:
      return "<path d=\"M4 5h4v14H4zM10 9h4v10h-4zM16 12h4v7h-4z\"/>";
    case Icon::brand:
      break;
  }
  return {};
}

constexpr std::string_view brand_icon =
    "<svg width=\"30\" height=\"30\" viewBox=\"0 0 30 30\" aria-hidden=\"true\" "
    "focusable=\"false\">"
    "<path d=\"M7 26C7 15 17 15 17 4\" fill=\"none\" stroke=\"#F3B8CF\" stroke-width=\"4.5\" "
    "stroke-linecap=\"round\"/><path d=\"M14.500 26C14.500 15 24.500 15 24.500 4\" fill=\"none\" "
    "stroke=\"#9FDCCB\" stroke-width=\"4.5\" stroke-linecap=\"round\"/></svg>";

std::string_view shape_of(Shape shape) {
  switch (shape) {
    case Shape::person:
      return "<circle cx=\"8\" cy=\"8\" r=\"7\" fill=\"var(--berry)\"/>";
    case Shape::team:
      return "<rect x=\"1.5\" y=\"1.5\" width=\"13\" height=\"13\" rx=\"1.5\" "
             "fill=\"var(--pine)\"/>";
    case Shape::research:
      return "<path d=\"M8 1.6L14.2 12.8H1.8Z\" fill=\"var(--indigo)\"/>";
    case Shape::network:
      return "<path d=\"M1.8 8L4.9 2.4H11.1L14.2 8L11.1 13.6H4.9Z\" fill=\"var(--moss)\"/>";
    case Shape::better:
      return "<path d=\"M8 1L15 8L8 15L1 8Z\" fill=\"var(--better)\"/>";
    case Shape::usual:
      return "<circle cx=\"8\" cy=\"8\" r=\"5.5\" fill=\"none\" stroke=\"var(--same)\" "
             "stroke-width=\"2.4\"/>";
    case Shape::worse:
      return "<rect x=\"2\" y=\"2\" width=\"12\" height=\"12\" fill=\"var(--worse)\"/>";
    case Shape::missing:
      return "<path d=\"M3 8h10\" stroke=\"var(--same)\" stroke-width=\"2.4\"/>";
  }
  return {};
}

std::string fault_id(std::string_view field) { return "fault-" + std::string(field); }
std::string hint_id(std::string_view field) { return "hint-" + std::string(field); }

/// Id, name and what a screen reader is told besides the label.
std::vector<Attribute> field_attributes(const FormState& state, const Field& field) {
  std::vector<Attribute> attributes{id(field.name), name(field.name)};
  std::string described;
  if (!field.hint_key.empty()) described = hint_id(field.name);
  if (state.fault_of(field.name) != nullptr) {
    described += (described.empty() ? "" : " ") + fault_id(field.name);
    attributes.emplace_back("aria-invalid", std::string_view("true"));
  }
  if (!described.empty()) attributes.emplace_back("aria-describedby", described);
  return attributes;
}

Html around(const FormState& state, const Field& field, const Html& control) {
  const Html hint = field.hint_key.empty() ? Html()
                                           : h::p(cls("hint"), id(hint_id(field.name)),
                                                  state.asking.say(field.hint_key));
  return h::div(cls_of(field.kind == "number" || field.kind == "date" ? "field short" : "field"),
                h::label(for_(field.name), state.asking.say(field.label_key)), hint,
                fault_beside(state, field.name), control);
}

}  // namespace

Html icon(Icon which, int size) {
  if (which == Icon::brand) return raw_icon(brand_icon);
  const std::string side = std::to_string(size);
  return raw_icon("<svg width=\"" + side + "\" height=\"" + side + "\" viewBox=\"0 0 24 24\"" +
                  std::string(line_icon) + std::string(strokes_of(which)) + "</svg>");
}

Html mark(Shape shape, int size) {
  const std::string side = std::to_string(size);
  return raw_icon("<svg class=\"mark\" width=\"" + side + "\" height=\"" + side +
                  "\" viewBox=\"0 0 16 16\" aria-hidden=\"true\" focusable=\"false\">" +
                  std::string(shape_of(shape)) + "</svg>");
}

Html voice(std::string_view words) {
  return h::span(cls("voice"), Attribute("dir", std::string_view("auto")),
                 Text(std::string(words)));
}

Html fault_summary(const FormState& state) {
  if (!state.came_back()) return {};
  std::vector<Html> items;
  for (const Fault& fault : state.faults) {
    const Text words = state.asking.say(fault.key);
    items.push_back(fault.field.empty() ? h::li(words)
                                        : h::li(h::a(Attribute("href", "#" + fault.field), words)));
  }
  return h::div(cls("faults"), Attribute("role", std::string_view("alert")),
                h::h2(state.asking.say("form.please_look_again")),
                h::p(cls("small"), state.asking.say("form.nothing_lost")), h::ul(items));
}

Html saved_notice(const Text& words) {
  return h::p(cls("done"), Attribute("role", std::string_view("status")), words);
}

Html empty_state(const Text& title, const Text& why, const Html& what_to_do) {
  return h::div(cls("card quiet stack"), h::h2(title), h::p(why), what_to_do);
}

Html note(const Html& words) { return h::div(cls("note"), h::p(words)); }

Html fault_beside(const FormState& state, std::string_view field) {
  const Fault* fault = state.fault_of(field);
  if (fault == nullptr) return {};
  return h::p(cls("fault"), id(fault_id(field)), state.asking.say(fault->key));
}

Html text_field(const FormState& state, const Field& field, std::string_view otherwise) {
  std::vector<Attribute> attributes = field_attributes(state, field);
  attributes.push_back(type(field.kind == "number" ? "text" : field.kind));
  if (field.kind == "number") attributes.emplace_back("inputmode", std::string_view("numeric"));
  attributes.emplace_back("autocomplete", field.autocomplete);
  if (field.kind != "password") attributes.push_back(value(state.value(field.name, otherwise)));
  return around(state, field, h::input(attributes));
}

Html area_field(const FormState& state, const Field& field, int rows, std::string_view otherwise) {
  return around(state, field,
                h::textarea(field_attributes(state, field), Attribute("rows", std::to_string(rows)),
                            Attribute("dir", std::string_view("auto")),
                            Text("\n" + state.value(field.name, otherwise))));
}

Html tiles(const FormState& state, std::string_view group, const Text& legend,
           const std::vector<Choice>& choices, std::string_view chosen, bool legend_shown) {
  const std::string picked = state.value(group, chosen);
  std::vector<Html> items;
  for (std::size_t i = 0; i < choices.size(); ++i) {
    // The first carries the group's name as its id: the summary of faults links there.
    const std::string own_id = std::string(group) + (i == 0 ? "" : "-" + std::to_string(i));
    items.push_back(
        h::div(cls("tile"),
               h::input(type("radio"), name(group), id(own_id), value(choices[i].value),
                        Attribute("checked", picked == choices[i].value && !picked.empty())),
               h::label(for_(own_id), h::i(hidden_from_readers()), h::span(choices[i].words))));
  }
  return h::fieldset(h::legend(cls_of(legend_shown ? "label" : "vh"), legend),
                     fault_beside(state, group), h::div(cls("tiles"), items));
}

Html number_scale(const FormState& state, const std::string& group, const NumberQuestion& question,
                  std::string_view chosen) {
  const std::string picked = state.value(group, chosen);
  std::vector<Html> items;
  for (std::int64_t i = 0; i <= number_value_max; ++i) {
    const std::string number = std::to_string(i);
    const std::string own_id = i == 0 ? group : group + "-" + number;
    items.push_back(h::div(cls("tile"),
                           h::input(type("radio"), name(group), id(own_id), value(number),
                                    Attribute("checked", picked == number)),
                           h::label(for_(own_id), Text(number))));
  }
  return h::fieldset(cls("scale"), h::legend(cls("label"), Text(question.words.disclose())),
                     fault_beside(state, group),
                     h::p(cls("small muted"),
                          state.asking.say("number.ends", {{"zero", question.at_zero.disclose()},
                                                           {"ten", question.at_ten.disclose()}})),
                     h::div(cls("ten"), items));
}

Html select_field(const FormState& state, const Field& field, const std::vector<Choice>& choices,
                  std::string_view chosen) {
  const std::string picked = state.value(field.name, chosen);
  std::vector<Html> options{h::option(value(""), state.asking.say("form.not_said"))};
  for (const Choice& choice : choices)
    options.push_back(h::option(value(choice.value),
                                Attribute("selected", picked == choice.value && !picked.empty()),
                                choice.words));
  return around(state, field, h::select(field_attributes(state, field), options));
}

std::vector<Attribute> described_by_fault(const FormState& state, std::string_view field) {
  if (state.fault_of(field) == nullptr) return {};
  return {Attribute("aria-invalid", std::string_view("true")),
          Attribute("aria-describedby", fault_id(field))};
}

Html check_box(const FormState& state, const std::string& group, const std::string& text,
               const Html& words) {
  const auto ticked = state.asking.request.form.values(group);
  const bool again = state.came_back() && std::ranges::find(ticked, text) != ticked.end();
  const std::string own_id = group + "-" + text;
  return h::div(
      cls("check"),
      h::input(type("checkbox"), name(group), id(own_id), value(text), Attribute("checked", again)),
      h::label(for_(own_id), words));
}

Html ticked_box(const std::string& group, const std::string& text, const Html& words) {
  const std::string own_id = group + "-" + text;
  return h::div(
      cls("check"),
      h::input(type("checkbox"), name(group), id(own_id), value(text), Attribute("checked", true)),
      h::label(for_(own_id), words));
}

Html pager(const Asking& asking, const Url& base, std::int64_t page, std::int64_t count,
           std::int64_t on_a_page) {
  if (count <= on_a_page) return {};
  std::vector<Html> links;
  const auto link_to = [&](std::int64_t number, std::string_view key) {
    Url url = base;
    url.with("page", std::to_string(number));
    links.push_back(h::a(cls("btn line small"), href(url), asking.say(key)));
  };
  if (page > 0) link_to(page - 1, "pager.before");
  if ((page + 1) * on_a_page < count) link_to(page + 1, "pager.after");
  return h::nav(cls("row"), label(asking.say("pager.label")), links);
}

}  // namespace alongside::web
