// SPDX-License-Identifier: Apache-2.0
// One test of change: the plan, the lock, what is seen, what was learnt, what was decided.
#pragma once

#include "change/charter.h"
#include "change/test_of_change.h"
#include "doors/web/asking.h"
#include "service/read_project.h"

namespace alongside::web {

http::Response plan_test_page(const Asking& asking);
http::Response post_plan(const Asking& asking);
http::Response test_page(const Asking& asking);
http::Response post_lock(const Asking& asking);
http::Response post_datum(const Asking& asking);
http::Response post_take_datum_back(const Asking& asking);
http::Response post_study(const Asking& asking);
http::Response post_decision(const Asking& asking);

Text words_for(const Asking& asking, Awaited awaited);
Text words_for(const Asking& asking, Decision decision);
/// "We predict 60 to 80 of 100. We are 70 of 100 sure."
Text prediction_words(const Asking& asking, const TestPlan& plan);
/// Where it stands, in one sentence.
Text test_in_short(const Asking& asking, const TestOfChange& test);
/// "62.5", "70": thousandths without needless zeros.
std::string milli_words(std::int64_t milli);
Url test_url(const Asking& asking, std::int64_t number);
/// The plan with all that it says.
Html plan_card(const Asking& asking, const service::ProjectView& view, const TestOfChange& test);
/// The tests whose numbers stand on a measure's chart, with what came of each.
Html tests_on_chart(const Asking& asking, const service::ProjectView& view, std::int64_t measure);
/// How far the project kept to what makes tests worth believing; nothing before it can be said.
Html fidelity_rows(const Asking& asking, const service::ProjectView& view);
/// The same, folded.
Html fidelity_table(const Asking& asking, const service::ProjectView& view);

}  // namespace alongside::web
