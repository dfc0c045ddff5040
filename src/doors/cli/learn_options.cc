// SPDX-License-Identifier: Apache-2.0
// The same readings as on the option page, at the command line.
#include "doors/cli/learn_options.h"

#include <algorithm>
#include <stdexcept>

#include "doors/cli/learn_outcomes.h"
#include "doors/cli/learn_words.h"
#include "foundation/base/delimited.h"
#include "foundation/base/json.h"
#include "foundation/base/text.h"
#include "learning/judgements.h"
#include "learning/option_reading.h"
#include "learning/published.h"
#include "science/evidence_card.h"

namespace alongside::cli {
namespace {

using learning::OptionReading;

[[noreturn]] void refuse(const std::string& why) { throw std::runtime_error(why); }

/// "walking=90" as a name and what stands behind the sign.
std::pair<std::string, std::string> pair_in(const std::string& text) {
  const std::size_t sign = text.rfind('=');
  if (sign == std::string::npos) return {one_line(text), {}};
  return {one_line(text.substr(0, sign)), one_line(text.substr(sign + 1))};
}

learning::OutcomeSums sums_in(const LearnChoicesOptions& options, std::string_view text) {
  if (!one_line(text.substr(0, 64)).starts_with("{"))
    return learning::sums_of(outcomes_in(text, {options.sd, options.down}), options.reference);
  auto read = learning::outcome_sums_from(text);
  if (auto* sums = std::get_if<learning::OutcomeSums>(&read)) return std::move(*sums);
  refuse("these are no sums of a clinic (" + std::get<std::string>(read) + ")");
}

learning::ScienceBook science_in(const LearnChoicesOptions& options) {
  learning::ScienceBook book;
  for (const std::string& typed : options.cards) {
    const auto [action, id] = pair_in(typed);
    const auto& cards = shipped_evidence();
    const auto card = std::ranges::find(cards, id, &EvidenceCard::id);
    if (card == cards.end())
      refuse("there is no evidence card \"" + id + "\" (alongside evidence)");
    const auto science = learning::science_of(*card);
    if (!science)
      refuse("the card \"" + id + "\" tells its effect on a scale that the model cannot take");
    book[action] = *science;
  }
  return book;
}

struct Laid {
  OptionReading reading;
  std::optional<double> minutes;
};

struct Sheet {
  const LearnChoicesOptions& options;
  const learning::Release& release;
  std::vector<Laid> laid;
  std::vector<std::vector<std::string>> alike;

  void in_words(std::ostream& out) const {
    for (const Laid& one : laid) tell(one, out);
    for (const auto& group : alike)
      if (group.size() > 1) out << "Cannot be told apart: " << joined(group) << ".\n";
    out << "\nFrom " << release.rows << " outcomes of " << release.persons << " people at "
        << release.sites << " sites. Nothing here is picked. Judgements behind it:\n";
    for (const learning::PrintedJudgement& one : learning::printed_judgements())
      out << "  " << one.name << ": " << one.values << "\n";
  }

  static std::string joined(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
    return text;
  }

  void tell(const Laid& one, std::ostream& out) const {
    const auto& adds = one.reading.adds;
    const bool reference = one.reading.asked.action == release.reference;
    out << one.reading.asked.action;
    if (reference)
      out << " (carrying on)\n";
    else
      out << " (" << words_of(adds.verdict.status) << ")\n";
    if (one.minutes) {
      out << "  " << *one.minutes << " minutes a week";
      if (options.spare && *one.minutes > *options.spare)
        out << ", more than the " << *options.spare << " that can be spared";
      out << ".\n";
    }
    if (const auto& got = one.reading.attained)
      out << "  About " << of_100(got->share) << " of 100 people like that get there; could be "
          << of_100(got->low) << " to " << of_100(got->high) << ".\n";
    else
      out << "  No number: too few people, or too wide a range.\n";
    if (const auto& away = one.reading.further_away)
      out << "  About " << of_100(away->share) << " of 100 are further away than before.\n";
    if (!reference) out << "  " << sentence(adds.verdict.claim) << "\n";
    for (const learning::Flag flag : adds.verdict.flags)
      out << "  Note: " << words_of(flag) << ".\n";
    out << "  From " << adds.standing.persons << " people at " << adds.standing.sites << " sites";
    if (release.science.contains(adds.action))
      out << "; of 100 parts, research moved this by " << one.reading.weights.percent[0]
          << " and the network by " << one.reading.weights.percent[1];
    out << ".\n";
  }

