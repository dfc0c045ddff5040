// SPDX-License-Identifier: Apache-2.0
// Who is doing what, in two lanes: used on the person's page, on the plan and in the visit.
#pragma once

#include "doors/web/asking.h"
#include "doors/web/html.h"
#include "service/read_record.h"

namespace alongside::web {

/// The two strands behind a hero: decoration, hidden from screen readers and from paper.
Html raw_strands();

enum class PlanReader { person, professional, supporter, onlooker };
/// The two lanes of all agreements that hold now, with the minutes a week they ask; the
/// professional can tick the promises of their own side, a supporter the person's, the person
/// theirs at the check-in.
Html plan_lanes(const Asking& asking, const service::RecordView& view, PlanReader reader);
/// The minutes a week a plan asks against what the person can spare; a warning when it is more.
Html minutes_line(const Asking& asking, const service::RecordView& view);
/// Degree of shared work, kind of response, note, aims, day.
Html agreement_facts(const Asking& asking, const service::RecordView& view,
                     const Agreement& agreement);

/// What the person wrote when checking in lately; nothing when they did not.
/// Who can read what is written here, and that nobody watches it.
Html who_sees(const Asking& asking, const service::RecordView& view);
Html check_ins_card(const Asking& asking, const service::RecordView& view);
/// Both sides' latest ratings of one aim, side by side.
Html ratings_beside(const Asking& asking, const service::RecordView& view, const Aim& aim);
/// The five levels as tiles, from the top.
Html level_tiles(const FormState& state, const Aim& aim, const Text& legend, bool legend_shown);

}  // namespace alongside::web
