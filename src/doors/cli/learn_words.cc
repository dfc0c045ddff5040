// SPDX-License-Identifier: Apache-2.0
// Statuses, claims and flags in words.
#include "doors/cli/learn_words.h"

#include <iomanip>
#include <sstream>

namespace alongside::cli {

std::string shown(double value) {
  std::ostringstream out;
  out << std::fixed << std::setprecision(2) << (std::abs(value) < 0.005 ? 0 : value);
  return out.str();
}

std::string_view sentence(learning::Claim claim) {
  switch (claim) {
    case learning::Claim::tested:
      return "Part of this comes from tests where chance decided.";
    case learning::Claim::compared:
      return "Compared with people who carried on as before. They may differ in ways nobody sees.";
    case learning::Claim::described:
      return "What people who chose it reported. Not what it caused.";
    case learning::Claim::published:
    case learning::Claim::none:
      break;
  }
  return "We do not know yet.";
}

std::string_view words_of(learning::Status status) {
  constexpr std::string_view words[] = {"not yet", "published science only", "early",
                                        "established"};
  return words[static_cast<int>(status)];
}

std::string_view words_of(learning::Flag flag) {
  constexpr std::string_view words[] = {"conflicts with published science",
                                        "fewer than 70 of 100 have a follow-up",
                                        "fewer than 3 sites"};
  return words[static_cast<int>(flag)];
}

}  // namespace alongside::cli
