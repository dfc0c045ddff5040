// SPDX-License-Identifier: Apache-2.0
// Reads examples/clinic/aims.txt and offers.txt, which anyone can add to.
#include <charconv>

#include "doors/cli/example.h"
#include "foundation/base/delimited.h"
#include "foundation/base/text.h"

namespace alongside::cli {
namespace {

/// "Walk after lunch | 60": words and minutes a week.
std::pair<std::string, std::int64_t> with_minutes(std::string_view text) {
  const std::size_t bar = text.rfind('|');
  std::int64_t minutes = 0;
  if (bar == std::string_view::npos) return {one_line(text), 0};
  const std::string number = one_line(text.substr(bar + 1));
  std::from_chars(number.data(), number.data() + number.size(), minutes);
  return {one_line(text.substr(0, bar)), minutes};
}

bool take(AimIdea& idea, std::string_view name, const std::string& value) {
  if (name == "aim")
    idea.words = value;
  else if (name == "restated")
    idea.restated = value;
  else if (name == "theme")
    idea.theme = value;
  else if (name == "situation")
    idea.situation = value;
  else if (name == "horizon")
    idea.horizon = value;
  else if (name == "understood")
    idea.as_understood = value;
  else if (name == "now")
    idea.now = value;
  else if (name == "there")
    idea.there = value;
  else if (name == "better")
    idea.better = value;
  else if (name == "mine")
    idea.mine.push_back(with_minutes(value));
  else if (name == "team")
    idea.teams.push_back(value);
  else if (name == "line")
    idea.lines.push_back(value);
  else
    return false;
  return true;
}

bool take(OfferIdea& idea, std::string_view name, const std::string& value) {
  if (name == "offer")
    idea.offer.name = value;
  else if (name == "asks")
    idea.offer.what_it_asks = value;
  else if (name == "minutes")
    idea.offer.minutes = value;
  else if (name == "others")
    idea.offer.asks_of_others = value;
  else if (name == "wrong")
    idea.offer.could_go_wrong = value;
  else if (name == "evidence")
    idea.offer.evidence = value;
  else if (name == "action")
    idea.offer.action = value;
  else if (name == "themes")
    for (const std::string_view theme : split(value, ',')) idea.themes.push_back(one_line(theme));
  else if (name == "adds")
    idea.adds = number_in(value, ';').value_or(0);
  else
    return false;
  return true;
}

bool complete(const OfferIdea& idea) {
  return !idea.offer.name.empty() && !idea.offer.what_it_asks.empty() && !idea.themes.empty();
}

bool complete(const AimIdea& idea) {
  return !idea.words.empty() && !idea.now.empty() && !idea.there.empty() && !idea.mine.empty() &&
         !idea.teams.empty();
}

/// Blocks of "name: value" lines, an empty line between two.
template <class Idea>
Outcome<std::vector<Idea>> ideas_from(std::string_view text) {
  std::vector<Idea> ideas;
  Idea idea;
  bool begun = false;
  std::int64_t number = 0;
  const std::string with_end = std::string(text) + "\n";
  for (const std::string_view raw : split(with_end, '\n')) {
    ++number;
    const std::string line = one_line(raw);
    if (line.starts_with('#')) continue;
    if (line.empty()) {
      if (begun && !complete(idea)) return Refusal("measure.unreadable", std::to_string(number));
      if (begun) ideas.push_back(std::move(idea));
      idea = {};
      begun = false;
      continue;
    }
    const std::size_t colon = line.find(':');
    if (colon == std::string::npos ||
        !take(idea, line.substr(0, colon), one_line(line.substr(colon + 1))))
      return Refusal("measure.unreadable", std::to_string(number));
    begun = true;
  }
  return ideas;
}

}  // namespace

Outcome<std::vector<AimIdea>> aim_ideas_from(std::string_view text) {
  return ideas_from<AimIdea>(text);
}

Outcome<std::vector<OfferIdea>> offer_ideas_from(std::string_view text) {
  return ideas_from<OfferIdea>(text);
}

}  // namespace alongside::cli
