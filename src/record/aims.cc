// SPDX-License-Identifier: Apache-2.0
// An aim's levels and words are stored here and nowhere else.
#include "record/aims.h"

#include <algorithm>
#include <map>

namespace alongside::record {
namespace {

using sql::Reading;
using sql::Row;
using sql::Writing;

std::string text_or_empty(const Row& row, int column) {
  return row.null(column) ? std::string() : std::string(row.text(column));
}

AimStatement statement_from(const Row& row) {
  AimStatement statement;
  statement.words = Private(std::string(row.text(1)));
  statement.horizon = horizon_from(row.text(2));
  statement.situation = situation_from(text_or_empty(row, 3));
  statement.importance = row.maybe_integer(4);
  statement.confidence = row.maybe_integer(5);
  return statement;
}

Understood answer_from(std::string_view code) {
  return understood_from(code) ? understood_from(code).value() : Understood::not_answered;
}

Aim* aim_numbered(std::vector<Aim>& aims, std::int64_t number) {
  for (Aim& aim : aims)
    if (aim.number.value == number) return &aim;
  return nullptr;
}

void fill_versions(const Reading& reading, const PersonAccess& access, std::vector<Aim>& aims) {
  reading.each(
      "SELECT v.aim_no, v.words, v.horizon, v.situation, v.importance, v.confidence, v.stated_ms, "
      "p.name FROM aim_versions v LEFT JOIN professionals p ON p.home_id = v.home_id "
      "AND p.professional_no = v.written_by WHERE v.home_id = ?1 AND v.person_no = ?2 "
      "ORDER BY v.aim_no, v.version_no",
      {access.home(), access.number()}, [&](const Row& row) {
        if (Aim* aim = aim_numbered(aims, row.integer(0)))
          aim->versions.push_back({statement_from(row), {row.integer(6)}, text_or_empty(row, 7)});
      });
}

void fill_scales(const Reading& reading, const PersonAccess& access, std::vector<Aim>& aims) {
  std::int64_t aim_no = 0;
  LevelWords words;
  Baseline baseline = Baseline::below_attained;
  const auto file = [&] {
    if (Aim* aim = aim_numbered(aims, aim_no)) aim->scale = AttainmentScale::kept(words, baseline);
    words = {};
  };
  reading.each(
      "SELECT l.aim_no, l.level, l.words, l.baseline FROM aim_levels l "
      "WHERE l.home_id = ?1 AND l.person_no = ?2 AND l.scale_no = "
      "(SELECT max(x.scale_no) FROM aim_levels x WHERE x.home_id = l.home_id "
      "AND x.person_no = l.person_no AND x.aim_no = l.aim_no) ORDER BY l.aim_no, l.level",
      {access.home(), access.number()}, [&](const Row& row) {
        if (row.integer(0) != aim_no) file();
        aim_no = row.integer(0);
        baseline = row.integer(3) == -2 ? Baseline::lowest : Baseline::below_attained;
        words[static_cast<std::size_t>(row.integer(1) + 2)] = std::string(row.text(2));
      });
  file();
}

void fill_read_backs(const Reading& reading, const PersonAccess& access, std::vector<Aim>& aims) {
  reading.each(
      "SELECT r.aim_no, r.read_back_no, p.name, r.as_understood, r.read_ms, r.answer, "
      "r.correction, "
      "r.answered_ms FROM read_backs r JOIN professionals p ON p.home_id = r.home_id "
      "AND p.professional_no = r.professional_no WHERE r.home_id = ?1 AND r.person_no = ?2 "
      "ORDER BY r.aim_no, r.read_back_no",
      {access.home(), access.number()}, [&](const Row& row) {
        Aim* aim = aim_numbered(aims, row.integer(0));
        if (aim == nullptr) return;
        ReadBack back;
        back.number = row.integer(1);
        back.professional = std::string(row.text(2));
        back.as_understood = Private(std::string(row.text(3)));
        back.read_at = {row.integer(4)};
        back.answer = answer_from(row.text(5));
        back.correction = Private(std::string(row.text(6)));
        if (const auto answered = row.maybe_integer(7)) back.answered_at = Instant{*answered};
        aim->read_backs.push_back(std::move(back));
      });
}

void fill_confirmations(const Reading& reading, const PersonAccess& access,
                        std::vector<Aim>& aims) {
  reading.each(
      "SELECT aim_no, max(confirmed_ms) FROM aim_confirmations WHERE home_id = ?1 "
      "AND person_no = ?2 GROUP BY aim_no",
      {access.home(), access.number()}, [&](const Row& row) {
        if (Aim* aim = aim_numbered(aims, row.integer(0))) aim->confirmed_at = {row.integer(1)};
      });
}

}  // namespace

std::vector<Aim> aims(const Reading& reading, const PersonAccess& access) {
  std::vector<Aim> found = reading.all(
      "SELECT aim_no, public_id, state, rank, coalesce(source_reference, '') FROM aims "
      "WHERE home_id = ?1 AND person_no = ?2 "
      "ORDER BY state = 'let_go', CASE WHEN state = 'held' THEN rank ELSE -stated_ms END",
      {access.home(), access.number()}, [](const Row& row) {
        return Aim{{row.integer(0)},
                   Id<Aim>::parse(row.text(1)).value(),
                   row.text(2) == "held" ? AimState::held : AimState::let_go,
                   row.integer(3),
                   {},
                   std::nullopt,
                   {},
                   std::nullopt,
                   std::string(row.text(4))};
      });
  fill_versions(reading, access, found);
  fill_scales(reading, access, found);
  fill_read_backs(reading, access, found);
  fill_confirmations(reading, access, found);
  return found;
}

std::optional<Aim> aim(const Reading& reading, const PersonAccess& access, const Id<Aim>& id) {
  for (Aim& candidate : aims(reading, access))
    if (candidate.id == id) return std::move(candidate);
  return std::nullopt;
}

std::vector<AimNo> order_of_aims(const Reading& reading, const PersonAccess& access) {
  return reading.all(
      "SELECT aim_no FROM aims WHERE home_id = ?1 AND person_no = ?2 "
      "AND state = 'held' ORDER BY rank",
      {access.home(), access.number()}, [](const Row& row) { return AimNo{row.integer(0)}; });
}

AimNo add_aim(Writing& writing, const PersonAccess& access, const Id<Aim>& id,
              const AimStatement& statement, Instant now,
              std::optional<ProfessionalNo> written_by) {
  const std::int64_t number = writing.integer(
      "SELECT coalesce(max(aim_no), 0) + 1 FROM aims WHERE home_id = ?1 AND person_no = ?2",
      {access.home(), access.number()});
  writing.execute(
      "INSERT INTO aims (home_id, person_no, aim_no, public_id, state, rank, stated_ms) "
      "SELECT ?1, ?2, ?3, ?4, 'held', coalesce(max(rank), 0) + 1, ?5 FROM aims "
      "WHERE home_id = ?1 AND person_no = ?2",
      {access.home(), access.number(), number, id.text(), now.utc_ms});
  access.touch({PartKind::order});
  add_version(writing, access, {number}, statement, now, written_by);
  return {number};
}

void add_version(Writing& writing, const PersonAccess& access, AimNo aim,
                 const AimStatement& statement, Instant now,
                 std::optional<ProfessionalNo> written_by) {
  access.touch({PartKind::aim, aim.value});
  const sql::Parameter situation = statement.situation
                                       ? sql::Parameter(code_of(*statement.situation))
                                       : sql::Parameter(std::monostate{});
  writing.execute(
      "INSERT INTO aim_versions (home_id, person_no, aim_no, version_no, words, horizon, "
      "situation, "
      "importance, confidence, stated_ms, written_by) SELECT ?1, ?2, ?3, "
      "coalesce(max(version_no), 0) + 1, ?4, ?5, ?6, ?7, ?8, ?9, ?10 FROM aim_versions WHERE "
      "home_id = ?1 AND person_no = ?2 AND aim_no = "
      "?3",
      {access.home(), access.number(), aim.value, statement.words.disclose(),
       statement.horizon ? code_of(*statement.horizon) : std::string_view(), situation,
       sql::optional(statement.importance), sql::optional(statement.confidence), now.utc_ms,
       sql::optional(written_by ? std::optional(written_by->value) : std::nullopt)});
}

void add_scale(Writing& writing, const PersonAccess& access, AimNo aim,
               const AttainmentScale& scale, Instant now) {
  access.touch({PartKind::aim, aim.value});
  const std::int64_t scale_no = writing.integer(
      "SELECT coalesce(max(scale_no), 0) + 1 FROM aim_levels "
      "WHERE home_id = ?1 AND person_no = ?2 AND aim_no = ?3",
      {access.home(), access.number(), aim.value});
  for (const Level level : levels_from_the_top())
    writing.execute(
        "INSERT INTO aim_levels (home_id, person_no, aim_no, scale_no, level, words, "
        "stated_ms, baseline) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        {access.home(), access.number(), aim.value, scale_no, level.number(), scale.words(level),
         now.utc_ms, level_of(scale.baseline()).number()});
}

