// SPDX-License-Identifier: Apache-2.0
// One thread a job writes files of a size that can be handed out whole; the manifest comes last.
#include "doors/exchange/server/bulk_export.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "doors/exchange/server/routes.h"
#include "foundation/base/broken.h"
#include "foundation/base/json.h"
#include "foundation/base/secret.h"
#include "foundation/base/text.h"
#include "foundation/fhir/content.h"
#include "foundation/fhir/definitions.h"

namespace alongside::exchange {
namespace {

namespace files = std::filesystem;

constexpr std::size_t file_bytes_max = 16ULL * 1024 * 1024;
/// About nobody, but what is about somebody names them.
constexpr std::array<std::string_view, 5> beside = {"Location", "Organization", "Practitioner",
                                                    "PractitionerRole", "Medication"};

/// Files of one type, a new one where the last is full.
class Files {
 public:
  explicit Files(std::string folder) : folder_(std::move(folder)) {}

  void add(std::string_view type, const std::string& line) {
    if (type_ != type || bytes_ + line.size() > file_bytes_max) open(type);
    out_ << line << '\n';
    bytes_ += line.size() + 1;
    ++written_.back().count;
  }
  void close() {
    out_.close();
    if (!out_) throw BrokenMachine("an export cannot be written");
  }
  struct Written {
    std::string type;
    std::string name;
    std::int64_t count = 0;
  };
  const std::vector<Written>& written() const { return written_; }

 private:
  void open(std::string_view type) {
    part_ = type_ == type ? part_ + 1 : 1;
    type_ = type;
    bytes_ = 0;
    if (out_.is_open()) close();
    std::string name(type);
    name += '.';
    name += std::to_string(part_);
    name += ".ndjson";
    out_.open(folder_ + "/" + name, std::ios::trunc | std::ios::binary);
    written_.push_back({std::string(type), std::move(name)});
  }

  std::string folder_;
  std::ofstream out_;
  std::string type_;
  int part_ = 0;
  std::size_t bytes_ = 0;
  std::vector<Written> written_;
};

bool is_beside(std::string_view type) { return std::ranges::find(beside, type) != beside.end(); }

void write_files(JsonWriter& json, std::string_view key, const std::vector<Files::Written>& written,
                 const std::string& address) {
  json.key(key).begin_array();
  for (const Files::Written& one : written) {
    json.begin_object().key("type").text(one.type).key("url").text(address + "/" + one.name);
    json.key("count").integer(one.count).end_object();
  }
  json.end_array();
}

Reply unknown_job() {
  return refusal(404, "not-found", "There is no such export, or it was thrown away after a day.");
}

/// What an export may be asked for; a fault is the reply.
std::optional<Reply> read_wish(Desk& desk, const Ask& ask, BulkExports::Wish& wish) {
  if (ask.prefer.find("respond-async") == std::string::npos)
    return refusal(400, "required", "An export is answered later. Send Prefer: respond-async.");
  if (desk.program().let_in_by != service::LetInBy::the_owner || desk.program().is_the_person())
    return refusal(403, "forbidden",
                   "A key that comes for one person asks for Patient/[id]/$everything.");
  const std::string format(ask.query.value("_outputFormat"));
  if (!format.empty() && format.find("ndjson") == std::string::npos)
    return refusal(400, "not-supported", "Files are application/fhir+ndjson.");
  for (const auto& [name, value] : ask.query.pairs())
    if (name != "_outputFormat" && name != "_since" && name != "_type" && name != "_format" &&
        ask.prefer.find("handling=lenient") == std::string::npos)
      return refusal(400, "not-supported", "An export takes _type, _since and _outputFormat here.");
  const std::string types(ask.query.value("_type"));
  for (const std::string_view type : split(types, ',')) {
    if (type.empty()) continue;
    if (auto refused = not_allowed(desk.program(), type, service::Interaction::read))
      return refused;
    wish.types.emplace_back(type);
  }
  const std::string since(ask.query.value("_since"));
  wish.since = instant_from_fhir(since);
  if (!since.empty() && !wish.since)
    return refusal(400, "value", "_since is an instant such as 2026-11-24T09:00:00Z.");
  wish.program = desk.program();
  wish.base = ask.base;
  return std::nullopt;
}

Reply begun(Desk& desk, const Ask& ask, BulkExports::Wish wish) {
  const std::string base = ask.base;
  const auto job = desk.parts().exports.begin(std::move(wish));
  if (!job) {
    Reply busy = refusal(429, "throttled", "This key has an export under way. Wait for it.");
    busy.headers.emplace_back("Retry-After", "10");
    return busy;
  }
  Reply accepted{202};
  accepted.headers.emplace_back("Content-Location", base + "/$export-status/" + *job);
  return accepted;
}

}  // namespace

struct BulkExports::Job {
  Wish wish;
  std::string folder;
  Instant begun;
  std::atomic<State> state{State::running};
  std::atomic<std::int64_t> written{0};
  std::atomic<bool> stop{false};
  std::string manifest;  // Written before `state` says done.
  std::thread thread;

