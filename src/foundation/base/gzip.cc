// SPDX-License-Identifier: Apache-2.0
// The only file that knows zlib.
#include "foundation/base/gzip.h"

#include <zlib.h>

#include <stdexcept>

namespace alongside {
namespace {

constexpr std::size_t block_bytes = 1024 * 1024;
/// Of 1 to 9: beyond it a page gains a few bytes for twice the time.
constexpr int level = 4;
constexpr int window_bits_with_gzip_head = 15 + 16;
constexpr int memory_level = 8;

}  // namespace

std::string gzipped(std::string_view bytes) {
  z_stream stream{};
  if (deflateInit2(&stream, level, Z_DEFLATED, window_bits_with_gzip_head, memory_level,
                   Z_DEFAULT_STRATEGY) != Z_OK)
    throw std::runtime_error("zlib cannot begin");
  std::string out(deflateBound(&stream, bytes.size()), '\0');
  std::string in(bytes);  // zlib's interface wants what it will not change.
  stream.next_in = reinterpret_cast<Bytef*>(in.data());
  stream.avail_in = static_cast<uInt>(in.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const int code = deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  if (code != Z_STREAM_END) throw std::runtime_error("zlib cannot end");
  return out;
}

class GzipFile::Inside {
 public:
  explicit Inside(const std::string& path) : file_(gzopen(path.c_str(), "rb")) {
    if (file_ == nullptr) throw std::runtime_error("the file cannot be opened: " + path);
    gzbuffer(file_, 256 * 1024);
  }
  ~Inside() { gzclose(file_); }
  Inside(const Inside&) = delete;
  Inside& operator=(const Inside&) = delete;

  bool read(std::string& block) {
    block.resize(block_bytes);
    const int got = gzread(file_, block.data(), static_cast<unsigned>(block.size()));
    block.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
    int code = Z_OK;
    gzerror(file_, &code);
    if (got < 0 || code == Z_BUF_ERROR) cut_short_ = true;
    return got > 0;
  }
  bool cut_short() const { return cut_short_; }

 private:
  gzFile file_;
  bool cut_short_ = false;
};

GzipFile::GzipFile(const std::string& path) : inside_(std::make_unique<Inside>(path)) {}
GzipFile::~GzipFile() = default;
bool GzipFile::read(std::string& block) { return inside_->read(block); }
bool GzipFile::cut_short() const { return inside_->cut_short(); }

}  // namespace alongside
