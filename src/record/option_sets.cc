// SPDX-License-Identifier: Apache-2.0
// Sets with their offers, as those stood when they were picked.
#include "record/option_sets.h"

#include <algorithm>

#include "foundation/base/text.h"

namespace alongside::record {
namespace {

using sql::Reading;
using sql::Row;
using sql::Writing;

constexpr char between_keys = '\n';

std::string keys_text(const std::vector<std::string>& keys) {
  std::string text;
  for (const std::string& key : keys) text += (text.empty() ? "" : "\n") + key;
  return text;
}

std::vector<std::string> keys_in(std::string_view text) {
  std::vector<std::string> keys;
  if (text.empty()) return keys;
  for (const std::string_view key : split(text, between_keys)) keys.emplace_back(key);
  return keys;
}

PickedOffer picked_from(const Row& row) {
  PickedOffer picked;
  Offer& offer = picked.offer;
  offer.team = row.integer(1);
  offer.number = row.integer(2);
  offer.version = row.integer(3);
  picked.may_not_fit = Private(std::string(row.text(4)));
  offer.name = std::string(row.text(5));
  offer.what_it_asks = std::string(row.text(6));
  if (const auto minutes = row.maybe_integer(7)) offer.minutes = MinutesAWeek{*minutes};
  offer.asks_of_others = std::string(row.text(8));
  offer.could_go_wrong = std::string(row.text(9));
  offer.evidence = std::string(row.text(10));
  offer.action = std::string(row.text(11));
  return picked;
}

}  // namespace

std::vector<OptionSet> option_sets(const Reading& reading, const PersonAccess& access) {
  std::vector<OptionSet> sets = reading.all(
      "SELECT s.set_no, s.aim_no, s.theme, p.name, s.picked_ms, s.talk, s.matters_most, "
      "s.brought_ms FROM option_sets s JOIN professionals p ON p.home_id = s.home_id "
      "AND p.professional_no = s.picked_by WHERE s.home_id = ?1 AND s.person_no = ?2 "
      "ORDER BY s.set_no DESC",
      {access.home(), access.number()}, [](const Row& row) {
        OptionSet set;
        set.number = row.integer(0);
        set.aim = {row.integer(1)};
        set.theme = std::string(row.text(2));
        set.picked_by = std::string(row.text(3));
        set.picked_at = {row.integer(4)};
        set.talk = keys_in(row.text(5));
        set.matters_most = Private(std::string(row.text(6)));
        if (const auto brought = row.maybe_integer(7)) set.brought_at = Instant{*brought};
        return set;
      });
  reading.each(
      "SELECT s.set_no, s.team_no, s.offer_no, s.version_no, s.may_not_fit, o.name, "
      "o.what_it_asks, o.minutes_a_week, coalesce(f.asks_of_others, ''), "
      "coalesce(f.could_go_wrong, ''), coalesce(f.evidence, ''), "
      "coalesce((SELECT n.action FROM offer_facts n WHERE n.home_id = s.home_id "
      "AND n.team_no = s.team_no AND n.offer_no = s.offer_no ORDER BY n.version_no DESC LIMIT 1), "
      "'') "
      "FROM option_set_offers s JOIN offers o ON o.home_id = s.home_id AND o.team_no = s.team_no "
      "AND o.offer_no = s.offer_no AND o.version_no = s.version_no "
      "LEFT JOIN offer_facts f ON f.home_id = o.home_id AND f.team_no = o.team_no "
      "AND f.offer_no = o.offer_no AND f.version_no = o.version_no "
      "WHERE s.home_id = ?1 AND s.person_no = ?2 ORDER BY s.set_no, s.place",
      {access.home(), access.number()}, [&](const Row& row) {
        const auto set = std::ranges::find(sets, row.integer(0), &OptionSet::number);
        if (set != sets.end()) set->picked.push_back(picked_from(row));
      });
  return sets;
}

std::int64_t add_option_set(Writing& writing, const PersonAccess& access, const OptionSet& set,
                            ProfessionalNo by, Instant now) {
  const std::int64_t number = writing.integer(
      "SELECT coalesce(max(set_no), 0) + 1 FROM option_sets WHERE home_id = ?1 AND person_no = ?2",
      {access.home(), access.number()});
  access.touch({PartKind::option_set, number});
  writing.execute(
      "INSERT INTO option_sets (home_id, person_no, set_no, aim_no, theme, picked_by, picked_ms, "
      "talk, matters_most) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, '', '')",
      {access.home(), access.number(), number, set.aim.value, set.theme, by.value, now.utc_ms});
  std::int64_t place = 0;
  for (const PickedOffer& picked : set.picked)
    writing.execute(
        "INSERT INTO option_set_offers (home_id, person_no, set_no, place, team_no, offer_no, "
        "version_no, may_not_fit) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        {access.home(), access.number(), number, ++place, picked.offer.team, picked.offer.number,
         picked.offer.version, picked.may_not_fit.disclose()});
  return number;
}

void set_talk(Writing& writing, const PersonAccess& access, const OptionSet& set) {
  access.touch({PartKind::option_set, set.number});
  writing.execute(
      "UPDATE option_sets SET talk = ?4, matters_most = ?5, brought_ms = ?6 WHERE home_id = ?1 "
      "AND person_no = ?2 AND set_no = ?3",
      {access.home(), access.number(), set.number, keys_text(set.talk), set.matters_most.disclose(),
       sql::optional(set.brought_at ? std::optional(set.brought_at->utc_ms) : std::nullopt)});
}

}  // namespace alongside::record
