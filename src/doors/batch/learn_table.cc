// SPDX-License-Identifier: Apache-2.0
// Checks a table's columns against each other before any of them is used.
#include "doors/batch/learn_table.h"

#include <algorithm>
#include <cmath>

namespace alongside::batch {

using learning::Term;

learning::OutcomeTable table_of(const LearnInput& input) {
  const LearnInput from = input.object("table");
  learning::OutcomeTable table;
  table.outcome = from.numbers("y");
  if (table.outcome.empty()) from.refuse("y", "has no rows");
  const auto column = [&](std::string_view name) {
    auto values = from.texts(name);
    same_lengths(from, name, values.size(), table.rows());
    return values;
  };
  table.site = column("site");
  table.person = column("person");
  table.aim = column("aim");
  table.action = column("k");
  if (from.has("period")) table.period = column("period");
  for (const std::string& design : column("design")) {
    if (design != "chosen" && design != "randomised")
      from.refuse("design", "is chosen or randomised in each row");
    table.design.push_back(design == "chosen" ? learning::Design::chosen
                                              : learning::Design::randomised);
  }
  if (input.has("context")) table.context = input.texts("context");
  for (const std::string& variable : table.context) {
    const LearnInput x = from.object("x");
    table.circumstance.push_back(x.numbers(variable));
    same_lengths(x, variable, table.circumstance.back().size(), table.rows());
  }
  return table;
}

std::vector<Term> terms_of(const LearnInput& input, std::string_view list) {
  std::vector<Term> terms;
  for (const std::string& name : input.texts(list)) {
    const auto term = learning::term_named(name);
    if (!term || std::ranges::find(terms, *term) != terms.end())
      input.refuse(list, "has a term that is not known or stands twice");
    terms.push_back(*term);
  }
  return terms;
}

learning::PriorBook beliefs_of(const LearnInput& input) {
  learning::PriorBook beliefs;
  if (!input.has("prior")) return beliefs;
  const LearnInput prior = input.object("prior");
  const auto belief = [](const LearnInput& from) {
    return learning::Belief{from.number_or("mean", 0), from.positive("sd")};
  };
  for (const std::string& name : prior.names()) {
    const auto term = learning::term_named(name);
    if (!term) prior.refuse(name, "is no term");
    const LearnInput one = prior.object(name);
    if (!one.has("default")) {
      if (one.has("sd")) beliefs.by_term[*term] = belief(one);
    } else {
      beliefs.by_term[*term] = belief(one.object("default"));
    }
    if (*term != Term::k || !one.has("by_action")) continue;
    const LearnInput actions = one.object("by_action");
    for (const std::string& action : actions.names())
      beliefs.by_action[action] = belief(actions.object(action));
  }
  return beliefs;
}

LearnModel::LearnModel(const LearnInput& input)
    : table(table_of(input)),
      book(table, input.text("reference_action"), terms_of(input, "terms")) {
  constexpr std::size_t columns_max = 3'000;
  if (book.columns().empty() || book.columns().size() > columns_max)
    input.refuse("terms", "make no columns, or more than " + std::to_string(columns_max));
  const auto& terms = input.texts("terms");
  if (std::ranges::find(terms, "period") != terms.end() && table.period.empty())
    input.object("table").refuse("period", "is missing");
  sums = book.sums(table);
}

namespace {

/// In `fixed`, or beside the table.
double known_sd(const LearnInput& input, std::string_view name, std::string_view beside) {
  if (input.has("fixed") && !input.has(beside)) {
    const LearnInput fixed = input.object("fixed");
    if (fixed.has(name)) return fixed.number(name);
    if (name == "person" && !input.has("sd_prior")) return 0;
  }
  return input.number(beside);
}

double spread_of(const std::vector<double>& values) {
  double mean = 0;
  for (const double value : values) mean += value / static_cast<double>(values.size());
  double square = 0;
  for (const double value : values) square += (value - mean) * (value - mean);
  return std::max(1e-3,
                  std::sqrt(square / std::max<double>(1, static_cast<double>(values.size()) - 1)));
}

}  // namespace

inference::VarianceModel variance_model(const LearnInput& input, std::string_view list,
                                        const LearnModel& model,
                                        std::vector<inference::ColumnPrior> prior, bool priors) {
  using inference::UnknownSd;
  inference::VarianceModel made{model.sums, std::move(prior), {}, {}, {}};
  made.block_of.assign(model.book.columns().size(), -1);
  const double spread = spread_of(model.table.outcome);
  bool person = false;
  bool sigma = false;
  const auto names = input.texts(list);
  if (names.size() > 12) input.refuse(list, "has more than 12 names");
  for (const std::string& name : names) {
    UnknownSd one;
    one.start = spread / 3;
    if (name == "person") {
      one.of = UnknownSd::Of::person;
      person = true;
    } else if (name == "sigma") {
      one.of = UnknownSd::Of::sigma;
      one.start = spread;
      sigma = true;
    } else {
      const auto term = learning::term_named(name);
      if (!term) input.refuse(list, "has a name that is no term, person or sigma");
      one.block = static_cast<int>(made.unknown.size());
      for (std::size_t i = 0; i < made.block_of.size(); ++i)
        if (model.book.columns()[i].term == *term) made.block_of[i] = one.block;
    }
    if (priors) {
      const LearnInput from = input.object("sd_prior");
      if (name == "sigma") {
        const LearnInput log_sigma = from.object("log_sigma");
        one.log_mean = log_sigma.number("mean");
        one.log_sd = log_sigma.has("sd") ? log_sigma.positive("sd") : 0.5;
        one.start = std::exp(*one.log_mean);
      } else {
        one.half_normal_scale = from.object("half_normal_scale").positive(name);
        one.start = *one.half_normal_scale;
      }
    }
    made.unknown.push_back(one);
  }
  if (!sigma) made.spread.sigma = known_sd(input, "sigma", "sigma");
  // Where nothing is said of persons and no prior asks for them, they do not vary.
  const bool said = input.has("person_sd") || input.has("fixed") || priors;
  if (!person && said) made.spread.person = known_sd(input, "person", "person_sd");
  if (!(made.spread.sigma > 0)) input.refuse("sigma", "is not above zero");
  if (!(made.spread.person >= 0)) input.refuse("person_sd", "is below zero");
  return made;
}

}  // namespace alongside::batch
