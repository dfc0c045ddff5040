// SPDX-License-Identifier: Apache-2.0
// What was agreed and what was done.
#include "record/agreements.h"

namespace alongside::record {
namespace {

using sql::Reading;
using sql::Row;
using sql::Writing;

Action action_from(const Row& row) {
  Action action;
  action.number = row.integer(1);
  action.side = side_from(row.text(2)).value_or(Side::person);
  action.owner = row.null(3) ? std::string() : std::string(row.text(3));
  action.words = Private(std::string(row.text(4)));
  if (const auto due = row.maybe_integer(5)) action.due = Day{*due};
  if (const auto minutes = row.maybe_integer(6)) action.minutes = MinutesAWeek{*minutes};
  if (const auto done = row.maybe_integer(7)) action.last_done = Day{*done};
  action.times_done = row.integer(8);
  return action;
}

Agreement agreement_from(const Row& row) {
  Agreement agreement;
  agreement.number = {row.integer(0)};
  agreement.shared_work = shared_work_from(row.text(1)).value_or(SharedWork::conversation);
  agreement.response_kind = response_kind_from(row.text(2)).value_or(ResponseKind::standardised);
  agreement.note = Private(std::string(row.text(3)));
  agreement.agreed_at = {row.integer(4)};
  agreement.recorded_by = std::string(row.text(5));
  agreement.standard = std::string(row.text(6));
  if (const auto disturbs = row.maybe_integer(7)) agreement.disturbs = *disturbs != 0;
  agreement.disturbs_how = Private(std::string(row.text(8)));
  agreement.persons_view = Private(std::string(row.text(9)));
  agreement.professionals_view = Private(std::string(row.text(10)));
  if (const auto day = row.maybe_integer(11)) agreement.look_again = Day{*day};
  return agreement;
}

Agreement* numbered(std::vector<Agreement>& agreements, std::int64_t number) {
  for (Agreement& agreement : agreements)
    if (agreement.number.value == number) return &agreement;
  return nullptr;
}

void add_actions(Writing& writing, const PersonAccess& access, std::int64_t agreement_no,
                 const Agreement& agreement, ProfessionalNo recorded_by) {
  for (const Action& action : agreement.actions) {
    const bool theirs = action.side == Side::professional;
    const auto due = action.due ? std::optional(action.due->number) : std::nullopt;
    const auto minutes = action.minutes ? std::optional(action.minutes->value) : std::nullopt;
    writing.execute(
        "INSERT INTO actions (home_id, person_no, agreement_no, action_no, side, "
        "professional_no, words, due_day, minutes_a_week) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        {access.home(), access.number(), agreement_no, action.number, code_of(action.side),
         sql::optional(theirs ? std::optional(action.owner_no.value_or(recorded_by).value)
                              : std::nullopt),
         action.words.disclose(), sql::optional(due), sql::optional(minutes)});
  }
}

void add_options(Writing& writing, const PersonAccess& access, std::int64_t agreement_no,
                 const std::vector<Option>& options) {
  std::int64_t option_no = 0;
  for (const Option& option : options)
    writing.execute(
        "INSERT INTO agreement_options (home_id, person_no, agreement_no, option_no, source, "
        "standing, words, version, persons_reason, professionals_reason) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
        {access.home(), access.number(), agreement_no, ++option_no, code_of(option.source),
         code_of(option.standing), option.words.disclose(), option.version,
         option.persons_reason.disclose(), option.professionals_reason.disclose()});
  option_no = 0;
  for (const Option& option : options) {
    ++option_no;
    const auto offer = offer_key_from(option.offer);
    if (!offer) continue;
    writing.execute(
        "INSERT INTO agreement_offers (home_id, person_no, agreement_no, option_no, team_no, "
        "offer_no) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        {access.home(), access.number(), agreement_no, option_no, offer->team, offer->number});
  }
}

void fill_options(const Reading& reading, const PersonAccess& access,
                  std::vector<Agreement>& agreements) {
  reading.each(
      "SELECT o.agreement_no, o.source, o.standing, o.words, o.version, o.persons_reason, "
      "o.professionals_reason, w.team_no, w.offer_no FROM agreement_options o "
      "LEFT JOIN agreement_offers w ON w.home_id = o.home_id AND w.person_no = o.person_no "
      "AND w.agreement_no = o.agreement_no AND w.option_no = o.option_no "
      "WHERE o.home_id = ?1 AND o.person_no = ?2 ORDER BY o.agreement_no, o.option_no",
      {access.home(), access.number()}, [&](const Row& row) {
        Agreement* agreement = numbered(agreements, row.integer(0));
        if (agreement == nullptr) return;
        agreement->options.push_back(
            {option_source_from(row.text(1)).value_or(OptionSource::other),
             option_standing_from(row.text(2)).value_or(OptionStanding::considered),
             Private(std::string(row.text(3))), std::string(row.text(4)),
             Private(std::string(row.text(5))), Private(std::string(row.text(6))),
             row.null(7) ? std::string() : OfferKey{row.integer(7), row.integer(8)}.text()});
      });
}

Circumstances circumstances_from(const Row& row) {
  Circumstances kept;
  if (const auto minutes = row.maybe_integer(0)) kept.to_spare = MinutesAWeek{*minutes};
  kept.commitments = Private(std::string(row.text(1)));
  kept.helpers = Private(std::string(row.text(2)));
  kept.stated_at = {row.integer(3)};
  kept.strengths = Private(std::string(row.text(4)));
  return kept;
}

}  // namespace

std::optional<Circumstances> circumstances(const Reading& reading, const PersonAccess& access) {
  return reading.first(
      "SELECT minutes_to_spare, commitments, helpers, stated_ms, strengths FROM circumstances "
      "WHERE home_id = ?1 AND person_no = ?2 ORDER BY version_no DESC LIMIT 1",
      {access.home(), access.number()}, circumstances_from);
}

std::vector<Circumstances> all_circumstances(const Reading& reading, const PersonAccess& access) {
  return reading.all(
      "SELECT minutes_to_spare, commitments, helpers, stated_ms, strengths FROM circumstances "
      "WHERE home_id = ?1 AND person_no = ?2 ORDER BY version_no",
      {access.home(), access.number()}, circumstances_from);
}

std::vector<DoneOn> deeds(const Reading& reading, const PersonAccess& access) {
  return reading.all(
      "SELECT agreement_no, action_no, done_day FROM contributions WHERE home_id = ?1 "
      "AND person_no = ?2 ORDER BY done_day, agreement_no, action_no",
      {access.home(), access.number()}, [](const Row& row) {
        return DoneOn{{row.integer(0)}, row.integer(1), Day{row.integer(2)}};
      });
}

void add_circumstances(Writing& writing, const PersonAccess& access, const Circumstances& stated,
                       Instant now) {
  access.touch({PartKind::life});
  const auto minutes = stated.to_spare ? std::optional(stated.to_spare->value) : std::nullopt;
  writing.execute(
      "INSERT INTO circumstances (home_id, person_no, version_no, minutes_to_spare, "
      "commitments, helpers, strengths, stated_ms) SELECT ?1, ?2, "
      "coalesce(max(version_no), 0) + 1, ?3, ?4, ?5, ?6, ?7 FROM circumstances "
      "WHERE home_id = ?1 AND person_no = ?2",
      {access.home(), access.number(), sql::optional(minutes), stated.commitments.disclose(),
       stated.helpers.disclose(), stated.strengths.disclose(), now.utc_ms});
}

std::vector<Agreement> agreements(const Reading& reading, const PersonAccess& access) {
  std::vector<Agreement> found = reading.all(
      "SELECT a.agreement_no, a.shared_work, a.response_kind, a.note, a.agreed_ms, p.name, "
      "a.standard, a.disturbs, a.disturbs_how, a.persons_view, a.professionals_view, "
      "a.look_again_day "
      "FROM agreements a JOIN professionals p ON p.home_id = a.home_id "
      "AND p.professional_no = a.recorded_by WHERE a.home_id = ?1 AND a.person_no = ?2 "
      "ORDER BY a.agreement_no DESC",
      {access.home(), access.number()}, agreement_from);
  reading.each(
      "SELECT a.agreement_no, a.action_no, a.side, p.name, a.words, a.due_day, a.minutes_a_week, "
      "max(c.done_day), count(c.done_day) FROM actions a LEFT JOIN professionals p "
      "ON p.home_id = a.home_id AND p.professional_no = a.professional_no "
      "LEFT JOIN contributions c ON c.home_id = a.home_id AND c.person_no = a.person_no "
      "AND c.agreement_no = a.agreement_no AND c.action_no = a.action_no "
      "WHERE a.home_id = ?1 AND a.person_no = ?2 GROUP BY a.agreement_no, a.action_no, a.side, "
      "p.name, "
      "a.words, a.due_day, a.minutes_a_week ORDER BY a.agreement_no, a.action_no",
      {access.home(), access.number()}, [&](const Row& row) {
        if (Agreement* agreement = numbered(found, row.integer(0)))
          agreement->actions.push_back(action_from(row));
      });
  reading.each(
      "SELECT agreement_no, aim_no FROM agreement_aims WHERE home_id = ?1 AND person_no = ?2 "
      "ORDER BY agreement_no, aim_no",
      {access.home(), access.number()}, [&](const Row& row) {
        if (Agreement* agreement = numbered(found, row.integer(0)))
          agreement->aims.push_back({row.integer(1)});
      });
  fill_options(reading, access, found);
  reading.each(
      "SELECT agreement_no, max(reviewed_ms) FROM agreement_reviews WHERE home_id = ?1 "
      "AND person_no = ?2 GROUP BY agreement_no",
      {access.home(), access.number()}, [&](const Row& row) {
        if (Agreement* agreement = numbered(found, row.integer(0)))
          agreement->kept_at = Instant{row.integer(1)};
      });
  return found;
}

AgreementNo add_agreement(Writing& writing, const PersonAccess& access, const Agreement& agreement,
                          ProfessionalNo recorded_by, Instant now) {
  const std::int64_t number = writing.integer(
      "SELECT coalesce(max(agreement_no), 0) + 1 FROM agreements WHERE home_id = ?1 AND person_no "
      "= ?2",
      {access.home(), access.number()});
  writing.execute(
      "INSERT INTO agreements (home_id, person_no, agreement_no, shared_work, "
      "response_kind, note, recorded_by, agreed_ms, standard, disturbs, disturbs_how, "
      "persons_view, professionals_view, look_again_day) "
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)",
      {access.home(), access.number(), number, code_of(agreement.shared_work),
       code_of(agreement.response_kind), agreement.note.disclose(), recorded_by.value, now.utc_ms,
       agreement.standard,
       sql::optional(agreement.disturbs ? std::optional<std::int64_t>(*agreement.disturbs ? 1 : 0)
                                        : std::nullopt),
       agreement.disturbs_how.disclose(), agreement.persons_view.disclose(),
       agreement.professionals_view.disclose(),
       sql::optional(agreement.look_again ? std::optional(agreement.look_again->number)
                                          : std::nullopt)});
  add_options(writing, access, number, agreement.options);
  add_actions(writing, access, number, agreement, recorded_by);
  for (const AimNo aim : agreement.aims)
    writing.execute(
        "INSERT INTO agreement_aims (home_id, person_no, agreement_no, aim_no) "
        "VALUES (?1, ?2, ?3, ?4)",
        {access.home(), access.number(), number, aim.value});
  access.touch({PartKind::agreement, number});
  return {number};
}

