// SPDX-License-Identifier: Apache-2.0
// Invents what was offered, chosen and learnt.
#include "doors/cli/example_offered.h"

#include <algorithm>
#include <cmath>

#include "foundation/base/expect.h"
#include "foundation/statistics/distribution.h"
#include "learning/outcome_sums.h"
#include "service/learn_from_records.h"
#include "service/look_at_options.h"
#include "service/make_offer.h"
#include "service/put_options_together.h"
#include "service/read_record.h"

namespace alongside::cli {
namespace {

constexpr double carries_on = 0.35;
constexpr double looks_before = 0.6;
constexpr double brings = 0.5;
constexpr int other_clinics = 8;
constexpr std::size_t people_at_a_clinic = 90;

constexpr std::string_view clinics[] = {"Bridge",  "Harbour", "Linden", "Mill",
                                        "Orchard", "Quarry",  "Spring", "Viaduct"};
constexpr std::string_view said[] = {"Not being away in the evenings.",
                                     "That it does not make me tired.",
                                     "That I can stop when I want.", ""};

learning::OutcomeTable made_up_rows(const std::string& site, const std::vector<OfferIdea>& ideas,
                                    SeededRandomness& chance) {
  learning::OutcomeTable table;
  table.context = {"start"};
  table.circumstance.resize(1);
  const double place = 0.15 * statistics::normal_deviate(chance);
  for (std::size_t person = 0; person < people_at_a_clinic; ++person) {
    const OfferIdea& idea = ideas[chance.below(ideas.size())];
    const bool usual = static_cast<double>(chance.below(100)) < 100 * carries_on;
    const bool lowest = chance.below(5) == 0;
    const double change =
        0.45 + place + (usual ? 0 : idea.adds + 0.1) + 0.85 * statistics::normal_deviate(chance);
    const int start = lowest ? -2 : -1;
    const int after = std::clamp(static_cast<int>(std::lround(start + change)), -2, 2);
    table.site.push_back(site);
    table.person.push_back(std::to_string(person));
    table.aim.push_back(idea.themes[chance.below(idea.themes.size())]);
    table.action.push_back(usual ? std::string(carry_on_action) : idea.offer.action);
    table.design.push_back(learning::Design::chosen);
    table.circumstance[0].push_back(start + 1);
    table.outcome.push_back(after - start);
  }
  return table;
}

}  // namespace

bool OfferedThings::happens(double probability) {
  return static_cast<double>(chance_.below(1'000'000)) / 1e6 < probability;
}

std::string OfferedThings::once() { return uuid_v7(service_.now(), chance_); }

double OfferedThings::adds_of(const Offer& offer) const {
  for (const OfferIdea& idea : ideas_)
    if (idea.offer.name == offer.name) return idea.adds;
  return 0;
}

void OfferedThings::offer(const service::Caller& member, const Id<Team>& team) {
  for (const OfferIdea& idea : ideas_)
    expect(service::make_offer(service_, member, team, idea.offer, "", once()).accepted(),
           "examples/clinic/offers.txt holds offers");
}

void OfferedThings::join_network(const service::Caller& member, const Id<Team>& team) {
  const Zone utc = Zone::utc();
  const Day today = utc.day_of(service_.now());
  for (int i = 0; i < other_clinics; ++i) {
    learning::OutcomeSums sums = learning::sums_of(
        made_up_rows(std::string(clinics[i]) + " clinic (made up)", ideas_, chance_),
        std::string(carry_on_action));
    sums.from = today.plus(-400);
    sums.to = today.plus(-90);
    expect(
        service::take_in_sums(service_, member, team, learning::text_of(sums), once()).accepted(),
        "made-up sums are sums");
  }
  learn(member, team);
}

void OfferedThings::learn(const service::Caller& member, const Id<Team>& team) {
  (void)service::learn_from_records(service_, member, team, once()).accepted();
}

std::vector<const Offer*> OfferedThings::fitting(const std::vector<Offer>& offers,
                                                 const std::string& theme) {
  std::vector<const Offer*> fit;
  for (const OfferIdea& idea : ideas_) {
    if (std::ranges::find(idea.themes, theme) == idea.themes.end()) continue;
    const auto offer = std::ranges::find(offers, idea.offer.name, &Offer::name);
    if (offer != offers.end()) fit.push_back(&*offer);
  }
  if (fit.size() > options_in_a_set_max) fit.resize(options_in_a_set_max);
  return fit;
}

OfferedThings::Choice OfferedThings::choose(const service::Caller& professional,
                                            const service::Caller& person, const Id<Person>& whose,
                                            const Id<Aim>& aim, const std::string& theme) {
  Choice choice;
  const auto record =
      service::read_record(service_, professional, RecordOf::person(whose), "shared page");
  if (!record) return choice;
  const auto fit = fitting(record.value().offers, theme);
  if (fit.empty()) return choice;
  OptionSetDraft draft{theme, {}};
  for (const Offer* offer : fit) draft.picks.push_back({offer->key(), ""});
  if (!service::put_options_together(service_, professional, whose, aim, draft, once()))
    return choice;
  if (happens(looks_before))
    (void)service::look_at_options(service_, person, RecordOf::own(), aim).accepted();
  const Offer& chosen = *fit[chance_.below(fit.size())];
  if (happens(brings))
    (void)service::bring_to_visit(service_, person, aim,
                                  {{chosen.key()}, std::string(said[chance_.below(4)])}, once())
        .accepted();
  const bool as_now = happens(carries_on);
  choice.options.push_back({"carry_on", "", "", as_now ? "chosen" : "considered", "", ""});
  for (const Offer* offer : fit) {
    const bool this_one = offer == &chosen && !as_now;
    choice.options.push_back(
        {"offered", offer->key(), "", this_one ? "chosen" : "considered", "", ""});
  }
  if (as_now) return choice;
  choice.adds = adds_of(chosen);
  choice.standard = true;
  return choice;
}

}  // namespace alongside::cli
