// SPDX-License-Identifier: Apache-2.0
// What the program does by itself while a server runs: who waits to be counted again is counted.
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "foundation/base/log.h"
#include "service/service.h"

namespace alongside::service {

/// Time alone lets more be counted, at midnight for many people at once (decision 17). Works on a
/// thread of its own, in short transactions, until it is destroyed; what breaks is logged and tried
/// again.
class Routine {
 public:
  Routine(const Service& service, Log& log,
          std::chrono::milliseconds between = std::chrono::seconds(30));
  ~Routine();
  Routine(const Routine&) = delete;
  Routine& operator=(const Routine&) = delete;

 private:
  void run(const Service& service, Log& log, std::chrono::milliseconds between);

  std::mutex mutex_;
  std::condition_variable wake_;
  bool over_ = false;
  std::thread thread_;
};

}  // namespace alongside::service
