// SPDX-License-Identifier: Apache-2.0
// Draws and adds up in one pass.
#include "learning/simulated_network.h"

#include <cmath>

namespace alongside::learning {
namespace {

constexpr std::int64_t modulus = 2'147'483'647;

class Draws {
 public:
  explicit Draws(std::int64_t seed) : x_(seed) {}
  std::int64_t below(std::int64_t count) { return next() * count / modulus; }
  double share() { return static_cast<double>(next()) / static_cast<double>(modulus); }
  /// The sum of four, about 0.
  double four() {
    double sum = share();
    for (int i = 0; i < 3; ++i) sum += share();
    return sum - 2;
  }

 private:
  std::int64_t next() { return x_ = 16'807 * x_ % modulus; }
  std::int64_t x_;
};

std::string numbered(std::int64_t number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

/// Where each block begins among the columns.
struct Layout {
  explicit Layout(const SimulatedNetwork& network) {
    add(Term::mu, "mu");
    add(Term::x, "x:c1");
    add(Term::x, "x:c2");
    add(Term::chosen, "chosen");
    aim = columns.size();
    for (std::int64_t i = 0; i < network.aims; ++i) add(Term::aim, "aim:" + numbered(i));
    k = columns.size();
    for (std::int64_t i = 1; i <= network.actions; ++i) add(Term::k, "k:" + numbered(i));
    kx = columns.size();
    for (std::int64_t i = 1; i <= network.actions; ++i)
      for (const char* c : {":c1", ":c2"}) add(Term::kx, "kx:" + numbered(i) + c);
    bias = columns.size();
    for (std::int64_t i = 1; i <= network.actions; ++i) add(Term::bias, "bias:" + numbered(i));
    site = columns.size();
    for (std::int64_t i = 0; i < network.sites; ++i) add(Term::site, "site:" + numbered(i));
  }
  void add(Term term, std::string name) { columns.push_back({std::move(name), term, {}}); }

  std::vector<Column> columns;
  std::size_t aim = 0, k = 0, kx = 0, bias = 0, site = 0;
};

constexpr inference::Units units{2, 1000};  // Halves, and thousandths.

void code(const SimulatedRow& row, const Layout& layout, std::vector<inference::Cell>& cells) {
  cells.clear();
  const auto put = [&](std::size_t column, double value) {
    if (value != 0) cells.push_back({column, value * units.x});
  };
  const bool chosen = row.design_draw > 0;
  const auto action = static_cast<std::size_t>(row.action);
  put(0, 1);
  put(1, row.c1);
  put(2, row.c2);
  put(3, chosen ? 1 : 0);
  put(layout.aim + static_cast<std::size_t>(row.aim), 1);
  if (row.action > 0) {
    put(layout.k + action - 1, 1);
    put(layout.kx + 2 * (action - 1), row.c1);
    put(layout.kx + 2 * (action - 1) + 1, row.c2);
    if (chosen) put(layout.bias + action - 1, 1);
  }
  put(layout.site + static_cast<std::size_t>(row.site), 1);
}

}  // namespace

SimulatedSums simulated(const SimulatedNetwork& network) {
  const Layout layout(network);
  inference::LinearSummer summer(layout.columns.size(), units);
  SimulatedSums made{layout.columns, {}, {}};
  std::vector<inference::Cell> cells;
  Draws draw(network.seed);
  std::size_t count = 0;
  for (std::int64_t person = 1; person <= network.persons; ++person) {
    SimulatedRow row;
    row.person = person;
    row.site = draw.below(network.sites);
    row.aim = draw.below(network.aims);
    const std::int64_t rows = 1 + draw.below(5);
    row.c1 = static_cast<double>(draw.below(2)) - 0.5;
    row.c2 = (static_cast<double>(draw.below(7)) - 3) / 2;
    const double level = draw.four() * 0.8660254;
    for (std::int64_t i = 0; i < rows; ++i) {
      row.action = draw.below(network.actions + 1);
      row.design_draw = draw.below(4);
      const double error = draw.four() * 1.5588457;
      double mean = 0.2 + 0.02 * static_cast<double>(row.aim - 5) +
                    0.01 * static_cast<double>(row.site % 7 - 3) + 0.1 * row.c1 + 0.05 * row.c2 +
                    level + error;
      if (row.action > 0)
        mean += 0.01 * static_cast<double>(7 * row.action % 60) - 0.1 +
                (row.design_draw > 0 ? 0.1 : 0) +
                0.02 * static_cast<double>(row.action % 5 - 2) * row.c1;
      const double thousandths = std::floor(1000 * mean + 0.5);
      row.outcome = thousandths / 1000;
      if (count < made.first_rows.size()) made.first_rows[count] = row;
      ++count;
      code(row, layout, cells);
      summer.row(cells, thousandths);
    }
    summer.end_of_person();
  }
  made.sums = summer.sums();
  return made;
}

}  // namespace alongside::learning