  void run(const service::Service& service, const std::string& id) {
    try {
      Files current(folder);
      Files deleted(folder);
      service::LookAccount account;
      service::look_at_resources(service, wish.program, account, [&](service::ResourceView& view) {
        write(view, current, deleted);
        return true;
      });
      if (!current.written().empty()) current.close();
      if (!deleted.written().empty()) deleted.close();
      JsonWriter json;
      const std::string address = wish.base + "/$export-file/" + id;
      json.begin_object().key("transactionTime").text(iso_utc(begun));
      json.key("request").text(wish.request).key("requiresAccessToken").boolean(true);
      write_files(json, "output", current.written(), address);
      write_files(json, "deleted", deleted.written(), address);
      json.key("error").begin_array().end_array().end_object();
      manifest = std::move(json).take();
      state = State::done;
    } catch (const std::exception&) {
      state = State::failed;
    }
  }

 private:
  bool of_members(const std::vector<std::string>& people) const {
    if (wish.everybody) return !people.empty();
    return std::ranges::any_of(people, [&](const std::string& person) {
      return std::ranges::find(wish.members, person) != wish.members.end();
    });
  }

  bool is_asked(std::string_view type) const {
    return (wish.types.empty() || std::ranges::find(wish.types, type) != wish.types.end()) &&
           wish.program.scopes.allow(type, service::Interaction::read);
  }

