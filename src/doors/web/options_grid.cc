// SPDX-License-Identifier: Apache-2.0
// A real table: rows are questions, columns are options.
#include "doors/web/options_grid.h"

#include <algorithm>
#include <functional>

#include "doors/web/findings.h"
#include "doors/web/option_cells.h"
#include "doors/web/parts.h"
#include "doors/web/phrases.h"
#include "learning/judgements.h"

namespace alongside::web {
namespace {

using service::OptionColumn;
using service::OptionsView;

using CellOf = std::function<Html(std::size_t)>;

struct RowLook {
  std::string_view key;       ///< of the question
  std::string_view css = "";  ///< of the row
  std::optional<Shape> source = {};
  std::string_view source_key = {};
};

Html letter(std::size_t place) {
  return h::span(cls("letter"), hidden_from_readers(), Text(letter_of(place)));
}

/// Tables as blocks lose their meaning for screen readers unless roles say it again.
Attribute role(std::string_view name) { return {"role", name}; }

Html head_row(const Asking& asking, const OptionsView& view) {
  std::vector<Html> cells{h::td(role("cell"), h::span(cls("vh"), asking.say("options.question")))};
  for (std::size_t i = 0; i < view.columns.size(); ++i)
    cells.push_back(h::th(role("columnheader"), Attribute("scope", std::string_view("col")),
                          letter(i), option_name(asking, view.columns[i])));
  return h::thead(role("rowgroup"), h::tr(role("row"), cells));
}

Html row(const Asking& asking, const OptionsView& view, const RowLook& look, const CellOf& cell) {
  Html source;
  if (look.source) source = h::span(cls("src"), mark(*look.source), asking.say(look.source_key));
  std::vector<Html> cells{h::th(role("rowheader"), Attribute("scope", std::string_view("row")),
                                source, asking.say(look.key))};
  for (std::size_t i = 0; i < view.columns.size(); ++i)
    cells.push_back(h::td(role("cell"),
                          h::span(cls("lab"), letter(i),
                                  h::span(cls("opt-name"), option_name(asking, view.columns[i]))),
                          cell(i)));
  return h::tr(role("row"), cls_of(look.css), cells);
}

/// Words of the team, or that nobody wrote any.
Html words_or(const Asking& asking, const std::string& words, const char* otherwise) {
  if (words.empty()) return h::p(cls("muted"), asking.say(otherwise));
  return h::p(Attribute("dir", std::string_view("auto")), Text(words));
}

Html what_cell(const Asking& asking, const OptionsView& view, std::size_t place) {
  const OptionColumn& column = view.columns[place];
  if (column.picked)
    return words_or(asking, column.picked->offer.what_it_asks, "options.not_written");
  std::vector<Html> now;
  for (const Agreement* agreement : view.record.current_agreements())
    for (const Action& action : agreement->actions)
      if (action.side == Side::person)
        now.push_back(
            h::li(Attribute("dir", std::string_view("auto")), Text(action.words.disclose())));
  if (now.empty()) return h::p(asking.say("options.nothing_changes"));
  return together(h::p(asking.say("options.as_agreed")), h::ul(cls("plain-list"), now));
}

Html star_cell(const Asking& asking, const OptionsView& view, std::size_t place, Stars stars) {
  const OptionColumn& column = view.columns[place];
  const bool on = view.set->wants_to_talk_about(column.key);
  const Text words = asking.say("options.talk_about", {{"letter", letter_of(place)}});
  if (stars == Stars::marked)
    return on ? h::p(mark(Shape::person), Text(" "), h::b(asking.say("options.wants_to_talk")))
              : h::p(cls("muted"), asking.say("options.not_marked"));
  const std::string field = "talk-" + letter_of(place);
  return h::div(cls("check star"),
                h::input(type("checkbox"), name("talk"), id(field), value(column.key),
                         Attribute("checked", on)),
                h::label(for_(field), words));
}

Html fit_cell(const Asking& asking, const OptionsView& view, std::size_t place) {
  const OptionColumn& column = view.columns[place];
  if (!column.picked) return h::p(cls("muted"), asking.say("options.fits_as_now"));
  return together(
      words_or(asking, column.picked->may_not_fit.disclose(), "options.nothing_against"),
      found_by_teams(asking, column.found));
}

std::string letters_of(const Asking& asking, const OptionsView& view,
                       const std::vector<std::string>& keys) {
  std::string letters;
  for (std::size_t i = 0; i < view.columns.size(); ++i) {
    if (std::ranges::find(keys, view.columns[i].key) == keys.end()) continue;
    if (!letters.empty()) letters += asking.language.say("options.and");
    letters += letter_of(i);
  }
  return letters;
}

constexpr std::string_view judgement_keys[] = {
    "judgement.priors",      "judgement.interactions",   "judgement.spread",
    "judgement.bias",        "judgement.risk_of_bias",   "judgement.publication_bias",
    "judgement.certainty",   "judgement.indirectness",   "judgement.vague",
    "judgement.settings",    "judgement.well_anyway",    "judgement.early",
    "judgement.established", "judgement.not_yet",        "judgement.compared",
    "judgement.tested",      "judgement.conflict",       "judgement.likely",
    "judgement.trial",       "judgement.own_worthwhile", "judgement.number",
    "judgement.calibration"};
constexpr std::size_t judgement_head = std::string_view("judgement.").size();

constexpr std::string_view status_keys[] = {"model.not_yet", "model.science_only", "model.early",
                                            "model.established"};
constexpr std::string_view claim_keys[] = {"model.claim_none", "model.claim_published",
                                           "model.claim_described", "model.claim_compared",
                                           "model.claim_tested"};
constexpr std::string_view flag_keys[] = {"model.flag_conflict", "model.flag_incomplete",
                                          "model.flag_few_sites"};

/// One option's line in the model's card.
Html model_line(const Asking& asking, const OptionsView& view, std::size_t place) {
  const auto& reading = *view.columns[place].network;
  const auto& verdict = reading.adds.verdict;
  std::vector<Html> parts{
      h::b(Text(letter_of(place) + " "), option_name(asking, view.columns[place]), Text(": "),
           asking.say(status_keys[static_cast<int>(verdict.status)])),
      h::p(asking.say(claim_keys[static_cast<int>(verdict.claim)]))};
  const int* percent = reading.weights.percent;
  const bool published = view.model->release.science.contains(view.columns[place].counted_as);
  if (verdict.claim != learning::Claim::none)
    parts.push_back(h::p(asking.say(published ? "model.weights" : "model.weights_no_review",
                                    {{"science", std::to_string(percent[0])},
                                     {"network", std::to_string(percent[1])},
                                     {"own", std::to_string(percent[2])}})));
  for (const learning::Flag flag : verdict.flags)
    parts.push_back(h::p(asking.say(flag_keys[static_cast<int>(flag)])));
  return h::li(parts);
}

Html model_card(const Asking& asking, const OptionsView& view) {
  if (!view.model) return h::p(asking.say("model.none"));
  const learning::Release& release = view.model->release;
  std::vector<Html> lines;
  for (std::size_t i = 1; i < view.columns.size(); ++i)
    if (view.columns[i].network) lines.push_back(model_line(asking, view, i));
  return together(
      h::p(asking.say(
          "model.version",
          {{"n", std::to_string(view.model->version)},
           {"day", release.made.iso()},
           {"from", release.from.iso()},
           {"to", release.to.iso()},
           {"people", std::to_string(release.persons)},
           {"rows", std::to_string(release.rows)},
           {"clinics", asking.language.say_count("options.clinics",
                                                 static_cast<std::int64_t>(release.sites))}})),
      view.model->out_of_bounds ? h::p(asking.say("options.out_of_bounds")) : Html(),
      h::ul(cls("looks"), lines), h::p(asking.say("model.how")));
}

/// Where each review can be read.
Html reviews(const Asking& asking, const OptionsView& view) {
  std::vector<Html> items;
  for (std::size_t i = 0; i < view.columns.size(); ++i) {
    if (!view.columns[i].card) continue;
    const EvidenceCard& card = *view.columns[i].card;
    items.push_back(h::li(
        h::b(Text(letter_of(i))), Text(" "),
        h::span(Attribute("lang", std::string_view("en")),
                Text(card.citation + " " + card.people +
                     (card.where.empty() ? "" : " (" + card.where + ")") + ". " + card.action +
                     " / " + card.compared_with + ". ")),
        asking.say(
            "model.card",
            {{"id", card.id}, {"n", std::to_string(card.version)}, {"day", card.checked.iso()}}),
        Text(" "), asking.say(card.reviewer.empty() ? "model.not_reviewed" : "model.reviewed")));
  }
  if (items.empty()) return {};
  return together(h::h3(asking.say("model.reviews")), h::ul(cls("looks"), items));
}

}  // namespace

Html options_grid(const Asking& asking, const OptionsView& view, Stars stars) {
  const auto cell_by = [&](auto cell) {
    return [&, cell](std::size_t place) { return cell(asking, view, place); };
  };
  const auto of_offer = [&](std::string Offer::*words, const char* carrying_on) {
    return [&, words, carrying_on](std::size_t place) {
      const auto& picked = view.columns[place].picked;
      if (!picked) return h::p(cls("muted"), asking.say(carrying_on));
      return words_or(asking, picked->offer.*words, "options.not_written");
    };
  };
  return h::table(
      cls("grid-opt"), role("table"), label(asking.say("options.table")), head_row(asking, view),
      h::tbody(
          role("rowgroup"), row(asking, view, {"options.what"}, cell_by(what_cell)),
          row(asking, view, {"options.week", "two"}, cell_by(minutes_cell)),
          row(asking, view,
              {"options.research", "row-band research two", Shape::research,
               "options.research_name"},
              cell_by(research_cell)),
          row(asking, view,
              {"options.network", "row-band network two", Shape::network, "options.network_name"},
              cell_by(network_cell)),
          row(asking, view, {"options.own", "row-band own", Shape::person, "options.own_name"},
              cell_by(own_cell)),
          row(asking, view, {"options.wrong"},
              of_offer(&Offer::could_go_wrong, "options.wrong_as_now")),
          row(asking, view, {"options.others"},
              of_offer(&Offer::asks_of_others, "options.others_as_now")),
          row(asking, view, {"options.fit"}, cell_by(fit_cell)),
          row(asking, view, {"options.talk"},
              [&](std::size_t place) { return star_cell(asking, view, place, stars); })));
}

Html sources_key(const Asking& asking, const OptionsView& view) {
  const auto sites =
      view.model ? static_cast<std::int64_t>(view.model->release.sites) : std::int64_t{1};
  return h::ul(cls("key"), h::li(mark(Shape::research), asking.say("options.key_research")),
               h::li(mark(Shape::network), asking.say_count("options.key_network", sites)),
               h::li(mark(Shape::person), asking.say("options.key_own")));
}

Html judgements_list(const Asking& asking) {
  std::vector<Html> items;
  for (const learning::PrintedJudgement& one : learning::printed_judgements())
    for (const std::string_view key : judgement_keys)
      if (key.substr(judgement_head) == one.name)
        items.push_back(h::li(asking.say(key), Text(": "), h::b(Text(one.values))));
  return h::ul(cls("looks small"), items);
}

Html behind_the_numbers(const Asking& asking, const OptionsView& view, Stars stars) {
  std::vector<Html> alike;
  for (const auto& keys : view.alike)
    alike.push_back(h::p(cls("small"), asking.say("options.cannot_tell_apart",
                                                  {{"letters", letters_of(asking, view, keys)}})));
  return h::div(
      cls("stack-s"), alike, h::p(cls("small muted"), asking.say("options.how_sure")),
      h::p(cls("small muted"), asking.say("options.not_advice")),
      h::details(cls("data"), h::summary(asking.say("model.title")), model_card(asking, view),
                 reviews(asking, view),
                 stars == Stars::to_mark
                     ? together(h::h3(asking.say("judgement.title")), judgements_list(asking))
                     : h::p(h::a(href(Url("/judgements")), asking.say("judgement.title")))));
}

}  // namespace alongside::web
