// SPDX-License-Identifier: Apache-2.0
// Real blocks, not a hole: the room must be there when it is needed.
#include "foundation/sql/reserve.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

namespace alongside::sql {
namespace {

std::int64_t free_on_disk(const std::string& path) {
  std::error_code error;
  const auto space = std::filesystem::space(std::filesystem::path(path).parent_path(), error);
  return error ? 0 : static_cast<std::int64_t>(space.available);
}

}  // namespace

Reserve::Reserve(std::string folder, std::int64_t bytes, std::function<std::int64_t()> free_bytes)
    : path_(std::move(folder) + "/reserve"), bytes_(bytes), free_bytes_(std::move(free_bytes)) {
  if (!free_bytes_) free_bytes_ = [this] { return free_on_disk(path_); };
  tight_ = !make();
}

bool Reserve::make() {
  struct stat status {};
  if (::stat(path_.c_str(), &status) == 0 && status.st_size == bytes_) return true;
  const int file = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  if (file < 0) return false;
  const bool made = ::posix_fallocate(file, 0, bytes_) == 0;
  ::close(file);
  if (!made) ::unlink(path_.c_str());
  return made;
}

bool Reserve::give_up() {
  if (tight_) return false;
  tight_ = true;
  return ::unlink(path_.c_str()) == 0;
}

bool Reserve::take_back() {
  if (!tight_) return true;
  if (free_bytes_() < 2 * bytes_ || !make()) return false;
  tight_ = false;
  return true;
}

}  // namespace alongside::sql
