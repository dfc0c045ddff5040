// SPDX-License-Identifier: Apache-2.0
// Words are added, never overwritten, wherever they were said.
#include "service/take_in_aims.h"

#include <algorithm>

#include "record/aims.h"
#include "record/own_resources.h"
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
  if (is_own(incoming.reference, incoming.content_hash)) return;
  const auto known = known_by(incoming.reference);
  if (known && known->hash == incoming.content_hash) return;
  const bool spoken = incoming.voice == Voice::the_person && incoming.standing != Standing::error;
  if (!spoken) {
    // What was put right at the source is no aim any more; its words stay with what was let go.
    if (known) settle(known->number, incoming, known->standing);
    if (known) ++taken.aims;
    return;
  }
  const auto statement = AimStatement::said_elsewhere(incoming.words, incoming.horizon);
  if (!statement) {
    ++taken.left_out;
    return;
  }
  const Instant now = service_.now();
  // A start that is planned was said already.
  const Instant stated = std::min(incoming.stated.value_or(now), now);
  AimNo number{0};
  if (known) {
    number = known->number;
    const auto aim = numbered(record::aims(writing_, access_), number);
    if (!was_said(*aim, statement.value()))
      record::add_version(writing_, access_, number, statement.value(), now);
  } else {
    number = record::add_aim(writing_, access_, Id<Aim>::make(now, service_.randomness),
                             statement.value(), stated);
  }
  settle(number, incoming, known ? known->standing : "holds");
  const auto scale = AttainmentScale::from(incoming.levels);
  if (scale && !record::had_scale(writing_, access_, number, scale.value()))
    record::add_scale(writing_, access_, number, scale.value(), stated);
  ++taken.aims;
}

bool AimsOfAPerson::is_own(const std::string& reference, const std::string& content_hash) const {
  const std::size_t slash = reference.find('/');
  if (slash == std::string::npos) return false;
  const auto own = record::own_resources(writing_, access_);
  const auto found = own.find({reference.substr(0, slash), reference.substr(slash + 1)});
  return found != own.end() && found->second == content_hash;
}

std::optional<record::SourcedAim> AimsOfAPerson::known_by(const std::string& reference) const {
  if (auto known = record::aim_by_source(writing_, access_, reference)) return known;
  constexpr std::string_view type = "Goal/";
  if (!reference.starts_with(type)) return std::nullopt;
  const auto id = Id<Aim>::parse(std::string_view(reference).substr(type.size()));
  const auto own = id ? record::aim(writing_, access_, *id) : std::nullopt;
  if (!own) return std::nullopt;
  return record::SourcedAim{own->number, "", own->state == AimState::held ? "holds" : "over"};
}

void AimsOfAPerson::settle(AimNo number, const IncomingAim& incoming, const std::string& before) {
  const bool holds = incoming.voice == Voice::the_person && incoming.standing == Standing::holds;
  const std::string standing = holds ? "holds" : "over";
  record::set_source(writing_, access_, number,
                     {incoming.reference, incoming.content_hash, standing});
  // Only when it changed there: a person may have taken the aim up again here.
  if (standing == before) return;
  if (holds)
    record::take_up(writing_, access_, number);
  else
    record::let_go(writing_, access_, number, service_.now());
}

bool AimsOfAPerson::take(const IncomingRating& incoming, TakenAims& taken) {
  if (incoming.standing == Standing::error || !incoming.level || !incoming.rated) {
    if (record::take_back_rating(writing_, access_, incoming.reference)) ++taken.ratings;
    return true;
  }
  if (is_own(incoming.reference, incoming.content_hash)) return true;
  const auto aim = known_by(incoming.aim);
  if (!aim) return false;
  if (record::take_in_rating(writing_, access_, aim->number, incoming.reference, *incoming.level,
                             std::min(*incoming.rated, service_.now())))
    ++taken.ratings;
  return true;
}

}  // namespace alongside::service
