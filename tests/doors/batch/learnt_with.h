// SPDX-License-Identifier: Apache-2.0
// One request to the learning engine, and its answer.
#pragma once

#include <string>

#include "doors/batch/learn.h"

namespace alongside::batch {

inline JsonValue learnt_with(const std::string& family, const std::string& input) {
  JsonReader reader;
  JsonReader again;
  auto read = again.read(
      learnt(reader, R"({"id":"t","family":")" + family + R"(","input":)" + input + "}"), 32);
  return std::get<JsonValue>(std::move(read));
}

/// The message of its error; empty when it has an answer.
inline std::string refusal_of(const std::string& family, const std::string& input) {
  const JsonValue answer = learnt_with(family, input);
  const JsonValue* message = answer.at("/error/message");
  return message == nullptr ? std::string() : message->text;
}

}  // namespace alongside::batch
