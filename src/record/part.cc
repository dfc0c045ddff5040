// SPDX-License-Identifier: Apache-2.0
// Names of parts, to and from text.
#include "record/part.h"

#include <array>

#include "foundation/base/text.h"

namespace alongside::record {
namespace {

struct Name {
  PartKind kind;
  std::string_view text;
  std::size_t numbers;
};

constexpr std::array names = {Name{PartKind::person, "person", 0},
                              Name{PartKind::visits, "visits", 0},
                              Name{PartKind::aim, "aim", 1},
                              Name{PartKind::order, "order", 0},
                              Name{PartKind::rating, "rating", 2},
                              Name{PartKind::life, "life", 0},
                              Name{PartKind::agreement, "agreement", 1},
                              Name{PartKind::deeds, "deeds", 2},
                              Name{PartKind::check_in, "check_in", 1},
                              Name{PartKind::opening, "opening", 1},
                              Name{PartKind::supporter, "supporter", 1},
                              Name{PartKind::preparation, "preparation", 1},
                              Name{PartKind::number, "number", 1},
                              Name{PartKind::number_answer, "number_answer", 2},
                              Name{PartKind::burden, "burden", 1},
                              Name{PartKind::wishes, "wishes", 0},
                              Name{PartKind::planned_visits, "planned_visits", 0},
                              Name{PartKind::barrier, "barrier", 1},
                              Name{PartKind::instrument_answer, "instrument_answer", 1},
                              Name{PartKind::correction, "correction", 1},
                              Name{PartKind::option_set, "option_set", 1},
                              Name{PartKind::prediction, "prediction", 1},
                              Name{PartKind::own_trial, "own_trial", 1},
                              Name{PartKind::site, "site", 0},
                              Name{PartKind::professionals, "professionals", 0},
                              Name{PartKind::teams, "teams", 0},
                              Name{PartKind::users, "users", 0},
                              Name{PartKind::chart_settings, "chart_settings", 0},
                              Name{PartKind::offers, "offers", 0},
                              Name{PartKind::instruments, "instruments", 0},
                              Name{PartKind::erased, "erased", 0},
                              Name{PartKind::reserved_times, "reserved_times", 0},
                              Name{PartKind::releases, "releases", 0},
                              Name{PartKind::evidence, "evidence", 0},
                              Name{PartKind::places, "places", 0},
                              Name{PartKind::project_members, "project_members", 0},
                              Name{PartKind::project, "project", 1},
                              Name{PartKind::project_numbers, "project_numbers", 2},
                              Name{PartKind::huddles, "huddles", 0},
                              Name{PartKind::journal, "journal", 1},
                              Name{PartKind::passports, "passports", 0}};

}  // namespace

std::string text_of(const Part& part) {
  for (const Name& name : names) {
    if (name.kind != part.kind) continue;
    std::string text(name.text);
    if (name.numbers > 0) text += " " + std::to_string(part.first);
    if (name.numbers > 1) text += " " + std::to_string(part.second);
    return text;
  }
  return {};
}

std::optional<Part> part_from(std::string_view text) {
  const auto words = split(text, ' ');
  for (const Name& name : names) {
    if (words.empty() || words[0] != name.text || words.size() != name.numbers + 1) continue;
    Part part{name.kind};
    for (std::size_t i = 0; i < name.numbers; ++i) {
      const auto number = whole_number(words[i + 1]);
      if (!number) return std::nullopt;
      (i == 0 ? part.first : part.second) = *number;
    }
    return part;
  }
  return std::nullopt;
}

}  // namespace alongside::record
