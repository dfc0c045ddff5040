// SPDX-License-Identifier: Apache-2.0
// /me/trials: a trial of one's own, day by day, and what it says; /people/{person}/trial/{aim}: the
// plan for one, made together.
#pragma once

#include "doors/web/asking.h"
#include "doors/web/html.h"
#include "service/try_for_oneself.h"

namespace alongside::web {

http::Response trials_page(const Asking& asking);
http::Response post_stop_trial(const Asking& asking);
/// Reminders for the person's own calendar; they say nothing about anybody.
http::Response trial_calendar(const Asking& asking);
http::Response plan_trial_page(const Asking& asking);
http::Response post_plan_trial(const Asking& asking);

/// What today is in the trial that is under way; nothing without one.
Html trial_today(const Asking& asking, const service::RecordView& view);
/// Which number the trial under way asks; 0 without one.
std::int64_t trial_number(const Asking& asking, const service::RecordView& view);
/// What a trial that is over says, in one sentence with its range; and with its chance, its days
/// and a second opinion.
Html trial_in_short(const Asking& asking, const service::TrialView& trial);
Html trial_result(const Asking& asking, const service::TrialView& trial);

}  // namespace alongside::web
