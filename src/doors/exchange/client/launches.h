// SPDX-License-Identifier: Apache-2.0
// Browsers that come from another record system, each with what it may see there: in memory alone,
// gone after a while, with the session, and with the server.
#pragma once

#include <atomic>
#include <map>
#include <mutex>
#include <optional>
#include <string>

#include "doors/exchange/client/shown_there.h"
#include "doors/exchange/client/smart.h"
#include "foundation/jose/signing_key.h"
#include "service/launch.h"

namespace alongside::exchange {

constexpr std::int64_t launch_minutes_to_return = 10;
constexpr std::int64_t launch_minutes_shown = 60;
constexpr std::size_t launches_max = 1000;
/// Of 16 pages that are made at once; more are told to try again.
constexpr int launches_asking_max = 4;

class Launches final : public service::OtherRecords {
 public:
  /// `files`: a folder for what is on its way in.
  Launches(const service::Service& service, service::TakeInDefaults defaults, jose::SigningKey key,
           std::string files);

  Outcome<service::LaunchStep> begin(const service::LaunchAsked& asked) override;
  Outcome<service::LaunchStep> come_back(const service::LaunchReturn& back) override;
  Outcome<service::Launched> look(std::string_view browser, const service::Caller& caller) override;
  Outcome<std::int64_t> keep(std::string_view browser) override;
  Outcome<service::SentThere> send(std::string_view browser, const service::Everything& all,
                                   std::string_view document) override;
  void end(std::string_view browser) override;
  std::string public_keys() override { return key_.public_set(); }

 private:
  struct Open {
    service::RecordSystem system;
    Instant since;
    SmartDoors doors = {};
    OpenQuestion question = {};
    SmartKey key = {};  ///< empty until the browser came back
    std::string identity = {};
    std::optional<ReadThere> read = {};
    std::optional<std::pair<std::int64_t, std::int64_t>> whose = {};  ///< home and user
  };
  /// Copies: whoever asks the other system holds no lock.
  std::optional<Open> open_at(std::string_view browser);
  Outcome<Open> arrived_at(std::string_view browser);
  /// One that came back, and what it sees there, which is read once.
  Outcome<Open> read_at(std::string_view browser);
  /// To whoever is signed in first, and to nobody who comes after them.
  Outcome<Done> belongs_to(std::string_view browser, const service::Caller& caller);
  std::string put(Open open);
  void forget_old();

  service::Service service_;
  service::TakeInDefaults defaults_;
  jose::SigningKey key_;
  std::string files_;
  std::atomic<int> asking_ = 0;
  std::mutex mutex_;
  std::map<std::string, Open, std::less<>> open_;  // digest of the browser's secret
};

}  // namespace alongside::exchange
