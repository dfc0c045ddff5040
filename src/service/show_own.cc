// SPDX-License-Identifier: Apache-2.0
// A comparison of fingerprints decides what is written.
#include "service/show_own.h"

#include <limits>

#include "record/barriers.h"
#include "record/people.h"
#include "record/preparations.h"
#include "record/supporters.h"
#include "service/permission.h"

namespace alongside::service {
namespace {

bool same(const std::vector<record::Head>& left, const std::vector<record::Head>& right) {
  if (left.size() != right.size()) return false;
  for (std::size_t i = 0; i < left.size(); ++i)
    if (left[i].home != right[i].home || left[i].number != right[i].number) return false;
  return true;
}

}  // namespace

bool nothing_happened(const Service& service, std::vector<record::Head>& heads) {
  auto now = service.database().read(
      [](const sql::Reading& reading) { return record::history_heads(reading); });
  const bool nothing = same(now, heads);
  heads = std::move(now);
  return nothing;
}

Changed due_to_be_shown(const Service& service) {
  return service.database().read(
      [](const sql::Reading& reading) { return record::changed_since_shown(reading); });
}

std::optional<Everything> everything_to_show(const Service& service, PersonKey person) {
  return service.database().read([&](const sql::Reading& reading) -> std::optional<Everything> {
    if (!record::is_there(reading, person)) return std::nullopt;
    const PersonAccess access = Permission::to_bring_in(person);
    auto preparations = record::all_preparations(reading, access);
    // What is not sent is nobody's but theirs.
    std::erase_if(preparations, [](const Preparation& made) { return !made.sent_at; });
    return Everything{record_of(service, reading, access),
                      record::check_ins(reading, access, std::numeric_limits<int>::max()),
                      record::deeds(reading, access),
                      std::move(preparations),
                      record::burdens(reading, access),
                      {},
                      record::all_barriers(reading, access),
                      record::all_circumstances(reading, access),
                      record::supporters(reading, access),
                      {},
                      {},
                      {},
                      record::source_of(reading, access)};
  });
}

void show_own(const Service& service, PersonKey person,
              std::span<const IncomingResource> resources) {
  service.database().write([&](sql::Writing& writing) {
    if (!record::is_there(writing, person)) return;  // Erased a moment ago.
    const PersonAccess access = Permission::to_bring_in(person);
    auto before = record::own_resources(writing, access);
    for (const IncomingResource& one : resources) {
      const auto known = before.find({one.type, one.id});
      const bool changed = known == before.end() || known->second != one.content_hash;
      // What a person says anew of a goal that came in is theirs at once.
      const bool came_in = known == before.end() && one.type != "Goal" &&
                           record::content_of_resource(writing, one.type, one.id).has_value();
      if (changed && !came_in)
        record::take_in_resource(writing,
                                 {one.type, one.id, one.content_hash, std::nullopt, one.content,
                                  one.identifiers, one.restricted, one.codes, true},
                                 service.now());
      if (changed) record::keep_own_resource(writing, access, one.type, one.id, one.content_hash);
      if (known != before.end()) before.erase(known);
    }
    for (const auto& [place, hash] : before) {
      record::delete_resource(writing, place.first, place.second, service.now());
      record::forget_own_resource(writing, access, place.first, place.second);
    }
  });
}

void shown_until(const Service& service, const Changed& changed) {
  service.database().write([&](sql::Writing& writing) {
    for (const record::Head& head : changed.heads) record::set_shown_until(writing, head);
  });
}

}  // namespace alongside::service
