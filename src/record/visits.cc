// SPDX-License-Identifier: Apache-2.0
// Planned visits and offers.
#include "record/visits.h"

namespace alongside::record {
namespace {

using sql::Reading;
using sql::Row;
using sql::Writing;

Offer offer_from(const Row& row) {
  Offer offer;
  offer.number = row.integer(0);
  offer.version = row.integer(1);
  offer.name = std::string(row.text(2));
  offer.what_it_asks = std::string(row.text(3));
  if (const auto minutes = row.maybe_integer(4)) offer.minutes = MinutesAWeek{*minutes};
  offer.team = row.integer(5);
  offer.asks_of_others = std::string(row.text(6));
  offer.could_go_wrong = std::string(row.text(7));
  offer.evidence = std::string(row.text(8));
  offer.action = std::string(row.text(9));
  return offer;
}

/// With what the option page says of each version.
const std::string offer_columns =
    "SELECT o.offer_no, o.version_no, o.name, o.what_it_asks, o.minutes_a_week, o.team_no, "
    "coalesce(f.asks_of_others, ''), coalesce(f.could_go_wrong, ''), coalesce(f.evidence, ''), "
    "coalesce(f.action, '') FROM offers o "
    "LEFT JOIN offer_facts f ON f.home_id = o.home_id AND f.team_no = o.team_no "
    "AND f.offer_no = o.offer_no AND f.version_no = o.version_no ";

}  // namespace

std::vector<HeldVisit> visits_held(const Reading& reading, const PersonAccess& access) {
  return reading.all(
      "SELECT v.held_ms, coalesce(p.name, ''), coalesce(m.mode, '') FROM visits v "
      "LEFT JOIN professionals p ON p.home_id = v.home_id "
      "AND p.professional_no = v.professional_no LEFT JOIN visit_modes m "
      "ON m.home_id = v.home_id AND m.person_no = v.person_no AND m.visit_no = v.visit_no "
      "WHERE v.home_id = ?1 AND v.person_no = ?2 ORDER BY v.held_ms, v.visit_no",
      {access.home(), access.number()}, [](const Row& row) {
        return HeldVisit{{row.integer(0)}, std::string(row.text(1)), visit_mode_from(row.text(2))};
      });
}

std::optional<PlannedVisit> planned_visit(const Reading& reading, const PersonAccess& access) {
  return reading.first(
      "SELECT v.visit_day, p.name, r.time_no, r.minute, r.minutes, r.way FROM planned_visits v "
      "JOIN professionals p ON p.home_id = v.home_id AND p.professional_no = v.professional_no "
      "LEFT JOIN reserved_times r ON r.home_id = v.home_id AND r.person_no = v.person_no "
      "AND r.professional_no = v.professional_no AND r.reserved_day = v.visit_day "
      "AND r.ended_ms IS NULL "
      "WHERE v.home_id = ?1 AND v.person_no = ?2 AND v.ended_ms IS NULL "
      "ORDER BY v.visit_day, v.planned_no LIMIT 1",
      {access.home(), access.number()}, [](const Row& row) {
        PlannedVisit planned{Day{row.integer(0)}, std::string(row.text(1))};
        if (!row.null(2))
          planned.time = ReservedTime{row.integer(2), planned.day, row.integer(3), row.integer(4),
                                      meet_by_from(row.text(5)).value_or(MeetBy::visit)};
        return planned;
      });
}

void plan_visit(Writing& writing, const PersonAccess& access, ProfessionalNo with, Day day,
                Instant now) {
  end_planned_visit(writing, access, with, now);
  writing.execute(
      "INSERT INTO planned_visits (home_id, person_no, planned_no, professional_no, visit_day, "
      "planned_ms) SELECT ?1, ?2, coalesce(max(planned_no), 0) + 1, ?3, ?4, ?5 "
      "FROM planned_visits WHERE home_id = ?1 AND person_no = ?2",
      {access.home(), access.number(), with.value, day.number, now.utc_ms});
}

void end_planned_visit(Writing& writing, const PersonAccess& access, ProfessionalNo with,
                       Instant now) {
  access.touch({PartKind::planned_visits});
  writing.execute(
      "UPDATE planned_visits SET ended_ms = ?3 WHERE home_id = ?1 AND person_no = ?2 "
      "AND professional_no = ?4 AND ended_ms IS NULL",
      {access.home(), access.number(), now.utc_ms, with.value});
}

std::optional<std::int64_t> visit_since(const Reading& reading, const PersonAccess& access,
                                        ProfessionalNo with, Instant since) {
  return reading.first(
      "SELECT visit_no FROM visits WHERE home_id = ?1 AND person_no = ?2 "
      "AND professional_no = ?3 AND held_ms >= ?4 ORDER BY held_ms DESC, visit_no DESC LIMIT 1",
      {access.home(), access.number(), with.value, since.utc_ms},
      [](const Row& row) { return row.integer(0); });
}

std::vector<Offer> offers(const Reading& reading, const TeamAccess& access) {
  return reading.all(offer_columns +
                         "WHERE o.home_id = ?1 AND o.team_no = ?2 AND o.ended_ms IS NULL "
                         "ORDER BY o.name, o.team_no, o.offer_no",
                     {access.home(), access.number()}, offer_from);
}

std::vector<Offer> offers(const Reading& reading, const ProjectAccess& access) {
  return reading.all(offer_columns +
                         "WHERE o.home_id = ?1 AND o.team_no = ?2 AND o.ended_ms IS NULL "
                         "ORDER BY o.name, o.team_no, o.offer_no",
                     {access.home(), access.team()}, offer_from);
}

std::vector<Offer> offers_at(const Reading& reading, const TeamAccess& access) {
  return reading.all(offer_columns +
                         "WHERE o.home_id = ?1 AND o.ended_ms IS NULL "
                         "ORDER BY o.team_no, o.name, o.offer_no",
                     {access.home()}, offer_from);
}

std::vector<Offer> offers_for(const Reading& reading, const PersonAccess& access) {
  return reading.all(
      offer_columns +
          "JOIN team_serves s ON s.home_id = o.home_id AND s.team_no = o.team_no "
          "WHERE o.home_id = ?1 AND s.person_no = ?2 AND s.until_ms IS NULL AND o.ended_ms IS NULL "
          "ORDER BY o.name, o.team_no, o.offer_no",
      {access.home(), access.number()}, offer_from);
}

std::int64_t set_offer(Writing& writing, const TeamAccess& access, const Offer& offer,
                       std::string_view set_by, Instant now) {
  const std::int64_t number = offer.number != 0
                                  ? offer.number
                                  : writing.integer(
                                        "SELECT coalesce(max(offer_no), 0) + 1 FROM offers "
                                        "WHERE home_id = ?1 AND team_no = ?2",
                                        {access.home(), access.number()});
  if (offer.number != 0) end_offer(writing, access, number, now);
  const auto minutes = offer.minutes ? std::optional(offer.minutes->value) : std::nullopt;
  writing.execute(
      "INSERT INTO offers (home_id, team_no, offer_no, version_no, name, what_it_asks, "
      "minutes_a_week, set_by, set_ms) SELECT ?1, ?2, ?3, coalesce(max(version_no), 0) + 1, ?4, "
      "?5, ?6, ?7, ?8 FROM offers WHERE home_id = ?1 AND team_no = ?2 AND offer_no = ?3",
      {access.home(), access.number(), number, offer.name, offer.what_it_asks,
       sql::optional(minutes), set_by, now.utc_ms});
  writing.execute(
      "INSERT INTO offer_facts (home_id, team_no, offer_no, version_no, asks_of_others, "
      "could_go_wrong, evidence, action) SELECT ?1, ?2, ?3, max(version_no), ?4, ?5, ?6, ?7 "
      "FROM offers WHERE home_id = ?1 AND team_no = ?2 AND offer_no = ?3",
      {access.home(), access.number(), number, offer.asks_of_others, offer.could_go_wrong,
       offer.evidence, offer.action});
  return number;
}

void end_offer(Writing& writing, const TeamAccess& access, std::int64_t offer, Instant now) {
  writing.execute(
      "UPDATE offers SET ended_ms = ?4 WHERE home_id = ?1 AND team_no = ?2 AND offer_no = ?3 "
      "AND ended_ms IS NULL",
      {access.home(), access.number(), offer, now.utc_ms});
}

}  // namespace alongside::record
