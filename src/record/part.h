// SPDX-License-Identifier: Apache-2.0
// The parts of which a home's data are made, as history vouches for them: each entry that changed
// one says what its content was from then on.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace alongside::record {

/// Of one person: who they are, their visits, one aim with its words, levels and readings-back, the
/// order of aims, one rating, their life, one agreement, what was done of one agreement on a day,
/// one check-in, one opening in an emergency, one supporter, one preparation, one number that
/// belongs to an aim, one answer to it, one burden, their wishes, the visits that lie ahead, one
/// thing they say is wrong, one set of options, one prediction,
/// one trial of their own. Of a home: the site, its
/// professionals, its teams and whom they serve, its users and how they sign in, and what its teams
/// decided about charts, what they offer, which questionnaires are on, which numbers were erased,
/// which times are kept free, what was learnt,
/// which evidence cards are its own, what its places are like, who takes part in which project, one
/// project with its charter, drivers, definitions and tests, and the numbers of one of its
/// measures, what huddles said, one user's journal, and how teams see the value they make.
enum class PartKind {
  person,
  visits,
  aim,
  order,
  rating,
  life,
  agreement,
  deeds,
  check_in,
  opening,
  supporter,
  preparation,
  number,
  number_answer,
  burden,
  wishes,
  planned_visits,
  barrier,
  instrument_answer,
  correction,
  option_set,
  prediction,
  own_trial,
  site,
  professionals,
  teams,
  users,
  chart_settings,
  offers,
  instruments,
  erased,
  reserved_times,
  releases,
  evidence,
  places,
  project_members,
  project,
  project_numbers,
  huddles,
  journal,
  passports
};

struct Part {
  PartKind kind;
  std::int64_t first = 0;   ///< the aim, agreement or check-in; 0 where there is only one
  std::int64_t second = 0;  ///< the rating of that aim, or the day of the deeds
  auto operator<=>(const Part&) const = default;
};

/// "aim 2", "rating 2 7", "life".
std::string text_of(const Part& part);
std::optional<Part> part_from(std::string_view text);

}  // namespace alongside::record
