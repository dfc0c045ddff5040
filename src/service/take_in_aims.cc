// SPDX-License-Identifier: Apache-2.0
// Words are added, never overwritten, wherever they were said.
#include "service/take_in_aims.h"

#include <algorithm>

#include "record/aims.h"
#include "record/ratings.h"

namespace alongside::service {
namespace {

bool was_said(const Aim& aim, const AimStatement& statement) {
  return std::ranges::any_of(aim.versions, [&](const AimVersion& version) {
    return version.statement.words.disclose() == statement.words.disclose();
  });
}

std::optional<Aim> numbered(std::vector<Aim> aims, AimNo number) {
  for (Aim& aim : aims)
    if (aim.number == number) return std::move(aim);
  return std::nullopt;
}

}  // namespace

void AimsOfAPerson::take(const IncomingAim& incoming, TakenAims& taken) {
  if (incoming.voice != Voice::the_person) return;
  const PersonAccess& access = access_;
  const auto known = record::aim_by_source(writing_, access, incoming.reference);
  if (known && known->source_hash == incoming.content_hash) return;
  if (!known && incoming.standing == Standing::error) return;
  const auto statement = AimStatement::said_elsewhere(incoming.words, incoming.horizon);
  if (!statement) {
    ++taken.left_out;
    return;
  }
  const Instant now = service_.now();
  AimNo number{0};
  if (known) {
    number = known->number;
    const auto aim = numbered(record::aims(writing_, access), number);
    if (!was_said(*aim, statement.value()))
      record::add_version(writing_, access, number, statement.value(), now);
  } else {
    number = record::add_aim(writing_, access, Id<Aim>::make(now, service_.randomness),
                             statement.value(), incoming.stated.value_or(now));
  }
  record::set_source(writing_, access, number, incoming.reference, incoming.content_hash);
  if (incoming.standing != Standing::holds) record::let_go(writing_, access, number, now);
  const auto scale = AttainmentScale::from(incoming.levels);
  if (scale && !record::had_scale(writing_, access, number, scale.value()))
    record::add_scale(writing_, access, number, scale.value(), incoming.stated.value_or(now));
  ++taken.aims;
}

bool AimsOfAPerson::take(const IncomingRating& incoming, TakenAims& taken) {
  const PersonAccess& access = access_;
  if (incoming.standing == Standing::error || !incoming.level || !incoming.rated) {
    if (record::take_back_rating(writing_, access, incoming.reference)) ++taken.ratings;
    return true;
  }
  const auto aim = record::aim_by_source(writing_, access, incoming.aim);
  if (!aim) return false;
  if (record::take_in_rating(writing_, access, aim->number, incoming.reference, *incoming.level,
                             *incoming.rated))
    ++taken.ratings;
  return true;
}

}  // namespace alongside::service
