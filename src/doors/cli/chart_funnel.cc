// SPDX-License-Identifier: Apache-2.0
// Every place with its own limits, and curves for all sizes between.
#include "doors/cli/chart_funnel.h"

#include <algorithm>
#include <cmath>

#include "foundation/base/json.h"
#include "foundation/base/version.h"
#include "foundation/drawing/funnel_plot.h"
#include "foundation/statistics/funnel.h"

namespace alongside::cli {
namespace {

constexpr int rows_drawn = 19;
constexpr int curve_points = 60;

struct Places {
  std::string title, y_name, n_name, x_name;
  std::vector<std::string> names;
  std::vector<double> counts, sizes;
  statistics::FunnelOptions options;
  statistics::Funnel found;
  bool more_is_worse = true;
  bool direction = false;
};

void add_rows(Places& places, const ChartTable& table) {
  if (table.n.empty()) refuse("A funnel plot needs a column of denominators: --n");
  for (std::size_t i = 0; i < table.y.size(); ++i) {
    const std::string line = "line " + std::to_string(table.lines[i]) + ": ";
    if (std::isnan(table.y[i]) || std::isnan(table.n[i]))
      refuse(line + "each place has a count and a size");
    if (table.y[i] < 0) refuse(line + "a count is not below zero");
    if (!(table.n[i] > 0)) refuse(line + "a size is above zero");
    const auto known = std::ranges::find(places.names, table.labels[i]);
    const auto at = static_cast<std::size_t>(known - places.names.begin());
    if (known == places.names.end()) {
      places.names.push_back(table.labels[i]);
      places.counts.push_back(0);
      places.sizes.push_back(0);
    }
    places.counts[at] += table.y[i];
    places.sizes[at] += table.n[i];
  }
  if (places.names.empty()) refuse("The file holds no rows of data.");
}

Places places_of(const ChartTable& table, const ChartOptions& options) {
  if (is_decided(options) || !options.target.empty() || options.centre || options.sigma ||
      options.lambda || options.shift || options.odds_ratio || options.limit)
    refuse(
        "--chart funnel has no times: it takes places (--x), counts (--y), sizes (--n) and "
        "--better, and no more.");
  Places places;
  places.y_name = table.y_name;
  places.n_name = table.n_name;
  places.x_name = table.x_name;
  places.title = "Funnel plot of " + table.y_name + " over " + table.n_name +
                 (table.x_name.empty() ? "" : " by " + table.x_name);
  places.direction = options.better == "up" || options.better == "down";
  places.more_is_worse = options.better != "up";
  add_rows(places, table);
  for (std::size_t i = 0; i < places.names.size(); ++i)
    if (places.counts[i] > places.sizes[i])
      places.options.kind = statistics::FunnelKind::ratio_of_counts;
  if (std::ranges::all_of(places.counts, [](double count) { return count == 0; }))
    refuse("All counts are zero: there is nothing to compare.");
  statistics::funnel(places.counts, places.sizes, places.options, places.found);
  return places;
}

drawing::Shape shape_of(const Places& places, std::size_t i) {
  const auto& place = places.found.places[i];
  if (!place.outlier) return drawing::Shape::ring;
  const bool high = place.ratio > places.found.target;
  return places.direction && high == places.more_is_worse ? drawing::Shape::square
                                                          : drawing::Shape::diamond;
}

drawing::FunnelPlot ink_of(const Places& places, const std::string& summary) {
  drawing::FunnelPlot ink;
  ink.id = "chart";
  ink.title = places.title;
  ink.description = summary;
  ink.target = places.found.target;
  ink.target_label = "All " + number_words(places.found.target);
  ink.inner_label = "95 %";
  ink.outer_label = "99.8 %";
  ink.size_label = places.n_name;
  double largest = 0;
  for (std::size_t i = 0; i < places.names.size(); ++i) {
    ink.places.push_back(
        {places.names[i], places.sizes[i], places.found.places[i].ratio, shape_of(places, i)});
    largest = std::max(largest, places.sizes[i]);
  }
  for (int i = 1; i <= curve_points; ++i) {
    // Closer together where the curves bend.
    const double part = static_cast<double>(i) / curve_points;
    const double size = largest * part * part;
    const auto at = statistics::funnel_limits(places.found, places.options, size);
    ink.limits.push_back({size, at.od_lower95, at.od_upper95, at.od_lower998, at.od_upper998});
  }
  return ink;
}

NumberTable numbers_of(const Places& places) {
  NumberTable table;
  table.headings = {places.x_name.empty() ? "place" : places.x_name,
                    "count",
                    "size",
                    "ratio",
                    "z",
                    "lcl95",
                    "ucl95",
                    "lcl998",
                    "ucl998",
                    "outlier"};
  for (std::size_t i = 0; i < places.names.size(); ++i) {
    const auto& place = places.found.places[i];
    table.rows.push_back({places.names[i], exact(places.counts[i]), exact(places.sizes[i]),
                          exact(place.ratio), exact(place.z), exact(place.od_lower95),
                          exact(place.od_upper95), exact(place.od_lower998),
                          exact(place.od_upper998), place.outlier ? "true" : "false"});
  }
  return table;
}

std::string json_of(const Places& places, const std::string& summary) {
  JsonWriter out;
  out.begin_object().key("chart").text("funnel").key("title").text(places.title);
  out.key("summary").text(summary);
  out.key("program").text("alongside " + std::string(program_version));
  out.key("target").number(places.found.target).key("phi").number(places.found.phi);
  out.key("tau2").number(places.found.tau2).key("places").begin_array();
  for (std::size_t i = 0; i < places.names.size(); ++i) {
    const auto& place = places.found.places[i];
    out.begin_object().key("name").text(places.names[i]);
    out.key("count").number(places.counts[i]).key("size").number(places.sizes[i]);
    out.key("ratio").number(place.ratio).key("z").number(place.z);
    out.key("lcl95").number(place.od_lower95).key("ucl95").number(place.od_upper95);
    out.key("lcl998").number(place.od_lower998).key("ucl998").number(place.od_upper998);
    out.key("outlier").boolean(place.outlier).end_object();
  }
  out.end_array().end_object();
  return std::move(out).take() + "\n";
}

std::string explanation_of(const Places& places) {
  return std::string("Limits by size on the ") +
         (places.options.kind == statistics::FunnelKind::proportion ? "arcsine root"
                                                                    : "logarithmic") +
         " scale (Spiegelhalter 2005), widened for what differs between places anyway: tau2 " +
         number_words(places.found.tau2) +
         ".\nA place outside is a question, not a verdict: look at its data first.\nThe same in "
         "R:\nlibrary(FunnelPlotR)\nfunnel_plot(d, numerator = " +
         places.y_name + ", denominator = " + places.n_name + ", group = " + places.x_name +
         ", limit = 99)\n";
}

class FunnelSheet final : public Sheet {
 public:
  explicit FunnelSheet(Places of) : places_(std::move(of)) {
    title = places_.title;
    const double all = places_.found.target;
    for (std::size_t i = 0; i < places_.names.size(); ++i)
      if (const auto& place = places_.found.places[i]; place.outlier)
        signals.push_back(places_.names[i] + ": " + number_words(place.ratio) + " lies " +
                          (place.ratio > all ? "above" : "below") +
                          " the 99.8 % limits for its size.");
    summary = std::to_string(places_.names.size()) + " places, all together " + number_words(all) +
              ". " +
              (signals.empty() ? "None lies outside what its size and chance give."
                               : "Some lie outside what their size and chance give.");
    numbers = numbers_of(places_);
  }
  std::string svg() const override { return drawing::as_file(ink_of(places_, summary)); }
  std::string drawn(int columns) const override {
    return drawing::draw_in_characters(ink_of(places_, summary), columns, rows_drawn);
  }
  std::string explanation() const override { return explanation_of(places_); }
  std::string json() const override { return json_of(places_, summary); }

 private:
  Places places_;
};

}  // namespace

SheetMade funnel_sheet(const ChartTable& table, const ChartOptions& options) {
  return std::make_unique<FunnelSheet>(places_of(table, options));
}

}  // namespace alongside::cli
