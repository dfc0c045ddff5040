// SPDX-License-Identifier: Apache-2.0
// A value, or a "no" that a person can be shown: which field, and the key of the words that say
// why.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "foundation/base/expect.h"

namespace alongside {

/// One reason for a "no". `key` is found in words/<language>; `field` is the name of the form field
/// or JSON member it belongs to, empty when it belongs to the whole.
struct Fault {
  std::string key;
  std::string field;
  bool operator==(const Fault&) const = default;
};

/// All reasons together, so that a form can show each beside its field at once. Never empty.
class Refusal {
 public:
  explicit Refusal(std::string key, std::string field = {}) {
    faults_.push_back({std::move(key), std::move(field)});
  }
  explicit Refusal(std::vector<Fault> faults) : faults_(std::move(faults)) {
    expect(!faults_.empty(), "a refusal has a reason");
  }
  const std::vector<Fault>& faults() const { return faults_; }
  const std::string& key() const { return faults_.front().key; }

 private:
  std::vector<Fault> faults_;
};

/// Nothing to return, but it may still be refused.
struct Done {
  bool operator==(const Done&) const = default;
};

/// Must be looked at: ignoring one is a compile error (warnings are errors).
template <class T>
class [[nodiscard]] Outcome {
 public:
  Outcome(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Outcome(Refusal refusal) : state_(std::in_place_index<1>, std::move(refusal)) {}

  bool accepted() const { return state_.index() == 0; }
  explicit operator bool() const { return accepted(); }

  /// Must be accepted.
  T& value() & {
    expect(accepted(), "only an accepted outcome has a value");
    return *std::get_if<0>(&state_);
  }
  const T& value() const& {
    expect(accepted(), "only an accepted outcome has a value");
    return *std::get_if<0>(&state_);
  }
  /// By value, so that `for (x : act().value())` never looks at something that is gone.
  T value() && {
    expect(accepted(), "only an accepted outcome has a value");
    return std::move(*std::get_if<0>(&state_));
  }
  /// Must be refused.
  const Refusal& refusal() const {
    expect(!accepted(), "only a refused outcome has a refusal");
    return *std::get_if<1>(&state_);
  }

 private:
  std::variant<T, Refusal> state_;
};

}  // namespace alongside

/// `TRY(auto aim, Aim::state(...));` takes the value, or returns the refusal. One a line.
#define ALONGSIDE_JOIN_(a, b) a##b
#define ALONGSIDE_JOIN(a, b) ALONGSIDE_JOIN_(a, b)
#define TRY_AS(name, declaration, ...)         \
  auto name = (__VA_ARGS__);                   \
  if (!name.accepted()) return name.refusal(); \
  declaration = std::move(name).value()
#define TRY(declaration, ...) \
  TRY_AS(ALONGSIDE_JOIN(outcome_at_line_, __LINE__), declaration, __VA_ARGS__)
/// `CHECK(rule(...));` goes on, or returns the refusal.
#define CHECK_AS(name, ...)        \
  const auto name = (__VA_ARGS__); \
  if (!name.accepted()) return name.refusal()
#define CHECK(...) CHECK_AS(ALONGSIDE_JOIN(outcome_at_line_, __LINE__), __VA_ARGS__)
