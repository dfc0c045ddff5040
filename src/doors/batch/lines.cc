// SPDX-License-Identifier: Apache-2.0
// A block of lines at a time, so that a long file streams through.
#include "doors/batch/lines.h"

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

#include "foundation/base/text.h"

namespace alongside::batch {
namespace {

constexpr std::size_t lines_at_once = 512;

bool is_error(const std::string& line) {
  return line.find("\"error\":{\"code\"") != std::string::npos;
}

}  // namespace

std::int64_t answer_lines(std::istream& in, std::ostream& out, LineAnswer answer) {
  const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
  std::vector<JsonReader> readers(cores);
  std::int64_t errors = 0;
  for (bool more = true; more;) {
    std::vector<std::string> lines;
    for (std::string line; lines.size() < lines_at_once && (more = !!std::getline(in, line));) {
      if (!one_line(line).empty()) lines.push_back(std::move(line));
      // Whoever sends one line and waits gets its answer.
      if (!lines.empty() && in.rdbuf()->in_avail() <= 0) break;
    }
    std::vector<std::string> answers(lines.size());
    std::atomic<std::size_t> next{0};
    const auto work = [&](JsonReader& reader) {
      for (std::size_t i = next++; i < lines.size(); i = next++)
        answers[i] = answer(reader, lines[i]);
    };
    std::vector<std::thread> others;
    for (std::size_t core = 1; core < std::min(cores, lines.size()); ++core)
      others.emplace_back(work, std::ref(readers[core]));
    work(readers[0]);
    for (std::thread& other : others) other.join();
    for (const std::string& one : answers) {
      out << one << '\n';
      errors += is_error(one) ? 1 : 0;
    }
    out.flush();
  }
  return errors;
}

}  // namespace alongside::batch