void keep_agreement(Writing& writing, const PersonAccess& access, AgreementNo agreement,
                    ProfessionalNo with, Instant now) {
  access.touch({PartKind::agreement, agreement.value});
  writing.execute(
      "INSERT INTO agreement_reviews (home_id, person_no, agreement_no, review_no, "
      "professional_no, reviewed_ms) SELECT ?1, ?2, ?3, coalesce(max(review_no), 0) + 1, ?4, ?5 "
      "FROM agreement_reviews WHERE home_id = ?1 AND person_no = ?2 AND agreement_no = ?3",
      {access.home(), access.number(), agreement.value, with.value, now.utc_ms});
}

std::optional<Side> side_of_action(const Reading& reading, const PersonAccess& access,
                                   ActionKey key) {
  return reading
      .first(
          "SELECT side FROM actions WHERE home_id = ?1 AND person_no = ?2 AND agreement_no = ?3 "
          "AND action_no = ?4",
          {access.home(), access.number(), key.agreement.value, key.action},
          [](const Row& row) { return side_from(row.text(0)); })
      .value_or(std::nullopt);
}

void add_deed(Writing& writing, const PersonAccess& access, ActionKey key, Day day, Instant now) {
  access.touch({PartKind::deeds, key.agreement.value, day.number});
  writing.execute(
      "INSERT INTO contributions (home_id, person_no, agreement_no, action_no, done_day, "
      "noted_ms) VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (home_id, person_no, "
      "agreement_no, action_no, done_day) DO NOTHING",
      {access.home(), access.number(), key.agreement.value, key.action, day.number, now.utc_ms});
}

void add_check_in(Writing& writing, const PersonAccess& access, const Private<std::string>& line,
                  Instant now) {
  const std::int64_t number = writing.integer(
      "SELECT coalesce(max(check_in_no), 0) + 1 FROM check_ins "
      "WHERE home_id = ?1 AND person_no = ?2",
      {access.home(), access.number()});
  writing.execute(
      "INSERT INTO check_ins (home_id, person_no, check_in_no, line, made_ms) "
      "VALUES (?1, ?2, ?3, ?4, ?5)",
      {access.home(), access.number(), number, line.disclose(), now.utc_ms});
  access.touch({PartKind::check_in, number});
}

std::vector<CheckIn> check_ins(const Reading& reading, const PersonAccess& access,
                               std::int64_t count) {
  return reading.all(
      "SELECT line, made_ms FROM check_ins WHERE home_id = ?1 AND person_no = ?2 AND line <> '' "
      "ORDER BY check_in_no DESC LIMIT ?3",
      {access.home(), access.number(), count}, [](const Row& row) {
        return CheckIn{Private(std::string(row.text(0))), {row.integer(1)}};
      });
}

}  // namespace alongside::record