void set_order(Writing& writing, const PersonAccess& access, std::span<const AimNo> order) {
  access.touch({PartKind::order});
  std::int64_t rank = 0;
  for (const AimNo aim : order)
    writing.execute(
        "UPDATE aims SET rank = ?4 WHERE home_id = ?1 AND person_no = ?2 AND aim_no = ?3",
        {access.home(), access.number(), aim.value, ++rank});
}

void let_go(Writing& writing, const PersonAccess& access, AimNo aim, Instant now) {
  access.touch({PartKind::aim, aim.value});
  writing.execute(
      "UPDATE aims SET state = 'let_go', let_go_ms = ?4 "
      "WHERE home_id = ?1 AND person_no = ?2 AND aim_no = ?3",
      {access.home(), access.number(), aim.value, now.utc_ms});
}

void take_up(Writing& writing, const PersonAccess& access, AimNo aim) {
  access.touch({PartKind::order});
  access.touch({PartKind::aim, aim.value});
  writing.execute(
      "UPDATE aims SET state = 'held', let_go_ms = NULL, rank = "
      "(SELECT max(x.rank) + 1 FROM aims x WHERE x.home_id = ?1 AND x.person_no = ?2) "
      "WHERE home_id = ?1 AND person_no = ?2 AND aim_no = ?3",
      {access.home(), access.number(), aim.value});
}

