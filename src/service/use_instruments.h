// SPDX-License-Identifier: Apache-2.0
// Switching questionnaires on and off, with their permission, and answering them.
#pragma once

#include <string>
#include <vector>

#include "improvement/instrument.h"
#include "record/instruments.h"
#include "service/caller.h"
#include "service/read_record.h"
#include "service/permission.h"
#include "service/service.h"

namespace alongside::service {

using record::InstrumentOn;

/// For administrators.
Outcome<std::vector<InstrumentOn>> instruments_switched(const Service& service,
                                                        const Caller& caller);
/// Refused like may_switch_on; for an instrument that is not there like what is not there.
Outcome<Done> switch_instrument_on(const Service& service, const Caller& caller,
                                   std::string_view instrument, const SwitchOn& by);
Outcome<Done> switch_instrument_off(const Service& service, const Caller& caller,
                                    std::string_view instrument);

struct QuestionsView {
  std::vector<InstrumentOn> on;
  std::vector<InstrumentAnswered> answered;  ///< newest first
  Site site;
  bool somebody_serves = false;  ///< without a team nobody's list shows an answer
};
/// The caller's own.
Outcome<QuestionsView> read_questions(const Service& service, const Caller& caller);

/// One text for each item; empty: no answer. Only while the instrument is on. Refused: an answer
/// that is none of its item's ("prepare.choose_one", field "item_0" ...), and no answer at all
/// ("instrument.nothing_answered", field "item_0").
Outcome<std::string> answer_instrument(const Service& service, const Caller& caller,
                                       std::string_view instrument,
                                       const std::vector<std::string>& typed,
                                       std::string_view once);

/// A professional who serves the person looked into what asked for help.
Outcome<std::string> look_into_alerts(const Service& service, const Caller& caller,
                                      const Id<Person>& person, std::string_view once);

}  // namespace alongside::service
