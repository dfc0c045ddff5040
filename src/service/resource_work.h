// SPDX-License-Identifier: Apache-2.0
// What a program looks at and changes among resources of FHIR, in one state of the data or one
// transaction, and the account of it.
#pragma once

#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "record/erasure.h"
#include "record/resource_reading.h"
#include "service/permission.h"
#include "service/take_in.h"

namespace alongside::service {

using record::ResourceSeen;
using record::ResourceVersion;
using record::Sought;

/// The resources that a program may see.
class ResourceView {
 public:
  ResourceView(const sql::Reading& reading, const Program& program);
  ResourceView(const ResourceView&) = delete;
  ResourceView& operator=(const ResourceView&) = delete;
  virtual ~ResourceView() = default;

  /// The latest; `deleted` where it was; nothing where there is none for this program.
  std::optional<ResourceVersion> now(std::string_view type, std::string_view id) const;
  /// Newest first.
  std::vector<ResourceVersion> versions(std::string_view type, std::string_view id) const;
  void each(const Sought& sought, const std::function<void(const ResourceSeen&)>& visit) const;
  void each_older(const std::function<void(const ResourceSeen&)>& visit) const;
  /// "Patient/57a5" and the identifiers by which others may refer to it.
  std::vector<std::string> references_of(const std::string& reference) const;
  /// "Patient/57a5" of "Patient?identifier=system|value", where one has it.
  std::optional<std::string> resolved(std::string_view conditional) const;
  const Program& program() const { return program_; }

  /// Says that a resource leaves with the answer: whom it is about stands in their history.
  void hand_out(std::string_view type, std::string_view id, std::string_view content);
  /// The same, where `goes(people)` agrees, which is answered.
  bool hand_out(std::string_view type, std::string_view id, std::string_view content,
                const std::function<bool(const std::vector<std::string>&)>& goes);
  const std::set<std::string>& handed_out() const { return handed_out_; }

 private:
  const sql::Reading& reading_;
  const Program& program_;
  ResourceAccess access_;
  std::set<std::string> handed_out_;  // references of people
};

/// And those that it changes.
class ResourceWork : public ResourceView {
 public:
  ResourceWork(const Service& service, sql::Writing& writing, const Program& program,
               const TakeInDefaults& defaults);

  /// Whatever time it says, it is the latest. `content` may lose whom had their record erased.
  Arrival put(IncomingResource& incoming);
  bool remove(std::string_view type, std::string_view id);
  /// Whether the program may write that: what is there is among what it sees, and for one person
  /// only what is about them and was there before or gets an id from here.
  bool may_put(std::string_view type, std::string_view id, std::string_view content) const;
  /// The bytes of what waits for somebody or something to come in.
  std::vector<std::string> waiting() const;
  /// Into people, teams, visits and aims.
  void link(const IncomingClinic& clinic);
  std::string fresh_id();
  Instant time() const { return service_.now(); }
  /// Nothing of it is kept.
  void undo() { undone_ = true; }
  bool undone() const { return undone_; }
  void keep_account();

 private:
  void touch(std::string_view type, std::string_view id, std::string_view content);
  bool is_their_own(std::string_view type, std::string_view id, std::string_view content) const;

  const Service& service_;
  sql::Writing& writing_;
  const TakeInDefaults& defaults_;
  record::ErasedPeople erased_;
  std::set<std::string> made_;  // ids from here
  bool undone_ = false;
  bool changed_ = false;
  std::map<std::string, std::set<std::string>> touched_;  // a person's reference -> types
};

/// Who was accounted for lately, so that a program that asks a hundred times in an hour stands once
/// in a person's history. Safe from several threads.
class LookAccount {
 public:
  static constexpr std::int64_t entry_covers_ms = ms_an_hour;
  /// Those of `people` for whom an entry is due.
  std::set<std::string> due(const Program& program, const std::set<std::string>& people,
                            Instant now);
  /// After the entries are on disk.
  void written(const Program& program, const std::set<std::string>& people, Instant now);

 private:
  std::mutex mutex_;
  std::map<std::pair<std::string, std::string>, Instant> last_;
};
/// Before the answer leaves.
void account_for_looks(const Service& service, const Program& program, LookAccount& account,
                       const std::set<std::string>& people);

/// Runs `body(ResourceView&)` on one state of the data and accounts for whom it handed out.
template <class Body>
auto look_at_resources(const Service& service, const Program& program, LookAccount& account,
                       Body body) -> decltype(body(std::declval<ResourceView&>())) {
  std::set<std::string> people;
  auto result = service.database().read([&](const sql::Reading& reading) {
    ResourceView view(reading, program);
    auto answer = body(view);
    people = view.handed_out();
    return answer;
  });
  account_for_looks(service, program, account, people);
  return result;
}

/// Runs `body(ResourceWork&)` in one transaction, which may run again after it was undone; what it
/// changed stands in the history.
template <class Body>
auto change_resources(const Service& service, const Program& program,
                      const TakeInDefaults& defaults, Body body)
    -> decltype(body(std::declval<ResourceWork&>())) {
  std::optional<decltype(body(std::declval<ResourceWork&>()))> result;
  const auto kept = service.database().write([&](sql::Writing& writing) -> Outcome<Done> {
    ResourceWork work(service, writing, program, defaults);
    result.reset();
    result.emplace(body(work));
    if (work.undone()) return Refusal("permission.not_found");
    work.keep_account();
    return Done{};
  });
  static_cast<void>(kept.accepted());
  return *std::move(result);
}

}  // namespace alongside::service
