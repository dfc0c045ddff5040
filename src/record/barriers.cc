// SPDX-License-Identifier: Apache-2.0
// Barriers and next steps.
#include "record/barriers.h"

namespace alongside::record {

using sql::Reading;
using sql::Row;
using sql::Writing;

namespace {

Barrier barrier_in(const Row& row) {
  return {row.integer(0),
          row.integer(1),
          row.integer(2),
          barrier_kind_from(row.text(3)).value_or(BarrierKind::other),
          Private(std::string(row.text(4))),
          {row.integer(5)},
          !row.null(6)};
}

constexpr std::string_view of_the_person =
    "SELECT barrier_no, agreement_no, action_no, kind, words, said_ms, over_ms FROM barriers "
    "WHERE home_id = ?1 AND person_no = ?2 ";

}  // namespace

std::vector<Barrier> barriers(const Reading& reading, const PersonAccess& access) {
  return reading.all(std::string(of_the_person) + "AND over_ms IS NULL ORDER BY barrier_no DESC",
                     {access.home(), access.number()}, barrier_in);
}

std::vector<Barrier> all_barriers(const Reading& reading, const PersonAccess& access) {
  return reading.all(std::string(of_the_person) + "ORDER BY barrier_no DESC",
                     {access.home(), access.number()}, barrier_in);
}

std::int64_t add_barrier(Writing& writing, const PersonAccess& access, const Barrier& barrier,
                         Instant now) {
  const std::int64_t number = writing.integer(
      "SELECT coalesce(max(barrier_no), 0) + 1 FROM barriers WHERE home_id = ?1 AND person_no = ?2",
      {access.home(), access.number()});
  writing.execute(
      "INSERT INTO barriers (home_id, person_no, barrier_no, agreement_no, action_no, kind, words, "
      "said_ms) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
      {access.home(), access.number(), number, barrier.agreement, barrier.action,
       code_of(barrier.kind), barrier.words.disclose(), now.utc_ms});
  access.touch({PartKind::barrier, number});
  return number;
}

void end_barrier(Writing& writing, const PersonAccess& access, std::int64_t barrier, Instant now) {
  access.touch({PartKind::barrier, barrier});
  writing.execute(
      "UPDATE barriers SET over_ms = ?4 WHERE home_id = ?1 AND person_no = ?2 AND barrier_no = ?3 "
      "AND over_ms IS NULL",
      {access.home(), access.number(), barrier, now.utc_ms});
}

std::map<AimNo, ChosenStep> chosen_steps(const Reading& reading, const PersonAccess& access) {
  std::map<AimNo, ChosenStep> chosen;
  reading.each(
      "SELECT aim_no, step, chosen_ms FROM next_steps WHERE home_id = ?1 AND person_no = ?2 "
      "ORDER BY aim_no, step_no",
      {access.home(), access.number()}, [&](const Row& row) {
        chosen[{row.integer(0)}] = {next_step_from(row.text(1)).value_or(NextStep::keep),
                                    {row.integer(2)}};
      });
  return chosen;
}

void choose_step(Writing& writing, const PersonAccess& access, AimNo aim, NextStep step,
                 Instant now) {
  access.touch({PartKind::aim, aim.value});
  writing.execute(
      "INSERT INTO next_steps (home_id, person_no, aim_no, step_no, step, chosen_ms) "
      "SELECT ?1, ?2, ?3, coalesce(max(step_no), 0) + 1, ?4, ?5 FROM next_steps "
      "WHERE home_id = ?1 AND person_no = ?2 AND aim_no = ?3",
      {access.home(), access.number(), aim.value, code_of(step), now.utc_ms});
}

}  // namespace alongside::record
