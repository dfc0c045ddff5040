// SPDX-License-Identifier: Apache-2.0
// Rules with thresholds, and the case of a million rows.
#include "doors/batch/learn_rules.h"

#include <cmath>

#include "doors/batch/learn_output.h"
#include "learning/ranking.h"
#include "learning/release_gate.h"
#include "learning/simulated_network.h"
#include "learning/status.h"

namespace alongside::batch {
namespace {

std::optional<learning::Certainty> certainty_of(const LearnInput& item) {
  if (!item.has("certainty")) return std::nullopt;
  const std::string word = item.text("certainty");
  if (word == "high") return learning::Certainty::high;
  if (word == "moderate") return learning::Certainty::moderate;
  if (word == "low") return learning::Certainty::low;
  if (word != "very_low") item.refuse("certainty", "is high, moderate, low or very_low");
  return learning::Certainty::very_low;
}

learning::Options options_of(const LearnInput& item) {
  learning::Options options;
  options.names = item.texts("options");
  const std::size_t count = options.names.size();
  if (count == 0 || count > 20) item.refuse("options", "are none, or more than 20");
  options.mean = item.numbers("mean");
  same_lengths(item, "mean", options.mean.size(), count);
  options.covariance = item.matrix("cov");
  same_lengths(item, "cov", options.covariance.size(), count);
  same_lengths(item, "cov", options.covariance.front().size(), count);
  options.minutes_per_week = item.has("minutes_per_week") ? item.numbers("minutes_per_week")
                                                          : std::vector<double>(count, 0);
  same_lengths(item, "minutes_per_week", options.minutes_per_week.size(), count);
  if (item.has("cost")) {
    options.cost = item.numbers("cost");
    same_lengths(item, "cost", options.cost.size(), count);
  }
  options.mid = item.number_or("mid", 0);
  options.group_threshold = item.number_or("group_threshold", options.group_threshold);
  options.max_minutes = item.number_if("max_minutes");
  options.value_per_hour = item.number_if("value_per_hour");
  return options;
}

void write_flags(JsonWriter& out, std::string_view key, const std::vector<bool>& flags) {
  out.key(key).begin_array();
  for (const bool flag : flags) out.boolean(flag);
  out.end_array();
}

std::string_view why(learning::Kept kept) {
  constexpr std::string_view words[] = {"", "cap", "level", "pair", "triple", "pattern"};
  return words[static_cast<int>(kept)];
}

learning::GateTable gate_table_of(const LearnInput& input) {
  const LearnInput from = input.object("table");
  learning::GateTable table{from.texts("person"), from.numbers("seq"), {}};
  same_lengths(from, "seq", table.sequence.size(), table.person.size());
  for (const std::string& factor : input.texts("factors")) {
    table.factors.push_back(from.texts(factor));
    same_lengths(from, factor, table.factors.back().size(), table.person.size());
  }
  return table;
}

std::vector<inference::ColumnPrior> priors_by_term(const LearnInput& sds,
                                                   const std::vector<learning::Column>& columns) {
  std::vector<inference::ColumnPrior> priors;
  for (const auto& column : columns)
    priors.push_back({0, sds.positive(learning::name_of(column.term)), false});
  return priors;
}

void write_row(JsonWriter& out, const learning::SimulatedRow& row) {
  out.begin_object().key("person").integer(row.person).key("site").integer(row.site);
  out.key("aim").integer(row.aim).key("k").integer(row.action);
  out.key("design_draw").integer(row.design_draw).key("c1").number(row.c1);
  out.key("c2").number(row.c2).key("outcome").number(row.outcome).end_object();
}

}  // namespace

void learn_status(const LearnInput& input, JsonWriter& out) {
  out.key("items").begin_array();
  for (const LearnInput& item : input.objects("items")) {
    learning::Standing standing;
    standing.persons = item.number("persons_k");
    standing.persons_reference = item.number_or("persons_ref", 0);
    standing.sites = item.number_or("sites_k", 0);
    standing.completeness = item.number_or("completeness", 1);
    standing.randomised = item.number_or("randomised_k", 0);
    standing.randomised_reference = item.number_or("randomised_ref", 0);
    standing.information = item.number_or("information", 0);
    standing.width80 = item.number_or("width80", 0);
    standing.conflict_p = item.number_if("conflict_p");
    standing.certainty = certainty_of(item);
    const auto verdict = learning::verdict_on(standing);
    out.begin_object().key("status").text(learning::name_of(verdict.status));
    out.key("claim").text(learning::name_of(verdict.claim)).key("flags").begin_array();
    for (const learning::Flag flag : verdict.flags) out.text(learning::name_of(flag));
    out.end_array().end_object();
  }
  out.end_array();
}

void learn_tipping(const LearnInput& input, JsonWriter& out) {
  out.key("items").begin_array();
  for (const LearnInput& item : input.objects("items")) {
    const double total = item.positive("n_total");
    const double followed = item.number("n_followed");
    if (!(followed >= 0 && followed <= total))
      item.refuse("n_followed", "lies between 0 and n_total");
    const auto point =
        learning::tipping_point(total, followed, item.number_or("mean_followed", 0),
                                item.number_or("sd_followed", 0), item.number_or("mid", 0));
    out.begin_object().key("missing").number(point.missing);
    out.key("completeness").number(point.completeness).key("tipping_mean");
    point.mean ? out.number(*point.mean) : out.null();
    out.key("shift_in_sd");
    point.shift_in_sd ? out.number(*point.shift_in_sd) : out.null();
    out.end_object();
  }
  out.end_array();
}

void learn_ranking(const LearnInput& input, JsonWriter& out) {
  out.key("items").begin_array();
  for (const LearnInput& item : input.objects("items")) {
    const auto ranking = learning::ranked(options_of(item));
    out.begin_object();
    write_numbers(out, "p_gt_mid", ranking.above_mid);
    out.key("pairwise").begin_array();
    for (std::size_t i = 0; i < ranking.better.size(); ++i) {
      out.begin_array();
      for (std::size_t j = 0; j < ranking.better.size(); ++j)
        i == j ? out.null() : out.number(ranking.better[i][j]);
      out.end_array();
    }
    out.end_array();
    write_numbers(out, "p_score", ranking.p_score);
    write_numbers(out, "p_best", ranking.highest);
    write_flags(out, "feasible", ranking.feasible);
    write_flags(out, "pareto", ranking.pareto);
    out.key("groups").begin_array();
    for (const auto& group : ranking.groups) {
      out.begin_array();
      for (const std::string& name : group) out.text(name);
      out.end_array();
    }
    out.end_array();
    if (ranking.net_benefit.empty())
      out.key("net_benefit").null();
    else
      write_numbers(out, "net_benefit", ranking.net_benefit);
    out.end_object();
  }
  out.end_array();
}

void learn_release_gate(const LearnInput& input, JsonWriter& out) {
  learning::GateRules rules;
  rules.persons_a_cell = input.whole("k_min", 1, 1'000'000);
  rules.rows_a_person = static_cast<std::size_t>(input.whole("max_rows_per_person", 1, 1'000'000));
  rules.order =
      static_cast<std::size_t>(input.has("max_order") ? input.whole("max_order", 1, 3) : 2);
  rules.persons_least = input.whole("min_persons", 0, 1'000'000'000);
  rules.levels_a_person = input.number("max_levels_per_person");
  const auto answer = learning::released(gate_table_of(input), rules);
  out.key("kept_rows").begin_array();
  for (std::size_t row = 0; row < answer.rows.size(); ++row)
    if (answer.rows[row] == learning::Kept::yes) out.integer(static_cast<std::int64_t>(row) + 1);
  out.end_array().key("removed").begin_array();
  for (std::size_t row = 0; row < answer.rows.size(); ++row)
    if (answer.rows[row] != learning::Kept::yes)
      out.begin_object()
          .key("row")
          .integer(static_cast<std::int64_t>(row) + 1)
          .key("why")
          .text(why(answer.rows[row]))
          .end_object();
  out.end_array().key("persons").integer(answer.persons).key("patterns").begin_object();
  for (const auto& [rows, persons] : answer.patterns)
    out.key(std::to_string(rows)).integer(persons);
  out.end_object().key("levels").integer(answer.levels).key("refused").boolean(answer.refused);
}

void learn_scale(const LearnInput& input, JsonWriter& out) {
  const learning::SimulatedNetwork network{
      input.whole("persons", 1, 10'000'000), input.whole("seed", 1, 2'147'483'646),
      input.whole("actions", 1, 200), input.whole("aims", 1, 99), input.whole("sites", 1, 99)};
  const auto made = learning::simulated(network);
  const auto priors = priors_by_term(input.object("prior_sd"), made.columns);
  const auto posterior = inference::posterior_of(
      made.sums, priors, {input.positive("sigma"), input.number("person_sd")});
  if (!posterior) throw LearnFault{"not_computable", "These rows have no answer."};
  const auto& sums = made.sums;
  out.key("rows").integer(sums.rows).key("sum_y").number(sums.y / sums.units.y);
  out.key("sum_y2").number(sums.yy / (sums.units.y * sums.units.y));
  out.key("first_rows").begin_array();
  for (std::size_t i = 0; i < made.first_rows.size() && static_cast<std::int64_t>(i) < sums.rows;
       ++i)
    write_row(out, made.first_rows[i]);
  out.end_array().key("persons_by_rows").begin_object();
  for (const auto& [rows, pattern] : sums.patterns)
    out.key(std::to_string(rows)).integer(pattern.persons);
  out.end_object().key("columns_count").integer(static_cast<std::int64_t>(made.columns.size()));
  double sum_mean = 0;
  double sum_sd = 0;
  for (std::size_t i = 0; i < made.columns.size(); ++i) {
    sum_mean += posterior->mean[i];
    sum_sd += std::sqrt(posterior->variance(i));
  }
  out.key("mean").begin_object();
  for (std::size_t i = 0; i < made.columns.size(); ++i)
    out.key(made.columns[i].name).number(posterior->mean[i]);
  out.end_object().key("sd").begin_object();
  for (std::size_t i = 0; i < made.columns.size(); ++i)
    out.key(made.columns[i].name).number(std::sqrt(posterior->variance(i)));
  out.end_object().key("log_marginal_likelihood").number(posterior->log_marginal_likelihood);
  out.key("sum_mean").number(sum_mean).key("sum_sd").number(sum_sd);
}

}  // namespace alongside::batch