  void write(service::ResourceView& view, Files& current, Files& deleted) {
    for (const std::string_view type : fhir::resource_types()) {
      if (!is_asked(type)) continue;
      view.each({type}, [&](const service::ResourceSeen& one) {
        if (stop || (wish.since && one.at <= *wish.since)) return;
        const bool goes =
            is_beside(type) || view.hand_out(one.type, one.id, one.content,
                                             [&](const std::vector<std::string>& people) {
                                               return of_members(people);
                                             });
        if (!goes) return;
        current.add(type, fhir::on_one_line(as_served(one)));
        ++written;
      });
    }
    if (!wish.since) return;
    view.each_older([&](const service::ResourceSeen& one) {
      if (!one.deleted || one.at <= *wish.since || !wish.everybody || !is_asked(one.type)) return;
      const auto now = view.now(one.type, one.id);
      if (!now || !now->deleted) return;  // It lives again.
      JsonWriter json;
      json.begin_object().key("resourceType").text("Bundle").key("type").text("transaction");
      json.key("entry").begin_array().begin_object().key("request").begin_object();
      json.key("method").text("DELETE");
      json.key("url").text(std::string(one.type) + "/" + std::string(one.id));
      json.end_object().end_object().end_array().end_object();
      deleted.add("Bundle", std::move(json).take());
    });
  }
};

BulkExports::BulkExports(const service::Service& service, std::string folder)
    : service_(service), folder_(std::move(folder)) {
  std::error_code ignored;
  files::remove_all(folder_, ignored);
}

BulkExports::~BulkExports() {
  for (auto& [id, job] : jobs_) {
    job->stop = true;
    if (job->thread.joinable()) job->thread.join();
  }
}

void BulkExports::forget_old() {
  const Instant now = service_.now();
  std::erase_if(jobs_, [&](auto& entry) {
    Job& job = *entry.second;
    if (job.state == State::running || now.utc_ms - job.begun.utc_ms < ms_a_day) return false;
    if (job.thread.joinable()) job.thread.join();
    std::error_code ignored;
    files::remove_all(job.folder, ignored);
    return true;
  });
}

std::optional<std::string> BulkExports::begin(Wish wish) {
  const std::lock_guard lock(mutex_);
  forget_old();
  for (const auto& [id, job] : jobs_)
    if (job->state == State::running && job->wish.program.digest == wish.program.digest)
      return std::nullopt;
  const std::string id = fresh_token(service_.randomness).substr(0, 32);
  auto job = std::make_unique<Job>();
  job->wish = std::move(wish);
  job->begun = service_.now();
  job->folder = folder_ + "/" + id;
  files::create_directories(job->folder);
  files::permissions(folder_, files::perms::owner_all);
  Job* running = job.get();
  job->thread = std::thread([this, running, id] { running->run(service_, id); });
  jobs_[id] = std::move(job);
  return id;
}

BulkExports::Job* BulkExports::found(const std::string& job, const service::Program& program) {
  const auto at = jobs_.find(job);
  if (at == jobs_.end() || at->second->wish.program.digest != program.digest) return nullptr;
  return at->second.get();
}

std::optional<BulkExports::Seen> BulkExports::look(const std::string& job,
                                                   const service::Program& program) {
  const std::lock_guard lock(mutex_);
  forget_old();
  const Job* at = found(job, program);
  if (at == nullptr) return std::nullopt;
  const State state = at->state;
  return Seen{state, at->written, state == State::done ? at->manifest : std::string()};
}

std::optional<std::string> BulkExports::file(const std::string& job, const std::string& name,
                                             const service::Program& program) {
  std::string path;
  {
    const std::lock_guard lock(mutex_);
    forget_old();
    const Job* at = found(job, program);
    const bool plain = name.find('/') == std::string::npos && name.ends_with(".ndjson");
    if (at == nullptr || at->state != State::done || !plain) return std::nullopt;
    path = at->folder + "/" + name;
  }
  std::ifstream in(path, std::ios::binary);
  if (!in) return std::nullopt;
  std::stringstream bytes;
  bytes << in.rdbuf();
  return std::move(bytes).str();
}

bool BulkExports::end(const std::string& job, const service::Program& program) {
  const std::lock_guard lock(mutex_);
  Job* at = found(job, program);
  if (at == nullptr) return false;
  at->stop = true;
  if (at->thread.joinable()) at->thread.join();
  std::error_code ignored;
  files::remove_all(at->folder, ignored);
  jobs_.erase(job);
  return true;
}

Reply begin_export(Desk& desk, const Ask& ask, const http::PathParts&) {
  BulkExports::Wish wish;
  if (auto refused = read_wish(desk, ask, wish)) return *refused;
  wish.request = ask.base + "/$export";
  return begun(desk, ask, std::move(wish));
}

Reply begin_group_export(Desk& desk, const Ask& ask, const http::PathParts& parts) {
  BulkExports::Wish wish;
  if (auto refused = read_wish(desk, ask, wish)) return *refused;
  wish.everybody = false;
  wish.request = ask.base + "/Group/" + parts.at("id") + "/$export";
  Reply seen = desk.look([&](service::ResourceView& view) -> Reply {
    const auto group = view.now("Group", parts.at("id"));
    if (!group || group->deleted) return refusal(404, "not-found", "There is no such group here.");
    JsonReader reader;
    const auto read = reader.read(group->content, depth_max);
    const JsonValue* members = std::get_if<JsonValue>(&read)->member("member");
    for (const JsonValue& member : members == nullptr ? std::vector<JsonValue>() : members->items) {
      const JsonValue* reference = member.at("/entity/reference");
      const JsonValue* inactive = member.member("inactive");
      if (reference == nullptr || (inactive != nullptr && inactive->text == "true")) continue;
      const auto meant = view.resolved(reference->text);
      for (std::string& name : view.references_of(meant.value_or(reference->text)))
        wish.members.push_back(std::move(name));
    }
    return {};
  });
  if (seen.refused()) return seen;
  return begun(desk, ask, std::move(wish));
}

Reply export_status(Desk& desk, const Ask&, const http::PathParts& parts) {
  const auto seen = desk.parts().exports.look(parts.at("job"), desk.program());
  if (!seen) return unknown_job();
  if (seen->state == BulkExports::State::failed)
    return refusal(500, "exception", "The export could not be written. Is the disk full?");
  if (seen->state == BulkExports::State::running) {
    Reply wait{202};
    wait.headers.emplace_back("X-Progress", std::to_string(seen->written) + " resources written");
    wait.headers.emplace_back("Retry-After", "1");
    return wait;
  }
  Reply done{200, seen->manifest};
  done.media = "application/json";
  return done;
}

Reply export_file(Desk& desk, const Ask&, const http::PathParts& parts) {
  auto bytes = desk.parts().exports.file(parts.at("job"), parts.at("file"), desk.program());
  if (!bytes) return unknown_job();
  Reply file{200, *std::move(bytes)};
  file.media = "application/fhir+ndjson";
  return file;
}

Reply end_export(Desk& desk, const Ask&, const http::PathParts& parts) {
  if (!desk.parts().exports.end(parts.at("job"), desk.program())) return unknown_job();
  return {202};
}

}  // namespace alongside::exchange
