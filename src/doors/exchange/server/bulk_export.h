// SPDX-License-Identifier: Apache-2.0
// HL7 Bulk Data Access 2.0: a program asks for many resources, comes back until they are written,
// and fetches them as files of NDJSON.
#pragma once

#include <atomic>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "doors/exchange/server/desk.h"

namespace alongside::exchange {

/// Of everybody, or of the members of a Group. 202 and where to ask; 400 without
/// "Prefer: respond-async"; 429 while the key has another one under way.
Reply begin_export(Desk& desk, const Ask& ask, const http::PathParts& parts);
Reply begin_group_export(Desk& desk, const Ask& ask, const http::PathParts& parts);
/// 202 with X-Progress, then 200 with the manifest. Only for the key that asked.
Reply export_status(Desk& desk, const Ask& ask, const http::PathParts& parts);
Reply export_file(Desk& desk, const Ask& ask, const http::PathParts& parts);
/// 202: it ends, and its files go.
Reply end_export(Desk& desk, const Ask& ask, const http::PathParts& parts);

/// Exports under way and their files, for a day. Safe from several threads.
class BulkExports {
 public:
  /// What an earlier run left in the folder goes.
  BulkExports(const service::Service& service, std::string folder);
  ~BulkExports();
  BulkExports(const BulkExports&) = delete;
  BulkExports& operator=(const BulkExports&) = delete;

  struct Wish {
    service::Program program;
    std::vector<std::string> types;    ///< empty: all that the key may read
    std::optional<Instant> since;      ///< only what is newer
    std::vector<std::string> members;  ///< references of people; empty: everybody
    bool everybody = true;
    std::string request;  ///< its address, for the manifest
    std::string base;
  };
  /// The job's identifier; nothing while the same key has one under way.
  std::optional<std::string> begin(Wish wish);

  enum class State { running, done, failed };
  struct Seen {
    State state = State::running;
    std::int64_t written = 0;
    std::string manifest;
  };
  std::optional<Seen> look(const std::string& job, const service::Program& program);
  std::optional<std::string> file(const std::string& job, const std::string& name,
                                  const service::Program& program);
  bool end(const std::string& job, const service::Program& program);

 private:
  struct Job;
  Job* found(const std::string& job, const service::Program& program);
  void forget_old();

  service::Service service_;
  std::string folder_;
  std::mutex mutex_;
  std::map<std::string, std::unique_ptr<Job>> jobs_;
};

}  // namespace alongside::exchange
