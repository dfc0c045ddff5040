// SPDX-License-Identifier: Apache-2.0
// Lines out of blocks.
#include "doors/exchange/ndjson.h"

#include <stdexcept>

#include "foundation/base/gzip.h"

namespace alongside::exchange {

class LineReader::Inside {
 public:
  explicit Inside(const std::string& path) : file_(path) {}

  bool next(Line& line) {
    current_.clear();
    bool too_long = false;
    bool any = false;
    while (at_ < block_.size() || fill()) {
      any = true;
      const std::size_t end = block_.find('\n', at_);
      const std::string_view piece =
          std::string_view(block_).substr(at_, end == std::string::npos ? end : end - at_);
      if (current_.size() + piece.size() > line_bytes_max) too_long = true;
      if (!too_long) current_ += piece;
      at_ = end == std::string::npos ? block_.size() : end + 1;
      if (end != std::string::npos) break;
    }
    if (!any) return false;
    ++number_;
    if (too_long) current_.clear();
    if (number_ == 1 && current_.starts_with("\xEF\xBB\xBF")) current_.erase(0, 3);
    if (current_.ends_with('\r')) current_.pop_back();
    line = {current_, number_, too_long};
    return true;
  }

  bool cut_short() const { return file_.cut_short(); }

 private:
  bool fill() {
    at_ = 0;
    return file_.read(block_);
  }

  GzipFile file_;
  std::string block_;
  std::size_t at_ = 0;
  std::string current_;
  std::int64_t number_ = 0;
};

LineReader::LineReader(const std::string& path) : inside_(std::make_unique<Inside>(path)) {}
LineReader::~LineReader() = default;
bool LineReader::next(Line& line) { return inside_->next(line); }
bool LineReader::cut_short() const { return inside_->cut_short(); }

std::string text_of(const std::string& path) {
  LineReader reader(path);
  std::string text;
  for (Line line; reader.next(line);) {
    if (line.too_long)
      throw std::runtime_error("line " + std::to_string(line.number) + " is too long");
    text += line.text;
    text += '\n';
  }
  if (reader.cut_short()) throw std::runtime_error(path + " ends before its content does");
  return text;
}

}  // namespace alongside::exchange
