// SPDX-License-Identifier: Apache-2.0
// Lends readers and keeps the one writer.
#include "foundation/sql/database.h"

#include <cctype>

#include "foundation/base/text.h"
#include "foundation/sql/group_commit.h"
#include "foundation/sql/writers.h"

namespace alongside::sql {

std::string like_pattern(std::string_view text) {
  std::string pattern = "%";
  for (const char c : lower_ascii(text)) {
    if (c == '%' || c == '_' || c == '\\') pattern += '\\';
    pattern += c;
  }
  return pattern + "%";
}

std::string with_word(std::string text, std::string_view word, std::string_view by) {
  for (std::size_t at = 0; (at = text.find(word, at)) != std::string::npos;) {
    const auto part_of_name = [&](std::size_t i) {
      return i < text.size() &&
             (std::isalnum(static_cast<unsigned char>(text[i])) != 0 || text[i] == '_');
    };
    if ((at > 0 && part_of_name(at - 1)) || part_of_name(at + word.size())) {
      at += word.size();
    } else {
      text.replace(at, word.size(), by);
      at += by.size();
    }
  }
  return text;
}

std::int64_t Reading::integer(std::string_view statement, Parameters parameters,
                              std::int64_t otherwise) const {
  return first(statement, parameters, [](const Row& row) { return row.maybe_integer(0); })
      .value_or(std::nullopt)
      .value_or(otherwise);
}

std::int64_t Writing::execute(std::string_view statement, Parameters parameters) {
  connection_->run(statement, {parameters.begin(), parameters.size()}, [](const Row&) {});
  return connection_->changed();
}

Database::Database(std::unique_ptr<Engine> engine, std::unique_ptr<Reserve> reserve,
                   std::size_t acts_in_a_commit_max)
    : engine_(std::move(engine)), reserve_(std::move(reserve)) {
  if (engine_->writers() == Writers::many)
    writer_ = std::make_unique<WriterPool>(*engine_);
  else
    writer_ = std::make_unique<GroupCommit>(engine_->connect(Access::writing), reserve_.get(),
                                            acts_in_a_commit_max);
}

Database::Database(std::unique_ptr<Engine> engine, OnlyReading) : engine_(std::move(engine)) {}

Database Database::only_reading(std::unique_ptr<Engine> engine) {
  return Database(std::move(engine), OnlyReading{});
}

Database::~Database() = default;

void Database::carry_out(const Act& act) {
  if (!writer_) throw EngineError("these data were opened only to be read");
  writer_->carry_out(act);
}

Database::Borrowed::Borrowed(Database& database) : from(database) {
  {
    const std::lock_guard lock(from.readers_mutex_);
    if (!from.readers_.empty()) {
      connection = std::move(from.readers_.back());
      from.readers_.pop_back();
    }
  }
  if (!connection) connection = from.engine_->connect(Access::reading);
}

Database::Borrowed::~Borrowed() {
  const std::lock_guard lock(from.readers_mutex_);
  if (connection->usable())
    from.readers_.push_back(std::move(connection));
  else
    from.readers_.clear();
}

}  // namespace alongside::sql
