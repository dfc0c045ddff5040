// SPDX-License-Identifier: Apache-2.0
// Worked out one after another; drawn beside each other.
#include "doors/cli/chart_many.h"

#include <algorithm>
#include <map>
#include <stdexcept>

#include "doors/cli/chart_explained.h"
#include "doors/cli/chart_ink.h"
#include "doors/cli/chart_words.h"
#include "foundation/base/json.h"
#include "foundation/drawing/small_multiples.h"
#include "foundation/drawing/terminal.h"

namespace alongside::cli {
namespace {

constexpr int rows_drawn = 7;
constexpr std::size_t charts_max = 500;

struct One {
  std::string name;
  Charted charted;
};
using Many = std::vector<One>;

/// One that cannot be charted is told and passed over.
Many many_of(const ChartTable& table, const ChartOptions& options,
             std::vector<std::string>& skipped) {
  std::vector<std::string> names;
  std::map<std::string, std::vector<std::size_t>> rows;
  for (std::size_t i = 0; i < table.by.size(); ++i) {
    if (!rows.contains(table.by[i])) names.push_back(table.by[i]);
    rows[table.by[i]].push_back(i);
  }
  if (names.empty()) refuse("The file holds no rows of data.");
  if (names.size() > charts_max)
    refuse("--by: that column has " + std::to_string(names.size()) + " different words; at most " +
           std::to_string(charts_max) + " charts are drawn at once");
  Many many;
  for (const std::string& name : names) {
    try {
      many.push_back({name, chart_of(rows_of(table, rows[name]), options)});
    } catch (const std::runtime_error& error) {
      skipped.push_back(name + " was passed over: " + error.what());
    }
  }
  if (many.empty()) refuse(skipped.front());
  return many;
}

NumberTable overview_of(const Many& many, const std::string& by) {
  NumberTable table;
  table.headings = {by, "chart", "latest", "middle", "limits", "target", "variation", "assurance"};
  for (const One& one : many) {
    const Charted& charted = one.charted;
    const auto& last = charted.chart.points.back();
    const auto words = [](double value) {
      return statistics::is_missing(value) ? std::string() : number_words(value);
    };
    const bool limits = !statistics::is_missing(last.lower) && !statistics::is_missing(last.upper);
    table.rows.push_back({one.name, charted.code, words(last.value), words(last.centre),
                          limits ? words(last.lower) + " to " + words(last.upper) : "",
                          charted.targets.empty() ? "" : words(charted.targets.back()),
                          variation_words(charted.standing), assurance_words(charted.standing)});
  }
  return table;
}

NumberTable numbers_of(const Many& many, const std::string& by) {
  NumberTable table;
  for (const One& one : many) {
    NumberTable part = numbers_of(one.charted);
    if (table.headings.empty()) {
      table.headings = part.headings;
      table.headings.insert(table.headings.begin(), by);
    }
    for (auto& row : part.rows) {
      row.insert(row.begin(), one.name);
      table.rows.push_back(std::move(row));
    }
  }
  return table;
}

drawing::VariationSign variation_sign(const Standing& standing) {
  if (standing.variation == Variation::usual) return drawing::VariationSign::usual;
  return drawing::moving(standing.way > 0, is_wanted(standing.variation));
}

std::optional<drawing::AssuranceSign> assurance_sign(const Standing& standing) {
  switch (standing.assurance) {
    case statistics::Assurance::none:
      return std::nullopt;
    case statistics::Assurance::consistent_pass:
      return drawing::AssuranceSign::reached;
    case statistics::Assurance::consistent_fail:
      return drawing::AssuranceSign::not_reached;
    case statistics::Assurance::inconsistent:
      return drawing::AssuranceSign::sometimes;
  }
  return std::nullopt;
}

drawing::Panel panel_of(const One& one, std::size_t number) {
  drawing::ControlChart ink = ink_of(one.charted);
  ink.id = "chart" + std::to_string(number);
  ink.title = one.name;
  const double last = one.charted.chart.points.back().value;
  ink.latest_label = statistics::is_missing(last) ? "no value" : number_words(last);
  const Standing& standing = one.charted.standing;
  ink.description = variation_words(standing);
  if (!assurance_words(standing).empty()) ink.description += "; " + assurance_words(standing);
  return {std::move(ink), variation_sign(standing), assurance_sign(standing)};
}

std::string json_of(const Many& many) {
  std::string text = "[";
  for (const One& one : many) {
    JsonWriter name;
    name.begin_object().key("name").text(one.name);
    text += (text.size() > 1 ? ",\n" : "") + std::move(name).take() +
            ",\"chart\":" + chart_as_json(one.charted);
    text.back() = '}';
  }
  return text + "]\n";
}

class ManySheet final : public Sheet {
 public:
  ManySheet(const ChartTable& table, const ChartOptions& options) {
    many_ = many_of(table, options, warnings);
    const std::string& by = options.by;
    title = table.y_name + (table.n_name.empty() ? "" : " over " + table.n_name) +
            (table.x_name.empty() ? "" : " by " + table.x_name) + ", one chart for each " + by;
    std::size_t moved = 0;
    for (const One& one : many_) {
      if (one.charted.standing.variation != Variation::usual) ++moved;
      // What it stands on now; a chart of its own tells the rest.
      const std::size_t last = one.charted.chart.points.size() - 1;
      for (const Signal& found : one.charted.signals)
        if (found.last == last && found.rule != FoundBy::few_crossings)
          signals.push_back(one.name + ", " + signal_words(one.charted, found));
      for (const std::string& warning : warnings_of(one.charted))
        warnings.push_back(one.name + ": " + warning);
    }
    summary = std::to_string(moved) + " of " + std::to_string(many_.size()) +
              " now differ from what is usual for them.";
    overview = overview_of(many_, by);
    numbers = numbers_of(many_, by);
  }
  std::string svg() const override {
    drawing::SmallMultiples drawn{title, summary, {}};
    for (std::size_t i = 0; i < many_.size(); ++i) drawn.panels.push_back(panel_of(many_[i], i));
    return drawing::as_file(drawn);
  }
  std::string drawn(int columns) const override {
    std::string text;
    for (const One& one : many_)
      text +=
          one.name + "\n" + drawing::draw_in_characters(ink_of(one.charted), columns, rows_drawn);
    return text;
  }
  std::string explanation() const override {
    std::string text;
    for (const One& one : many_) text += one.name + "\n" + explanation_of(one.charted) + "\n";
    return text;
  }
  std::string json() const override { return json_of(many_); }

 private:
  Many many_;
};

}  // namespace

SheetMade many_sheet(const ChartTable& table, const ChartOptions& options) {
  return std::make_unique<ManySheet>(table, options);
}

}  // namespace alongside::cli
