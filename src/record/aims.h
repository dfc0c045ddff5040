// SPDX-License-Identifier: Apache-2.0
// Aims, their versions, levels and readings-back: rows and values. Words are only ever added.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "aim/aim.h"
#include "coproduction/person.h"
#include "foundation/sql/database.h"
#include "record/access.h"

namespace alongside::record {

/// All aims of the person, held ones first in their order, then those let go, newest first.
std::vector<Aim> aims(const sql::Reading& reading, const PersonAccess& access);
std::optional<Aim> aim(const sql::Reading& reading, const PersonAccess& access, const Id<Aim>& id);
std::vector<AimNo> order_of_aims(const sql::Reading& reading, const PersonAccess& access);

/// Comes last in the order. Returns its number.
/// `written_by`: the professional who wrote it down in a visit; nothing when the person did.
AimNo add_aim(sql::Writing& writing, const PersonAccess& access, const Id<Aim>& id,
              const AimStatement& statement, Instant now,
              std::optional<ProfessionalNo> written_by = {});
void add_version(sql::Writing& writing, const PersonAccess& access, AimNo aim,
                 const AimStatement& statement, Instant now,
                 std::optional<ProfessionalNo> written_by = {});
void add_scale(sql::Writing& writing, const PersonAccess& access, AimNo aim,
               const AttainmentScale& scale, Instant now);
void set_order(sql::Writing& writing, const PersonAccess& access, std::span<const AimNo> order);
void let_go(sql::Writing& writing, const PersonAccess& access, AimNo aim, Instant now);
/// Back among those held, at the end of the order.
void take_up(sql::Writing& writing, const PersonAccess& access, AimNo aim);

/// An aim that came from another system, found again by its reference there.
struct SourcedAim {
  AimNo number;
  std::string hash;
  std::string standing;
};
/// Its reference there, the content that was taken in, and whether it "holds" there or is "over".
struct AimSource {
  std::string_view reference;
  std::string_view hash;
  std::string_view standing;
};
std::optional<SourcedAim> aim_by_source(const sql::Reading& reading, const PersonAccess& access,
                                        std::string_view source);
void set_source(sql::Writing& writing, const PersonAccess& access, AimNo aim,
                const AimSource& source);
/// Whether the aim ever had levels in these words.
bool had_scale(const sql::Reading& reading, const PersonAccess& access, AimNo aim,
               const AttainmentScale& scale);

/// The person said that the aim is still right. `asked_by` is given in a visit.
void add_confirmation(sql::Writing& writing, const PersonAccess& access, AimNo aim,
                      std::optional<ProfessionalNo> asked_by, Instant now);

void add_read_back(sql::Writing& writing, const PersonAccess& access, AimNo aim, ProfessionalNo by,
                   const Private<std::string>& as_understood, Instant now);
void answer_read_back(sql::Writing& writing, const PersonAccess& access, AimNo aim,
                      std::int64_t read_back_no, Understood answer,
                      const Private<std::string>& correction, Instant now);

}  // namespace alongside::record
