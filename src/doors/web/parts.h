// SPDX-License-Identifier: Apache-2.0
// The parts that pages are made of. Every one of them stands on /patterns.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "aim/number.h"
#include "coproduction/person.h"
#include "doors/web/asking.h"
#include "doors/web/html.h"

namespace alongside::web {

enum class Icon { brand, heart, tick, lanes, eye, arrow, up, down, plus, clock, options };
Html icon(Icon icon, int size);

/// Circle and berry for the person, square and pine for the professional side, triangle for
/// research and hexagon for the network; diamond, ring and square for what a chart says. Shapes
/// first: never by colour alone.
enum class Shape { person, team, research, network, better, usual, worse, missing };
Html mark(Shape shape, int size = 18);

/// A person's own words: the voice face, quoted, in any direction of writing.
Html voice(std::string_view words);
/// What went wrong with a form as a whole, each with a link to its field. Empty on its first
/// showing.
Html fault_summary(const FormState& state);
/// "Saved." at the top of a page, said to screen readers too.
Html saved_notice(const Text& words);
/// A quiet box: nothing here yet, why it helps, and one thing to do.
Html empty_state(const Text& title, const Text& why, const Html& what_to_do);
Html note(const Html& words);

struct Field {
  std::string name;
  std::string_view label_key;
  std::string_view hint_key;  ///< empty: none
  std::string kind = "text";  ///< text, password, date, number, search
  std::string autocomplete = "off";
};
Html text_field(const FormState& state, const Field& field, std::string_view otherwise = {});
Html area_field(const FormState& state, const Field& field, int rows,
                std::string_view otherwise = {});
/// Tells a screen reader which fault belongs to the field; nothing when there is none.
std::vector<Attribute> described_by_fault(const FormState& state, std::string_view field);
/// The fault beside a field that has no part of its own.
Html fault_beside(const FormState& state, std::string_view field);

struct Choice {
  std::string value;
  Html words;
};
/// Radio buttons as tiles. Nothing is chosen in advance unless `chosen` says so.
Html tiles(const FormState& state, std::string_view name, const Text& legend,
           const std::vector<Choice>& choices, std::string_view chosen, bool legend_shown = true);
/// 0 to 10 with the person's words at both ends; nothing is chosen in advance unless `chosen` says
/// so.
Html number_scale(const FormState& state, const std::string& name, const NumberQuestion& question,
                  std::string_view chosen);
/// A drop-down list whose first entry is "not said".
Html select_field(const FormState& state, const Field& field, const std::vector<Choice>& choices,
                  std::string_view chosen);

/// A labelled box for one tick; ticked again when the form came back with it.
Html check_box(const FormState& state, const std::string& name, const std::string& value,
               const Html& words);

/// The same, ticked because it holds already.
Html ticked_box(const std::string& name, const std::string& value, const Html& words);

/// Links to the page before and the page after.
Html pager(const Asking& asking, const Url& base, std::int64_t page, std::int64_t count,
           std::int64_t on_a_page);

}  // namespace alongside::web
