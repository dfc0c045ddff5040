// SPDX-License-Identifier: Apache-2.0
// Questionnaires that are on, and what people answered: rows and values.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "foundation/sql/database.h"
#include "improvement/instrument.h"
#include "record/access.h"

namespace alongside::record {

struct InstrumentOn {
  std::string instrument;
  SwitchOn by;
  std::string set_by;
  Instant set_at;
};
/// Those that are on at a site.
std::vector<InstrumentOn> instruments_on(const sql::Reading& reading, HomeNo home);
void switch_on(sql::Writing& writing, const AdministratorAccess& access, HomeNo home,
               const Instrument& instrument, const SwitchOn& by, std::string_view set_by,
               Instant now);
void switch_off(sql::Writing& writing, const AdministratorAccess& access, HomeNo home,
                std::string_view instrument, Instant now);

struct InstrumentAnswered {
  std::string instrument;
  std::vector<std::optional<std::int64_t>> answers;
  std::optional<double> score;
  bool alerted = false;
  Instant answered_at;
  bool looked_into = false;  ///< what asked for help was
};
/// Newest first.
std::vector<InstrumentAnswered> instrument_answers(const sql::Reading& reading,
                                                   const PersonAccess& access);
std::int64_t add_instrument_answer(sql::Writing& writing, const PersonAccess& access,
                                   const Instrument& instrument, const InstrumentAnswered& answered,
                                   Instant now);

/// Whatever asked for help until now was looked into.
void look_into_alerts(sql::Writing& writing, const PersonAccess& access, ProfessionalNo by,
                      Instant now);

}  // namespace alongside::record
