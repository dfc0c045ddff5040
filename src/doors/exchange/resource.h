// SPDX-License-Identifier: Apache-2.0
// One FHIR R4 resource out of a line: read, checked, and reduced to a fingerprint of its content.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/base/clock.h"
#include "foundation/base/json_value.h"
#include "foundation/fhir/issue.h"
#include "service/take_in.h"

namespace alongside::exchange {

using fhir::Issue;

constexpr int depth_max = 64;

/// Reads one line after another; keeps the last one. Not for several threads.
class ResourceReader {
 public:
  ResourceReader();
  ~ResourceReader();
  ResourceReader(const ResourceReader&) = delete;
  ResourceReader& operator=(const ResourceReader&) = delete;

  /// All that is wrong; empty when the resource can be kept.
  std::vector<Issue> read(std::string_view line);
  /// Reads what may not be checked yet; false where it is no JSON object. `at` and `has` then look
  /// into it.
  bool is_object(std::string_view json);
  /// One that was kept before, under whatever rules held then. False where it is no resource.
  bool read_again(std::string_view content);

  const std::string& type() const;
  const std::string& id() const;
  std::optional<Instant> last_updated() const;
  /// SHA-256 of the content: members in any order, numbers as they are written, without
  /// meta.versionId and meta.lastUpdated.
  const std::string& content_hash() const;
  /// The text (or true/false) at a JSON pointer such as "/name/0/family"; nothing when it is
  /// absent.
  std::optional<std::string> at(std::string_view pointer) const;
  bool has(std::string_view pointer) const;
  std::vector<service::Identifier> identifiers() const;
  /// For the person alone: meta.security has the code R of v3-Confidentiality.
  bool restricted() const;
  /// Of its `code`, a space before and after each, as record/resources keeps them.
  std::string codes() const;
  const JsonValue& root() const;
  /// "Organization?identifier=system|value", wherever it stands.
  std::vector<std::string> conditional_references() const;

 private:
  class Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace alongside::exchange
