// SPDX-License-Identifier: Apache-2.0
// What people did and how it went, as rows and as columns of one model: one row for one aim or
// questionnaire after one action by one person.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "foundation/inference/linear_posterior.h"
#include "foundation/inference/linear_sums.h"

namespace alongside::learning {

enum class Design { chosen, randomised };

/// Columns of equal length. A person in two sites is two persons.
struct OutcomeTable {
  std::vector<std::string> site, person, aim, action;
  std::vector<std::string> period;  ///< empty without calendar periods
  std::vector<Design> design;
  std::vector<std::string> context;               ///< names of the variables, in their order
  std::vector<std::vector<double>> circumstance;  ///< one vector a context variable
  std::vector<double> outcome;                    ///< change; higher is better

  std::size_t rows() const { return outcome.size(); }
};

/// Which effects the model has; the order of `terms` is the order of the columns.
enum class Term { mu, x, chosen, aim, k, kx, ka, bias, period, site, ksite };
std::optional<Term> term_named(std::string_view name);
std::string_view name_of(Term term);

struct Column {
  std::string name;  ///< such as kx:walk:severity
  Term term = Term::mu;
  std::string action;  ///< of k, kx, ka, bias and ksite
};

/// Columns in their order, found by name.
class Columns {
 public:
  Columns() = default;
  explicit Columns(std::vector<Column> all);
  const std::vector<Column>& all() const { return all_; }
  /// Nothing for a name that none has.
  std::optional<std::size_t> find(std::string_view name) const;

 private:
  std::vector<Column> all_;
  std::vector<std::pair<std::string, std::size_t>> by_name_;  // Sorted.
};

/// The columns that a network's table has: levels sorted by bytes, pairs that occur. A site codes
/// its rows by the columns of all.
class CodeBook {
 public:
  CodeBook(const OutcomeTable& table, std::string_view reference_action,
           const std::vector<Term>& terms);
  const Columns& index() const { return index_; }
  const std::vector<Column>& columns() const { return index_.all(); }
  /// Nothing for a name that no row has.
  std::optional<std::size_t> find(std::string_view name) const { return index_.find(name); }
  const inference::Units& units() const { return units_; }
  /// Sums over the rows; only those of `site`, if one is named.
  inference::LinearSums sums(const OutcomeTable& table, std::string_view site = {}) const;

 private:
  struct Coder;
  void add_term(std::vector<Column>& columns, Term term, const OutcomeTable& table) const;
  std::vector<std::string> actions_of(const OutcomeTable& table) const;

  std::string reference_;
  std::vector<Term> terms_;
  Columns index_;
  inference::Units units_;
};

/// The smallest power of ten, up to a million, in whose parts every value is whole; 1 if there is
/// none: then sums are as exact as doubles are, and no more.
double units_of(const std::vector<double>& values);

}  // namespace alongside::learning
