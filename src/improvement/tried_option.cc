// SPDX-License-Identifier: Apache-2.0
// From choices and levels to what became of each choice.
#include "improvement/tried_option.h"

#include <algorithm>

namespace alongside {
namespace {

std::pair<std::int64_t, std::int64_t> whose(const ChosenOption& one) {
  return {one.person.value, one.aim.value};
}
std::pair<std::int64_t, std::int64_t> whose(const SaidLevel& one) {
  return {one.person.value, one.aim.value};
}

Instant days_after(Instant at, std::int64_t days) { return {at.utc_ms + days * ms_a_day}; }

/// The levels said of one aim, oldest first.
std::span<const SaidLevel> said_of(const std::vector<SaidLevel>& said, const ChosenOption& one) {
  const auto before = [&](const SaidLevel& level) { return whose(level) < whose(one); };
  const auto until = [&](const SaidLevel& level) { return whose(level) <= whose(one); };
  const auto first = std::partition_point(said.begin(), said.end(), before);
  const auto last = std::partition_point(first, said.end(), until);
  return {first, last};
}

std::optional<int> last_until(std::span<const SaidLevel> said, Instant from, Instant until) {
  std::optional<int> level;
  for (const SaidLevel& one : said)
    if (one.at >= from && one.at <= until) level = one.level;
  return level;
}

/// The one option of an agreement that was chosen and can be counted: its key, empty for carrying
/// on; nothing where there are several or none.
std::optional<std::string> only_choice(const Agreement& agreement) {
  std::optional<std::string> found;
  for (const Option& option : agreement.options) {
    if (option.standing != OptionStanding::chosen) continue;
    const bool known = option.source == OptionSource::carry_on ||
                       (option.source == OptionSource::offered && !option.offer.empty());
    if (found || !known) return std::nullopt;
    found = option.offer;
  }
  return found;
}

bool is_for(const Agreement& agreement, AimNo aim) {
  return std::ranges::find(agreement.aims, aim) != agreement.aims.end();
}

}  // namespace

std::vector<LivedChange> lived_changes(const std::vector<ChosenOption>& chosen,
                                       const std::vector<SaidLevel>& said, Instant now) {
  std::vector<LivedChange> changes;
  for (std::size_t i = 0; i < chosen.size(); ++i) {
    const ChosenOption& one = chosen[i];
    const auto same_choice = [&](std::size_t j) {
      return j < chosen.size() && whose(chosen[j]) == whose(one) &&
             chosen[j].agreement == one.agreement;
    };
    std::size_t next = i + 1;
    while (same_choice(next)) ++next;
    const bool several = next > i + 1 || (i > 0 && same_choice(i - 1));
    const auto levels = said_of(said, one);
    const auto before = last_until(levels, {0}, one.agreed_at);
    const auto start = before ? before : one.baseline;
    const bool followed = next < chosen.size() && whose(chosen[next]) == whose(one);
    const Instant from = days_after(one.agreed_at, follow_up_from_days);
    Instant until = days_after(one.agreed_at, follow_up_to_days);
    if (followed) until = std::min(until, chosen[next].agreed_at);
    if (several || one.action.empty() || !start || until < from || now < until) continue;
    changes.push_back({one.person, one.aim, one.agreement, one.action, one.theme, one.agreed_at,
                       *start, last_until(levels, from, until)});
  }
  return changes;
}

std::vector<OwnTry> own_tries(const Aim& aim, const std::vector<Agreement>& agreements,
                              const std::vector<Rating>& ratings) {
  std::vector<OwnTry> tries;
  for (auto agreement = agreements.rbegin(); agreement != agreements.rend(); ++agreement) {
    if (!is_for(*agreement, aim.number)) continue;
    if (!tries.empty() && !tries.back().ended) tries.back().ended = agreement->agreed_at;
    const auto choice = only_choice(*agreement);
    if (!choice) continue;
    OwnTry one;
    one.offer = *choice;
    one.begun = agreement->agreed_at;
    tries.push_back(one);
  }
  for (OwnTry& one : tries) {
    if (aim.scale) one.start = level_of(aim.scale->baseline()).number();
    for (const Rating& rating : ratings) {
      if (rating.side != Side::person) continue;
      if (rating.rated_at <= one.begun)
        one.start = rating.level.number();
      else if (!one.ended || rating.rated_at <= *one.ended)
        one.said.push_back({{}, aim.number, rating.rated_at, rating.level.number()});
    }
  }
  return tries;
}

}  // namespace alongside
