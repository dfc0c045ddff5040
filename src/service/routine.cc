// SPDX-License-Identifier: Apache-2.0
// A pause, a round, a pause.
#include "service/routine.h"

#include "service/count_again.h"

namespace alongside::service {

Routine::Routine(const Service& service, Log& log, std::chrono::milliseconds between)
    : thread_([this, &service, &log, between] { run(service, log, between); }) {}

Routine::~Routine() {
  {
    const std::lock_guard lock(mutex_);
    over_ = true;
  }
  wake_.notify_one();
  thread_.join();
}

void Routine::run(const Service& service, Log& log, std::chrono::milliseconds between) {
  std::unique_lock lock(mutex_);
  while (!wake_.wait_for(lock, between, [this] { return over_; })) {
    lock.unlock();
    try {
      if (!service.out_of_room()) count_all_again(service, [](std::int64_t) {});
    } catch (const std::exception& fault) {
      log.write("fault", {{"what", std::string_view(fault.what())}});
    }
    lock.lock();
  }
}

}  // namespace alongside::service
