// SPDX-License-Identifier: Apache-2.0
// Private<T>: words about a person, which cannot reach a log, an error or an address by accident.
#pragma once

#include <ostream>
#include <utility>

namespace alongside {

/// Holds a value and shows it only where `disclose()` is written, which a reader can search for.
/// Streaming or formatting one does not compile (tests/must_not_compile/private_into_a_log.cc).
template <class T>
class Private {
 public:
  Private() = default;
  explicit Private(T value) : value_(std::move(value)) {}
  const T& disclose() const { return value_; }
  bool operator==(const Private&) const = default;
  friend std::ostream& operator<<(std::ostream&, const Private&) = delete;

 private:
  T value_{};
};

}  // namespace alongside
