// SPDX-License-Identifier: Apache-2.0
// What a project measures: definitions, numbers typed or pasted, each measure with where it comes
// from.
#pragma once

#include "doors/web/asking.h"
#include "doors/web/parts.h"
#include "service/read_project.h"

namespace alongside::web {

http::Response project_measures_page(const Asking& asking);
http::Response post_take_measure(const Asking& asking);
http::Response post_end_measure(const Asking& asking);
http::Response define_measure_page(const Asking& asking);
http::Response post_define_measure(const Asking& asking);
http::Response project_measure_page(const Asking& asking);
/// With the decisions of {version} and the numbers of today.
http::Response project_measure_version(const Asking& asking);
http::Response post_measure_number(const Asking& asking);
http::Response post_measure_numbers(const Asking& asking);
http::Response post_take_number_out(const Asking& asking);
/// The definition and the numbers, as a file.
http::Response measure_file(const Asking& asking);

/// One line of the set: name, verdict, small chart.
Html measure_row(const Asking& asking, const service::ProjectChart& measure);
/// To its page; to entering a number, where it is the project's own.
Html measure_links(const Asking& asking, const service::ProjectChart& measure);
Url measure_url(const Asking& asking, std::int64_t number);
/// Kind, perspective, direction, what it looks at, where it comes from: of every own measure.
Html what_it_is_fields(const FormState& state, const Measure* before);

}  // namespace alongside::web
