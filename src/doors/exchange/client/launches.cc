// SPDX-License-Identifier: Apache-2.0
// One map under a lock, of copies; whoever asks another system holds no lock meanwhile.
#include "doors/exchange/client/launches.h"

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "doors/exchange/client/send_plan.h"
#include "doors/exchange/import.h"
#include "foundation/base/broken.h"
#include "foundation/base/json.h"
#include "foundation/base/secret.h"
#include "foundation/fhir/content.h"

namespace alongside::exchange {
namespace {

namespace files = std::filesystem;

/// One of the few who may ask other systems at the same time: pages wait for them.
class Turn {
 public:
  explicit Turn(std::atomic<int>& asking)
      : asking_(asking), had_(++asking <= launches_asking_max) {}
  ~Turn() { --asking_; }
  Turn(const Turn&) = delete;
  Turn& operator=(const Turn&) = delete;
  bool had() const { return had_; }

 private:
  std::atomic<int>& asking_;
  bool had_;
};

}  // namespace

Launches::Launches(const service::Service& service, service::TakeInDefaults defaults,
                   jose::SigningKey key, std::string folder)
    : service_(service),
      defaults_(std::move(defaults)),
      key_(std::move(key)),
      files_(std::move(folder)) {
  // What was on its way when the server stopped is fetched again by whoever wants it.
  files::remove_all(files_);
}

void Launches::forget_old() {
  const std::int64_t now = service_.now().utc_ms;
  std::erase_if(open_, [&](const auto& entry) {
    const std::int64_t minutes =
        entry.second.key.key.empty() ? launch_minutes_to_return : launch_minutes_shown;
    return now - entry.second.since.utc_ms > minutes * ms_a_minute;
  });
  // Whoever only begins pushes nobody out who has arrived.
  while (open_.size() >= launches_max)
    open_.erase(std::ranges::min_element(open_, [](const auto& left, const auto& right) {
      const bool arrived_left = !left.second.key.key.empty();
      const bool arrived_right = !right.second.key.key.empty();
      return arrived_left != arrived_right ? arrived_right
                                           : left.second.since.utc_ms < right.second.since.utc_ms;
    }));
}

std::string Launches::put(Open open) {
  std::string browser = fresh_token(service_.randomness);
  const std::lock_guard lock(mutex_);
  forget_old();
  open_.emplace(sha256(browser), std::move(open));
  return browser;
}

std::optional<Launches::Open> Launches::open_at(std::string_view browser) {
  const std::lock_guard lock(mutex_);
  forget_old();
  const auto found = open_.find(sha256(browser));
  return found == open_.end() ? std::nullopt : std::optional(found->second);
}

Outcome<Launches::Open> Launches::arrived_at(std::string_view browser) {
  auto open = open_at(browser);
  if (!open || open->key.key.empty() || open->key.until <= service_.now())
    return Refusal("launch.over");
  return *std::move(open);
}

Outcome<Launches::Open> Launches::read_at(std::string_view browser) {
  TRY(Open open, arrived_at(browser));
  if (open.read) return open;
  const Turn turn(asking_);
  if (!turn.had()) return Refusal("launch.busy");
  TRY(open.read, read_there(client_for(open.system), open.system.address, open.key));
  const std::lock_guard lock(mutex_);
  const auto there = open_.find(sha256(browser));
  if (there != open_.end()) there->second.read = open.read;
  return open;
}

Outcome<Done> Launches::belongs_to(std::string_view browser, const service::Caller& caller) {
  const std::lock_guard lock(mutex_);
  const auto there = open_.find(sha256(browser));
  const std::pair who{caller.home.value, caller.user_no};
  if (there == open_.end() || there->second.whose.value_or(who) != who)
    return Refusal("launch.over");
  there->second.whose = who;
  return Done{};
}

void Launches::end(std::string_view browser) {
  const std::lock_guard lock(mutex_);
  open_.erase(sha256(browser));
}

Outcome<service::LaunchStep> Launches::begin(const service::LaunchAsked& asked) {
  const auto system = service::record_system_at(service_, asked.address);
  if (!system) return Refusal("launch.unknown");
  const Turn turn(asking_);
  if (!turn.had()) return Refusal("launch.busy");
  Open open{*system, service_.now()};
  TRY(open.doors, smart_doors(client_for(*system), system->address));
  if (open.doors.authorize.empty()) return Refusal("launch.odd");
  open.question = fresh_question(service_.randomness, asked.back);
  std::string go_to = authorize_address(open.doors, *system, open.question, asked.launch);
  return service::LaunchStep{std::move(go_to), put(std::move(open)), {}};
}

Outcome<service::LaunchStep> Launches::come_back(const service::LaunchReturn& back) {
  const auto asked = open_at(back.browser);
  // The question belongs to one browser and is answered once.
  if (!asked || !asked->key.key.empty() || !same_secret(asked->question.state, back.state))
    return Refusal("launch.over");
  const Turn turn(asking_);
  if (!turn.had()) return Refusal("launch.busy");
  end(back.browser);
  if (!back.error.empty() || back.code.empty()) return Refusal("launch.refused");
  const http::Client client = client_for(asked->system);
  const Asker asker{client, asked->system, key_, service_.randomness, service_.now()};
  Open open{asked->system, service_.now(), asked->doors};
  TRY(open.key, key_for_code(asker, asked->doors, asked->question, back.code));
  if (open.key.patient.empty()) return Refusal("launch.nobody");
  TRY(open.identity, identity_in(asker, asked->doors, asked->question, open.key));
  std::string identity = open.identity;
  return service::LaunchStep{{}, put(std::move(open)), std::move(identity)};
}

Outcome<service::Launched> Launches::look(std::string_view browser, const service::Caller& caller) {
  CHECK(belongs_to(browser, caller));
  TRY(Open open, read_at(browser));
  return service::Launched{std::move(open.system), std::move(open.read->person),
                           std::move(open.read->shown), std::move(open.identity),
                           takes_plan(open.key)};
}

Outcome<std::int64_t> Launches::keep(std::string_view browser) {
  TRY(const Open open, read_at(browser));
  files::create_directories(files_);
  files::permissions(files_, files::perms::owner_all);
  const std::string folder = files_ + "/" + fresh_token(service_.randomness);
  files::create_directory(folder);
  {
    std::ofstream file(folder + "/Kept.ndjson", std::ios::binary | std::ios::trunc);
    for (const std::string& resource : open.read->resources) file << resource << '\n';
    if (!file.flush()) throw OutOfRoom("what came from another system cannot be kept");
    JsonWriter manifest;
    manifest.begin_object().key("transactionTime").text(iso_utc(service_.now()));
    manifest.key("request").text(open.system.address + "/$export");
    manifest.key("output").begin_array().begin_object().key("url").text("Kept.ndjson");
    std::ofstream names(folder + "/manifest.json", std::ios::binary | std::ios::trunc);
    names << std::move(manifest.end_object().end_array().end_object()).take();
    if (!names.flush()) throw OutOfRoom("what came from another system cannot be kept");
  }
  const ImportReport report = import_folders(service_, {folder}, folder + "/errors", defaults_,
                                             [](const std::string&, std::int64_t) {});
  files::remove_all(folder);
  std::int64_t kept = 0;
  for (const FileReport& file : report.files) kept += file.created + file.updated + file.unchanged;
  if (kept == 0) return Refusal("launch.nothing_kept");
  return kept;
}

Outcome<service::SentThere> Launches::send(std::string_view browser, const service::Everything& all,
                                           std::string_view document) {
  TRY(const Open open, read_at(browser));
  std::set<std::string> theirs;
  for (const std::string& resource : open.read->resources)
    if (const auto called = fhir::called(resource))
      theirs.insert(std::string(called->type) + "/" + std::string(called->id));
  return send_plan(client_for(open.system), open.system.address, open.key, all, document, theirs,
                   service_.now());
}

}  // namespace alongside::exchange
