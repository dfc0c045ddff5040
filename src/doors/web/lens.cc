// SPDX-License-Identifier: Apache-2.0
// Sentences about a set of measures; no mark and no total.
#include "doors/web/lens.h"

#include "doors/web/projects.h"

namespace alongside::web {
namespace {

/// The words of a kind or an aspect, by its code.
Text sign_words(const Asking& asking, const ThroughLens& seen) {
  if (seen.by == SeenBy::word) return Text("“" + seen.sign + "”");
  for (const MeasureKind kind : measure_kinds)
    if (seen.by == SeenBy::kind && code_of(kind) == seen.sign) return words_for(asking, kind);
  for (const Aspect aspect : aspects)
    if (code_of(aspect) == seen.sign) return words_for(asking, aspect);
  return Text(seen.sign);
}

template <class Values>
std::string list_of(const Asking& asking, const Values& values) {
  std::string all;
  for (const auto& value : values)
    all += (all.empty() ? "" : ", ") + words_for(asking, value).words();
  return all;
}

}  // namespace

Text words_for(const Asking& asking, MeasureKind kind) {
  switch (kind) {
    case MeasureKind::structure:
      return asking.say("kind.structure");
    case MeasureKind::process:
      return asking.say("kind.process");
    case MeasureKind::output:
      return asking.say("kind.output");
    case MeasureKind::outcome:
      return asking.say("kind.outcome");
    case MeasureKind::experience:
      return asking.say("kind.experience");
    case MeasureKind::balancing:
      return asking.say("kind.balancing");
    case MeasureKind::cost:
      return asking.say("kind.cost");
  }
  return Text({});
}

Text words_for(const Asking& asking, Perspective perspective) {
  switch (perspective) {
    case Perspective::person:
      return asking.say("perspective.person");
    case Perspective::professional:
      return asking.say("perspective.professional");
    case Perspective::organisation:
      return asking.say("perspective.organisation");
  }
  return Text({});
}

Text words_for(const Asking& asking, Aspect aspect) {
  switch (aspect) {
    case Aspect::aim:
      return asking.say("aspect.aim");
    case Aspect::relationship:
      return asking.say("aspect.relationship");
    case Aspect::hard_to_measure:
      return asking.say("aspect.hard_to_measure");
    case Aspect::preference:
      return asking.say("aspect.preference");
    case Aspect::burden:
      return asking.say("aspect.burden");
    case Aspect::joy:
      return asking.say("aspect.joy");
    case Aspect::cost:
      return asking.say("aspect.cost");
    case Aspect::equity:
      return asking.say("aspect.equity");
  }
  return Text({});
}

Text words_for(const Asking& asking, CountedAs counted) {
  switch (counted) {
    case CountedAs::share:
      return asking.say("counted.share");
    case CountedAs::rate:
      return asking.say("counted.rate");
    case CountedAs::count:
      return asking.say("counted.count");
    case CountedAs::value:
      return asking.say("counted.value");
  }
  return Text({});
}

Html seen_words(const Asking& asking, const ThroughLens& seen) {
  const bool service = seen.dominance == Dominance::service;
  return h::span(cls("small"), asking.say(service ? "lens.service" : "lens.product",
                                          {{"why", sign_words(asking, seen).words()}}));
}

Html lens_words(const Asking& asking, const service::ProjectView& view, Heading heading) {
  const Balance& balance = view.balance;
  std::vector<Html> items;
  const auto say = [&](std::string_view key) { items.push_back(h::li(asking.say(key))); };
  if (balance.only_outputs) say("lens.only_outputs");
  if (balance.none_from_patients) say("lens.none_from_patients");
  if (!balance.kinds_left_out.empty())
    items.push_back(h::li(
        asking.say("lens.kinds_left_out", {{"what", list_of(asking, balance.kinds_left_out)}})));
  if (!balance.left_out.empty())
    items.push_back(
        h::li(asking.say("lens.left_out", {{"what", list_of(asking, balance.left_out)}})));
  return h::div(
      cls("gap"),
      heading == Heading::of_a_page ? h::h2(asking.say("lens.title"))
                                    : h::h3(asking.say("lens.title")),
      h::p(h::b(asking.say("lens.share", {{"n", std::to_string(balance.service)},
                                          {"of", std::to_string(balance.measures.size())}}))),
      items.empty() ? h::p(asking.say("lens.balanced")) : h::ul(cls("stack-s small"), items));
}

}  // namespace alongside::web
