// SPDX-License-Identifier: Apache-2.0
// Durable acts a second: check-ins of one clinic from many threads, with group commit and without,
// beside the disk's own rate of fsync, in turns in one run.
//   alongside_durable_acts [THREADS] [SECONDS A TURN]
#include <fcntl.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <thread>

#include "clinic.h"
#include "service/contribute.h"

namespace {

using namespace alongside;
using Seconds = std::chrono::duration<double>;

double elapsed(std::chrono::steady_clock::time_point since) {
  return Seconds(std::chrono::steady_clock::now() - since).count();
}

/// 4 KiB appended and synced, again and again: what an act costs at the least.
double fsyncs_a_second(double seconds) {
  const testing::TemporaryFolder folder;
  const int file = ::open((folder.path() + "/f").c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  const std::string page(4096, 'x');
  const auto since = std::chrono::steady_clock::now();
  std::int64_t count = 0;
  for (; elapsed(since) < seconds; ++count) {
    expect(::write(file, page.data(), page.size()) == 4096, "the disk takes a page");
    ::fdatasync(file);
  }
  const double rate = static_cast<double>(count) / elapsed(since);
  ::close(file);
  return rate;
}

double acts_a_second(int threads, double seconds, std::size_t acts_in_a_commit_max) {
  testing::Clinic clinic(record::ClinicKind::own, acts_in_a_commit_max);
  std::atomic<std::int64_t> acts{0};
  std::atomic<bool> over{false};
  std::vector<std::thread> running;
  const auto since = std::chrono::steady_clock::now();
  for (int t = 0; t < threads; ++t)
    running.emplace_back([&, t] {
      const service::Caller& who = t % 2 == 0 ? clinic.amina : clinic.bo;
      SystemRandomness chance;
      while (!over) {
        const std::string once = uuid_v7(SystemClock().now(), chance);  // As a page's form has it.
        if (service::check_in(clinic.service, who, {"", "", {}, "All well today"}, once)) ++acts;
      }
    });
  std::this_thread::sleep_for(Seconds(seconds));
  over = true;
  for (std::thread& thread : running) thread.join();
  return static_cast<double>(acts) / elapsed(since);
}

}  // namespace

int main(int count, char** words) {
  const int threads = count > 1 ? std::atoi(words[1]) : 16;
  const double seconds = count > 2 ? std::atof(words[2]) : 3;
  std::printf("%-6s %12s %16s %16s %7s\n", "turn", "fsyncs/s", "acts/s grouped", "acts/s alone",
              "ratio");
  std::vector<double> ratios;
  for (int turn = 1; turn <= 3; ++turn) {
    const double fsyncs = fsyncs_a_second(1);
    const double grouped = acts_a_second(threads, seconds, sql::acts_in_a_commit_standard);
    const double alone = acts_a_second(threads, seconds, 1);
    ratios.push_back(grouped / alone);
    std::printf("%-6d %12.0f %16.0f %16.0f %7.1f\n", turn, fsyncs, grouped, alone, ratios.back());
  }
  std::ranges::sort(ratios);
  std::printf("%d threads, SQLite synchronous=FULL: median ratio %.1f\n", threads, ratios[1]);
  return 0;
}
