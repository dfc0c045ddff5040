// SPDX-License-Identifier: Apache-2.0
// Choices, levels, releases, predictions.
#include "record/learning.h"

#include <cmath>

namespace alongside::record {
namespace {

using sql::Reading;
using sql::Row;
using sql::Writing;

constexpr double millionths = 1e6;
constexpr double thousandths = 1e3;

KeptRelease release_from(const Row& row) {
  return {row.integer(0), std::string(row.text(1)), {row.integer(2)}, std::string(row.text(3))};
}

/// What an offer is counted under when no network has a name for it; empty for what nobody counts.
std::string counted_as(const Row& row) {
  if (row.text(4) == code_of(OptionSource::carry_on)) return std::string(carry_on_action);
  if (row.integer(6) == 0) return {};
  Offer offer;
  offer.team = row.integer(5);
  offer.number = row.integer(6);
  offer.action = std::string(row.text(7));
  return offer.counted_as();
}

std::optional<KeptRelease> newest_of(const Reading& reading, std::int64_t home) {
  return reading.first(
      "SELECT release_no, made_by, made_ms, content FROM releases WHERE home_id = ?1 "
      "ORDER BY release_no DESC LIMIT 1",
      {home}, release_from);
}

constexpr std::int64_t every_release = 0;

/// ?2: a release, or 0 for all; the level is looked up by the key of ratings.
std::vector<learning::Prediction> predictions_at(const Reading& reading, std::int64_t home,
                                                 std::int64_t release, Instant now) {
  constexpr std::int64_t from = follow_up_from_days * ms_a_day;
  constexpr std::int64_t to = follow_up_to_days * ms_a_day;
  return reading.all(
      "SELECT p.release_no, p.made_ms, p.attained_millionths, p.mean_thousandths, "
      "p.sd_thousandths, p.seen, (SELECT r.level FROM ratings r WHERE r.home_id = p.home_id "
      "AND r.person_no = p.person_no AND r.aim_no = p.aim_no AND r.side = 'person' "
      "AND r.rated_ms BETWEEN p.made_ms + ?4 AND p.made_ms + ?5 "
      "AND NOT EXISTS (SELECT g.agreement_no FROM agreements g JOIN agreement_aims m "
      "ON m.home_id = g.home_id AND m.person_no = g.person_no "
      "AND m.agreement_no = g.agreement_no WHERE g.home_id = p.home_id "
      "AND g.person_no = p.person_no AND m.aim_no = p.aim_no AND g.agreed_ms > p.made_ms "
      "AND g.agreed_ms < r.rated_ms) "
      "ORDER BY r.rated_ms DESC, r.rating_no DESC LIMIT 1) FROM predictions p "
      "WHERE p.home_id = ?1 AND (?2 = 0 OR p.release_no = ?2) AND p.made_ms <= ?3 "
      "ORDER BY p.made_ms, p.person_no, p.prediction_no",
      {home, release, now.utc_ms - to, from, to}, [](const Row& row) {
        learning::Prediction kept;
        kept.version = row.integer(0);
        kept.made = Zone::utc().day_of({row.integer(1)});
        kept.attained = static_cast<double>(row.integer(2)) / millionths;
        kept.mean = static_cast<double>(row.integer(3)) / thousandths;
        kept.sd = static_cast<double>(row.integer(4)) / thousandths;
        kept.seen = row.integer(5) == 1;
        if (const auto level = row.maybe_integer(6)) kept.level = static_cast<int>(*level);
        return kept;
      });
}

}  // namespace

std::vector<ChosenOption> chosen_options(const Reading& reading, const TeamAccess& access) {
  return reading.all(
      "SELECT g.person_no, m.aim_no, g.agreed_ms, g.agreement_no, coalesce(o.source, ''), "
      "coalesce(w.team_no, 0), coalesce(w.offer_no, 0), "
      "coalesce((SELECT f.action FROM offer_facts f WHERE f.home_id = w.home_id "
      "AND f.team_no = w.team_no AND f.offer_no = w.offer_no ORDER BY f.version_no DESC LIMIT 1), "
      "''), "
      "coalesce((SELECT s.theme FROM option_sets s WHERE s.home_id = m.home_id "
      "AND s.person_no = m.person_no AND s.aim_no = m.aim_no ORDER BY s.set_no DESC LIMIT 1), "
      "'other'), "
      "(SELECT l.baseline FROM aim_levels l WHERE l.home_id = m.home_id "
      "AND l.person_no = m.person_no AND l.aim_no = m.aim_no ORDER BY l.scale_no DESC LIMIT 1) "
      "FROM agreements g "
      "JOIN agreement_aims m ON m.home_id = g.home_id AND m.person_no = g.person_no "
      "AND m.agreement_no = g.agreement_no "
      "LEFT JOIN agreement_options o ON o.home_id = g.home_id AND o.person_no = g.person_no "
      "AND o.agreement_no = g.agreement_no AND o.standing = 'chosen' "
      "LEFT JOIN agreement_offers w ON w.home_id = o.home_id AND w.person_no = o.person_no "
      "AND w.agreement_no = o.agreement_no AND w.option_no = o.option_no "
      "WHERE g.home_id = ?1 "
      "ORDER BY g.person_no, m.aim_no, g.agreed_ms, g.agreement_no, o.option_no",
      {access.home()}, [](const Row& row) {
        ChosenOption chosen;
        chosen.person = {row.integer(0)};
        chosen.aim = {row.integer(1)};
        chosen.agreed_at = {row.integer(2)};
        chosen.agreement = row.integer(3);
        chosen.action = counted_as(row);
        chosen.theme = std::string(row.text(8));
        if (const auto baseline = row.maybe_integer(9))
          chosen.baseline = static_cast<int>(*baseline);
        return chosen;
      });
}

std::vector<SaidLevel> said_levels(const Reading& reading, const TeamAccess& access) {
  return reading.all(
      "SELECT person_no, aim_no, rated_ms, level FROM ratings WHERE home_id = ?1 "
      "AND side = 'person' ORDER BY person_no, aim_no, rated_ms, rating_no",
      {access.home()}, [](const Row& row) {
        return SaidLevel{
            {row.integer(0)}, {row.integer(1)}, {row.integer(2)}, static_cast<int>(row.integer(3))};
      });
}

std::optional<KeptRelease> newest_release(const Reading& reading, const PersonAccess& access) {
  return newest_of(reading, access.home());
}
std::optional<KeptRelease> newest_release(const Reading& reading, const TeamAccess& access) {
  return newest_of(reading, access.home());
}

std::int64_t next_release_number(const Reading& reading, const TeamAccess& access) {
  return reading.integer("SELECT coalesce(max(release_no), 0) + 1 FROM releases WHERE home_id = ?1",
                         {access.home()});
}

void add_release(Writing& writing, const TeamAccess& access, const KeptRelease& release) {
  writing.execute(
      "INSERT INTO releases (home_id, release_no, made_by, made_ms, content) "
      "VALUES (?1, ?2, ?3, ?4, ?5)",
      {access.home(), release.number, release.made_by, release.made_at.utc_ms, release.content});
}

void add_prediction(Writing& writing, const PersonAccess& access,
                    const KeptPrediction& prediction) {
  const std::int64_t number = writing.integer(
      "SELECT coalesce(max(prediction_no), 0) + 1 FROM predictions WHERE home_id = ?1 "
      "AND person_no = ?2",
      {access.home(), access.number()});
  access.touch({PartKind::prediction, number});
  writing.execute(
      "INSERT INTO predictions (home_id, person_no, prediction_no, aim_no, agreement_no, "
      "release_no, action, attained_millionths, mean_thousandths, sd_thousandths, seen, made_ms) "
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
      {access.home(), access.number(), number, prediction.aim.value, prediction.agreement,
       prediction.release, prediction.action,
       static_cast<std::int64_t>(std::llround(prediction.attained * millionths)),
       static_cast<std::int64_t>(std::llround(prediction.mean * thousandths)),
       static_cast<std::int64_t>(std::llround(prediction.sd * thousandths)),
       prediction.seen ? 1 : 0, prediction.made_at.utc_ms});
}

std::vector<KeptPrediction> predictions_about(const Reading& reading, const PersonAccess& access) {
  return reading.all(
      "SELECT aim_no, agreement_no, release_no, action, attained_millionths, mean_thousandths, "
      "sd_thousandths, seen, made_ms FROM predictions WHERE home_id = ?1 AND person_no = ?2 "
      "ORDER BY prediction_no",
      {access.home(), access.number()}, [&](const Row& row) {
        return KeptPrediction{access.person().person,
                              {row.integer(0)},
                              row.integer(1),
                              row.integer(2),
                              std::string(row.text(3)),
                              static_cast<double>(row.integer(4)) / millionths,
                              static_cast<double>(row.integer(5)) / thousandths,
                              static_cast<double>(row.integer(6)) / thousandths,
                              row.integer(7) == 1,
                              {row.integer(8)}};
      });
}

std::vector<learning::Prediction> predictions(const Reading& reading, const TeamAccess& access,
                                              Instant now) {
  return predictions_at(reading, access.home(), every_release, now);
}
std::vector<learning::Prediction> predictions_of(const Reading& reading, const PersonAccess& access,
                                                 std::int64_t release, Instant now) {
  return predictions_at(reading, access.home(), release, now);
}

std::vector<KeptSums> sums_from_elsewhere(const Reading& reading, const TeamAccess& access) {
  return reading.all(
      "SELECT sums_no, added_by, added_ms, content FROM network_sums WHERE home_id = ?1 "
      "AND ended_ms IS NULL ORDER BY sums_no",
      {access.home()}, [](const Row& row) {
        return KeptSums{
            row.integer(0), std::string(row.text(1)), {row.integer(2)}, std::string(row.text(3))};
      });
}

std::int64_t add_sums(Writing& writing, const TeamAccess& access, const KeptSums& sums) {
  const std::int64_t number = writing.integer(
      "SELECT coalesce(max(sums_no), 0) + 1 FROM network_sums WHERE home_id = ?1", {access.home()});
  writing.execute(
      "INSERT INTO network_sums (home_id, sums_no, added_by, added_ms, content) "
      "VALUES (?1, ?2, ?3, ?4, ?5)",
      {access.home(), number, sums.added_by, sums.added_at.utc_ms, sums.content});
  return number;
}

void end_sums(Writing& writing, const TeamAccess& access, std::int64_t number, Instant now) {
  writing.execute(
      "UPDATE network_sums SET ended_ms = ?3 WHERE home_id = ?1 AND sums_no = ?2 "
      "AND ended_ms IS NULL",
      {access.home(), number, now.utc_ms});
}

std::set<std::int64_t> shared_people(const Reading& reading, const TeamAccess& access) {
  std::set<std::int64_t> people;
  reading.each("SELECT person_no, share_no FROM shared_people WHERE home_id = ?1", {access.home()},
               [&](const Row& row) { people.insert(row.integer(0)); });
  return people;
}

std::int64_t next_share_number(const Reading& reading, const TeamAccess& access) {
  return reading.integer(
      "SELECT coalesce(max(share_no), 0) + 1 FROM shared_sums WHERE home_id = ?1", {access.home()});
}

void add_share(Writing& writing, const TeamAccess& access, const KeptSums& share,
               const std::set<std::int64_t>& people) {
  writing.execute(
      "INSERT INTO shared_sums (home_id, share_no, shared_by, shared_ms, content) "
      "VALUES (?1, ?2, ?3, ?4, ?5)",
      {access.home(), share.number, share.added_by, share.added_at.utc_ms, share.content});
  for (const std::int64_t person : people)
    writing.execute("INSERT INTO shared_people (home_id, person_no, share_no) VALUES (?1, ?2, ?3)",
                    {access.home(), person, share.number});
}

std::string share_content(const Reading& reading, const TeamAccess& access, std::int64_t share) {
  return reading
      .first("SELECT content FROM shared_sums WHERE home_id = ?1 AND share_no = ?2",
             {access.home(), share}, [](const Row& row) { return std::string(row.text(0)); })
      .value_or(std::string());
}

bool looked_at(const Reading& reading, const PersonAccess& access, std::string_view page,
               Instant since) {
  return reading.integer(
             "SELECT count(*) FROM history WHERE home_id = ?1 AND person_no = ?2 "
             "AND actor_side = 'person' AND act = 'look' AND what = ?3 AND at_ms >= ?4",
             {access.home(), access.number(), page, since.utc_ms}) > 0;
}

}  // namespace alongside::record