std::optional<SourcedAim> aim_by_source(const Reading& reading, const PersonAccess& access,
                                        std::string_view source) {
  return reading.first(
      "SELECT aim_no, source_hash, source_standing FROM aims WHERE home_id = ?1 AND person_no = ?2 "
      "AND source_reference = ?3",
      {access.home(), access.number(), source}, [](const Row& row) {
        return SourcedAim{{row.integer(0)}, std::string(row.text(1)), std::string(row.text(2))};
      });
}

void set_source(Writing& writing, const PersonAccess& access, AimNo aim, const AimSource& source) {
  access.touch({PartKind::aim, aim.value});
  writing.execute(
      "UPDATE aims SET source_reference = ?4, source_hash = ?5, source_standing = ?6 "
      "WHERE home_id = ?1 AND person_no = ?2 AND aim_no = ?3",
      {access.home(), access.number(), aim.value, source.reference, source.hash, source.standing});
}

bool had_scale(const Reading& reading, const PersonAccess& access, AimNo aim,
               const AttainmentScale& scale) {
  std::map<std::int64_t, std::size_t> alike;
  reading.each(
      "SELECT scale_no, level, words FROM aim_levels "
      "WHERE home_id = ?1 AND person_no = ?2 AND aim_no = ?3",
      {access.home(), access.number(), aim.value}, [&](const Row& row) {
        alike[row.integer(0)] +=
            row.text(2) == scale.words(Level::from(row.integer(1)).value()) ? 1 : 0;
      });
  return std::ranges::any_of(
      alike, [](const auto& set) { return set.second == levels_from_the_top().size(); });
}

void add_confirmation(Writing& writing, const PersonAccess& access, AimNo aim,
                      std::optional<ProfessionalNo> asked_by, Instant now) {
  access.touch({PartKind::aim, aim.value});
  writing.execute(
      "INSERT INTO aim_confirmations (home_id, person_no, aim_no, confirmation_no, occasion, "
      "professional_no, confirmed_ms) SELECT ?1, ?2, ?3, coalesce(max(confirmation_no), 0) + 1, "
      "?4, ?5, ?6 FROM aim_confirmations WHERE home_id = ?1 AND person_no = ?2 AND aim_no = ?3",
      {access.home(), access.number(), aim.value, asked_by ? "in_visit" : "before_visit",
       sql::optional(asked_by ? std::optional(asked_by->value) : std::nullopt), now.utc_ms});
}

void add_read_back(Writing& writing, const PersonAccess& access, AimNo aim, ProfessionalNo by,
                   const Private<std::string>& as_understood, Instant now) {
  access.touch({PartKind::aim, aim.value});
  writing.execute(
      "INSERT INTO read_backs (home_id, person_no, aim_no, read_back_no, professional_no, "
      "as_understood, read_ms, answer, correction) SELECT ?1, ?2, ?3, "
      "coalesce(max(read_back_no), 0) + 1, ?4, ?5, ?6, 'not_answered', '' FROM read_backs "
      "WHERE home_id = ?1 AND person_no = ?2 AND aim_no = ?3",
      {access.home(), access.number(), aim.value, by.value, as_understood.disclose(), now.utc_ms});
}

void answer_read_back(Writing& writing, const PersonAccess& access, AimNo aim,
                      std::int64_t read_back_no, Understood answer,
                      const Private<std::string>& correction, Instant now) {
  access.touch({PartKind::aim, aim.value});
  writing.execute(
      "UPDATE read_backs SET answer = ?5, correction = ?6, answered_ms = ?7 "
      "WHERE home_id = ?1 AND person_no = ?2 AND aim_no = ?3 AND read_back_no = ?4",
      {access.home(), access.number(), aim.value, read_back_no, code_of(answer),
       correction.disclose(), now.utc_ms});
}

}  // namespace alongside::record
