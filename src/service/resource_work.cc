// SPDX-License-Identifier: Apache-2.0
// The record decides what is reached; this notes whom it was about.
#include "service/resource_work.h"

#include <algorithm>

#include "foundation/base/secret.h"
#include "record/history.h"
#include "record/people.h"

namespace alongside::service {
namespace {

record::Actor actor_of(const Program& program, HomeNo home) {
  return {home, {0}, program.name, "other"};
}

record::About about(PersonNo person) { return record::About::look(person, Relation::client); }

/// "Patient/57a5", or by an identifier that one person has.
std::optional<PersonKey> person_known(const sql::Reading& reading, const std::string& reference) {
  const auto asked = record::by_identifier(reference);
  if (!asked) return record::person_by_source(reading, reference);
  const auto ids = record::ids_with(reading, *asked);
  if (ids.size() != 1) return std::nullopt;
  return record::person_by_source(reading, asked->type + "/" + ids.front());
}

/// "CarePlan Goal": what of it, in FHIR's words.
std::string joined(const std::set<std::string>& types) {
  std::string text;
  for (const std::string& type : types) {
    if (!text.empty()) text += ' ';
    text += type;
  }
  return text;
}

}  // namespace

ResourceView::ResourceView(const sql::Reading& reading, const Program& program)
    : reading_(reading), program_(program), access_(Permission::to_resources(reading, program)) {}

std::optional<ResourceVersion> ResourceView::now(std::string_view type, std::string_view id) const {
  return record::resource_now(reading_, access_, type, id);
}

std::vector<ResourceVersion> ResourceView::versions(std::string_view type,
                                                    std::string_view id) const {
  return record::resource_versions(reading_, access_, type, id);
}

void ResourceView::each(const Sought& sought,
                        const std::function<void(const ResourceSeen&)>& visit) const {
  record::each_resource(reading_, access_, sought, visit);
}

void ResourceView::each_older(const std::function<void(const ResourceSeen&)>& visit) const {
  record::each_older_version(reading_, access_, visit);
}

std::vector<std::string> ResourceView::references_of(const std::string& reference) const {
  return record::references_of(reading_, reference);
}

std::optional<std::string> ResourceView::resolved(std::string_view conditional) const {
  const auto asked = record::by_identifier(conditional);
  if (!asked) return std::nullopt;
  const auto ids = record::ids_with(reading_, *asked);
  if (ids.size() != 1) return std::nullopt;
  return asked->type + "/" + ids.front();
}

void ResourceView::hand_out(std::string_view type, std::string_view id, std::string_view content) {
  hand_out(type, id, content, [](const std::vector<std::string>&) { return true; });
}

bool ResourceView::hand_out(std::string_view type, std::string_view id, std::string_view content,
                            const std::function<bool(const std::vector<std::string>&)>& goes) {
  auto people = record::people_of(type, id, content);
  if (!goes(people)) return false;
  for (std::string& reference : people) handed_out_.insert(std::move(reference));
  return true;
}

ResourceWork::ResourceWork(const Service& service, sql::Writing& writing, const Program& program,
                           const TakeInDefaults& defaults)
    : ResourceView(writing, program),
      service_(service),
      writing_(writing),
      defaults_(defaults),
      erased_(writing) {
  for (const Site& at : record::sites(writing)) record::hold_home(writing, at.home);
}

std::string ResourceWork::fresh_id() {
  return *made_.insert(uuid_v7(service_.now(), service_.randomness)).first;
}

std::vector<std::string> ResourceWork::waiting() const {
  return record::waiting_resources(writing_);
}

bool ResourceWork::may_put(std::string_view type, std::string_view id,
                           std::string_view content) const {
  const bool there = record::content_of_resource(writing_, type, id).has_value();
  if (there && !now(type, id)) return false;
  if (program().patient.empty()) return true;
  if (!there && !made_.contains(std::string(id))) return false;
  return is_their_own(type, id, content);
}

bool ResourceWork::is_their_own(std::string_view type, std::string_view id,
                                std::string_view content) const {
  if (record::is_about_nobody(type)) return false;
  const auto people = record::people_of(type, id, content);
  const auto own = references_of(program().patient);
  return !people.empty() && std::ranges::all_of(people, [&](const std::string& person) {
    return std::ranges::find(own, person) != own.end();
  });
}

void ResourceWork::touch(std::string_view type, std::string_view id, std::string_view content) {
  changed_ = true;
  for (const std::string& person : record::people_of(type, id, content))
    touched_[person].emplace(type);
}

Arrival ResourceWork::put(IncomingResource& incoming) {
  if (erased_.take_out(incoming.type, incoming.id, incoming.content)) return Arrival::erased;
  const Arrival arrival = record::take_in_resource(
      writing_,
      {incoming.type, incoming.id, incoming.content_hash, incoming.last_updated, incoming.content,
       incoming.identifiers, incoming.restricted, incoming.codes, true},
      service_.now());
  if (arrival != Arrival::unchanged) touch(incoming.type, incoming.id, incoming.content);
  return arrival;
}

bool ResourceWork::remove(std::string_view type, std::string_view id) {
  const auto kept = now(type, id);
  if (!kept || kept->deleted) return false;
  if (!program().patient.empty() && !is_their_own(type, id, kept->content)) return false;
  touch(type, id, kept->content);
  return record::delete_resource(writing_, type, id, service_.now());
}

void ResourceWork::link(const IncomingClinic& clinic) {
  take_in_clinic(service_, writing_, clinic, defaults_);
}

void ResourceWork::keep_account() {
  bool named = false;
  for (const auto& [reference, types] : touched_) {
    const auto person = person_known(writing_, reference);
    if (!person) continue;
    named = true;
    record::append_history(writing_, actor_of(program(), person->home), about(person->person),
                           {"change_by_program", joined(types)}, service_.now());
  }
  for (const std::string& reference : handed_out()) {
    const auto person = person_known(writing_, reference);
    if (!person || touched_.contains(reference)) continue;
    record::append_history(writing_, actor_of(program(), person->home), about(person->person),
                           {"look_by_program", ""}, service_.now());
  }
  const auto sites = record::sites(writing_);
  if (!changed_ || named || sites.empty()) return;
  record::append_history(writing_, actor_of(program(), sites.front().home),
                         record::About::parts(std::nullopt, {}), {"change_by_program", ""},
                         service_.now());
}

std::set<std::string> LookAccount::due(const Program& program, const std::set<std::string>& people,
                                       Instant now) {
  const std::lock_guard lock(mutex_);
  std::set<std::string> missing;
  for (const std::string& person : people) {
    const auto last = last_.find({program.digest.value_or(program.name), person});
    if (last == last_.end() || now.utc_ms - last->second.utc_ms >= entry_covers_ms)
      missing.insert(person);
  }
  return missing;
}

void LookAccount::written(const Program& program, const std::set<std::string>& people,
                          Instant now) {
  const std::lock_guard lock(mutex_);
  std::erase_if(last_, [&](const auto& entry) {
    return now.utc_ms - entry.second.utc_ms >= entry_covers_ms;
  });
  for (const std::string& person : people)
    last_[{program.digest.value_or(program.name), person}] = now;
}

void account_for_looks(const Service& service, const Program& program, LookAccount& account,
                       const std::set<std::string>& people) {
  const Instant now = service.now();
  const auto due = account.due(program, people, now);
  if (due.empty()) return;
  service.database().write(
      [&](sql::Writing& writing) {
        for (const std::string& reference : due) {
          const auto person = person_known(writing, reference);
          if (!person) continue;
          record::append_history(writing, actor_of(program, person->home), about(person->person),
                                 {"look_by_program", ""}, now);
        }
      },
      sql::Urgency::account);
  account.written(program, due, now);
}

}  // namespace alongside::service
