// SPDX-License-Identifier: Apache-2.0
// A team's chart as a figure: a sentence, the drawing, its key, the numbers behind it.
#pragma once

#include <string>

#include "doors/web/asking.h"
#include "doors/web/html.h"
#include "doors/web/parts.h"
#include "foundation/drawing/control_chart.h"
#include "service/read_chart.h"

namespace alongside::web {

/// "name", "unit" ...: the words of a shipped measure stand under keys made of its id; a project's
/// own brings them along.
Text measure_words(const Asking& asking, const Measure& measure, std::string_view part);
Shape shape_of(Verdict verdict);
/// 0.423 as "42" where shares are written out of 100, else the number with one decimal at most.
std::string number_on(ChartScale scale, double value);
/// What the chart says, for the caption, the drawing's description and a screen reader alike.
std::string chart_sentence(const Asking& asking, const service::MeasuredChart& chart);
/// "November 2026", or the day where points are not months.
std::string time_words(const Asking& asking, const ChartReading& reading, const ChartPoint& point);
/// Why this kind of chart; empty where the team chose it, or there are too few points for limits.
Html why_this_chart(const Asking& asking, const ChartReading& reading);
/// The rule that spoke, in one sentence.
Text reason_words(const Asking& asking, const ChartReading& reading);
drawing::ControlChart ink_of(const Asking& asking, const service::MeasuredChart& chart);
const ChartPoint* latest_point(const ChartReading& reading);

/// Both drawings, or why there is none. With script its points are read out one by one.
Html drawn(const Asking& asking, const service::MeasuredChart& chart);
/// Only what is drawn stands in the key.
Html key_of(const Asking& asking, const ChartReading& reading);
/// `spoken`: with a column that says what the marks show, for who reads the points and not the ink.
enum class Columns { numbers, spoken };
Html numbers_table(const Asking& asking, const service::MeasuredChart& chart,
                   Columns columns = Columns::numbers);
/// What late records changed since the last huddle; nothing before the first.
Html since_huddle_words(const Asking& asking, const service::MeasuredChart& chart,
                        const std::string& zone);
/// What to be careful about, how often such rules speak for nothing, where new limits could begin.
Html cautions(const Asking& asking, const service::MeasuredChart& chart);

/// Two signs with their words: which way it moves, and whether the target can be relied on.
Html signs_of(const Asking& asking, const service::MeasuredChart& chart);

}  // namespace alongside::web
