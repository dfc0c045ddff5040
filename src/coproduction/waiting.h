// SPDX-License-Identifier: Apache-2.0
// Why somebody is on a professional's list today: grouped by what is asked, never by a score.
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "coproduction/person.h"
#include "coproduction/wishes.h"

namespace alongside {

/// `alert`: an answer to a questionnaire asks for help. `wrong`: they say that something in their
/// record is wrong. `stuck`: something stands in the way.
/// `sent`: they got ready for a visit. `promise`: ours is due within a week, or was. `visit`:
/// within a week. `not_asked`: a visit within two weeks, and nobody asked what matters.
/// `follow_up`: two weeks to half a year after a plan, no word yet. `reach_out`: nobody met them
/// for half a year, and no visit is planned.
enum class WaitsFor { alert, wrong, stuck, sent, promise, visit, not_asked, follow_up, reach_out };
inline constexpr std::array waits_for_all = {
    WaitsFor::alert,     WaitsFor::wrong,     WaitsFor::stuck,
    WaitsFor::sent,      WaitsFor::promise,   WaitsFor::visit,
    WaitsFor::not_asked, WaitsFor::follow_up, WaitsFor::reach_out};
std::string_view code_of(WaitsFor reason);
std::optional<WaitsFor> waits_for_from(std::string_view code);

struct Waiting {
  WaitsFor reason = WaitsFor::stuck;
  Person person;
  std::optional<Instant> at;  ///< when it was said or last was
  std::optional<Day> day;     ///< the visit's or the promise's
  std::optional<ReachBy> reach_by;
};

}  // namespace alongside
