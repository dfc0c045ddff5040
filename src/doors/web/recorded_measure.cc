// SPDX-License-Identifier: Apache-2.0
// Facts to choose from, by what they are about.
#include "doors/web/recorded_measure.h"

#include "doors/web/page.h"
#include "doors/web/parts.h"
#include "doors/web/phrases.h"
#include "doors/web/project_measures.h"
#include "doors/web/projects.h"
#include "service/measure_project.h"

namespace alongside::web {
namespace {

std::string_view key_of(RecordedFact fact) {
  switch (fact) {
    case RecordedFact::visit:
      return "recorded.visit";
    case RecordedFact::aim:
      return "recorded.aim";
    case RecordedFact::agreement:
      return "recorded.agreement";
    case RecordedFact::visit_aim_said:
      return "recorded.visit_aim_said";
    case RecordedFact::visit_prepared:
      return "recorded.visit_prepared";
    case RecordedFact::visit_agreed:
      return "recorded.visit_agreed";
    case RecordedFact::visit_again:
      return "recorded.visit_again";
    case RecordedFact::aim_agreed:
      return "recorded.aim_agreed";
    case RecordedFact::aim_rated:
      return "recorded.aim_rated";
    case RecordedFact::aim_reached:
      return "recorded.aim_reached";
    case RecordedFact::agreement_person_did:
      return "recorded.agreement_person_did";
    case RecordedFact::agreement_we_did:
      return "recorded.agreement_we_did";
    case RecordedFact::agreement_reached:
      return "recorded.agreement_reached";
    case RecordedFact::agreement_stuck:
      return "recorded.agreement_stuck";
  }
  return {};
}

enum class Offered { all, those_with_days };
std::vector<Choice> facts_to_choose(const Asking& asking, Offered offered) {
  std::vector<Choice> choices;
  for (const RecordedUnit unit : {RecordedUnit::visit, RecordedUnit::aim, RecordedUnit::agreement})
    for (const RecordedFact fact : recorded_facts) {
      if (unit_of(fact) != unit) continue;
      if (offered == Offered::those_with_days && holds_of_all(fact)) continue;
      choices.push_back({std::string(code_of(fact)), Text(words_for(asking, unit).words() + ": " +
                                                          asking.language.say(key_of(fact)))});
    }
  return choices;
}

http::Response show_form(const FormState& state) {
  const Asking& asking = state.asking;
  const auto id = project_asked(asking);
  if (!id) return not_found(asking);
  const auto seen = service::read_project(asking.service, asking.caller(), *id);
  if (!seen || !seen.value().of_the_team) return not_found(asking);
  const Text title = asking.say("recorded.title");
  return page(
      asking, state.came_back() ? 422 : 200, title, Place::projects,
      h::div(
          cls("wrap narrow page stack"),
          h::p(h::a(href(project_url(asking).then("/measures")), asking.say("project.measures"))),
          fault_summary(state), h::h1(title), h::p(cls("lead"), asking.say("recorded.lead")),
          post_form(asking, project_url(asking).then("/measures/counted"), cls("card stack"),
                    text_field(state, {"name", "own_measure.name", "own_measure.name_hint"}),
                    select_field(state, {"counts", "recorded.counts", "recorded.counts_hint"},
                                 facts_to_choose(asking, Offered::all), ""),
                    text_field(state, {"days", "recorded.days", "recorded.days_hint", "number"}),
                    select_field(state, {"without", "recorded.without", "recorded.without_hint"},
                                 facts_to_choose(asking, Offered::those_with_days), ""),
                    text_field(state, {"without_days", "recorded.without_days", "", "number"}),
                    what_it_is_fields(state, nullptr),
                    h::p(h::button(cls("btn"), asking.say("own_measure.keep"))))));
}

}  // namespace

Text words_for(const Asking& asking, const FactWithin& fact) {
  const std::string words = asking.language.say(key_of(fact.fact));
  if (holds_of_all(fact.fact)) return Text(words);
  const std::string days = std::to_string(fact.days);
  return looks_back(fact.fact) ? asking.say("recorded.days_before", {{"fact", words}, {"n", days}})
                               : asking.say("recorded.days_after", {{"fact", words}, {"n", days}});
}

Text words_for(const Asking& asking, RecordedUnit unit) {
  switch (unit) {
    case RecordedUnit::visit:
      return asking.say("recorded.visits");
    case RecordedUnit::aim:
      return asking.say("recorded.aims");
    case RecordedUnit::agreement:
      return asking.say("recorded.agreements");
  }
  return Text({});
}

http::Response recorded_measure_page(const Asking& asking) { return show_form({asking, {}}); }

http::Response post_recorded_measure(const Asking& asking) {
  const auto id = project_asked(asking);
  if (!id) return not_found(asking);
  OwnMeasureDraft draft;
  draft.name = typed_in(asking, "name");
  draft.kind = typed_in(asking, "kind");
  draft.perspective = typed_in(asking, "perspective");
  draft.better = typed_in(asking, "better");
  draft.source = typed_in(asking, "source");
  draft.counts = typed_in(asking, "counts");
  draft.days = typed_in(asking, "days");
  draft.without = typed_in(asking, "without");
  draft.without_days = typed_in(asking, "without_days");
  for (const std::string_view code : asking.request.form.values("covers"))
    draft.covers.emplace_back(code);
  const auto defined =
      service::define_recorded_measure(asking.service, asking.caller(), *id, draft, asking.once());
  const std::string number = defined ? defined.value() : std::string();
  return done_or_again(asking, defined, project_url(asking).then("/measures").part(number),
                       show_form);
}

}  // namespace alongside::web