  static void share(JsonWriter& json, std::string_view name,
                    const std::optional<learning::LikelyShare>& of) {
    json.key(name);
    if (!of) {
      json.null();
      return;
    }
    json.begin_object().key("share").number(of->share).key("low80").number(of->low);
    json.key("high80").number(of->high).end_object();
  }

  void as_json(std::ostream& out) const {
    JsonWriter json;
    json.begin_object().key("options").begin_array();
    for (const Laid& one : laid) {
      const auto& adds = one.reading.adds;
      json.begin_object().key("action").text(one.reading.asked.action).key("minutes");
      one.minutes ? json.number(*one.minutes) : json.null();
      share(json, "attained", one.reading.attained);
      share(json, "further_away", one.reading.further_away);
      json.key("adds").number(adds.mean).key("adds_low80").number(adds.low80);
      json.key("adds_high80").number(adds.high80);
      json.key("persons").number(adds.standing.persons).key("sites").number(adds.standing.sites);
      json.key("status").text(learning::name_of(adds.verdict.status));
      json.key("claim").text(learning::name_of(adds.verdict.claim)).key("flags").begin_array();
      for (const learning::Flag flag : adds.verdict.flags) json.text(learning::name_of(flag));
      json.end_array().key("weights").begin_array();
      for (const int percent : one.reading.weights.percent) json.integer(percent);
      json.end_array().end_object();
    }
    json.end_array().key("cannot_tell_apart").begin_array();
    for (const auto& group : alike) {
      json.begin_array();
      for (const std::string& name : group) json.text(name);
      json.end_array();
    }
    json.end_array().key("judgements").begin_object();
    for (const learning::PrintedJudgement& one : learning::printed_judgements())
      json.key(one.name).text(one.values);
    json.end_object().end_object();
    out << std::move(json).take() << "\n";
  }
};

/// Those that were named, else all that the rows have; carrying on first.
std::vector<std::pair<std::string, std::string>> named(const LearnChoicesOptions& options,
                                                       const learning::Release& release) {
  std::vector<std::pair<std::string, std::string>> all{{release.reference, {}}};
  for (const std::string& typed : options.options) {
    const auto option = pair_in(typed);
    if (option.first == release.reference)
      all.front() = option;
    else
      all.push_back(option);
  }
  if (options.options.empty())
    for (const auto& [action, crowd] : release.crowds)
      if (action != release.reference) all.emplace_back(action, "");
  return all;
}

}  // namespace

void lay_options_out(const LearnChoicesOptions& options, std::string_view text, std::ostream& out) {
  const auto release = learning::fitted(sums_in(options, text), science_in(options));
  if (!release)
    refuse("no row with an outcome, or no row of \"" + options.reference +
           "\", which is carrying on (--reference)");
  if (!options.aim.empty() && !release->has_aim(options.aim))
    refuse("no row has the aim \"" + options.aim + "\"");
  Sheet sheet{options, *release, {}, {}};
  std::vector<OptionReading> readings;
  for (const auto& [action, minutes] : named(options, *release)) {
    Laid one{learning::read_option(
                 *release, {action, options.aim, options.site, options.start, std::nullopt}),
             {}};
    if (!minutes.empty()) {
      one.minutes = number_in(minutes, ';');
      if (!one.minutes || *one.minutes < 0) refuse("\"" + minutes + "\" is no number of minutes");
    }
    readings.push_back(one.reading);
    sheet.laid.push_back(std::move(one));
  }
  sheet.alike = learning::told_apart(*release, readings);
  options.json ? sheet.as_json(out) : sheet.in_words(out);
}

}  // namespace alongside::cli
