// SPDX-License-Identifier: Apache-2.0
// Whom a FHIR resource speaks of, found in its bytes, which otherwise stay as they came.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace alongside::record {

/// A reference "Patient/57a5" or "https://there.example/Patient/57a5/_history/2".
struct Mention {
  std::string reference;       ///< "Patient/57a5", or "Patient?identifier=system|value"
  bool as_subject = false;     ///< the resource is about them: its own subject or patient
  std::size_t object_at = 0;   ///< the JSON object that refers: its first byte
  std::size_t object_end = 0;  ///< and the byte after its last
};

/// In their order. Bytes that are not JSON have none.
std::vector<Mention> mentions(std::string_view json);

/// About that person: theirs by type and identifier or as its subject, or of nobody else.
bool is_about(std::string_view type, std::string_view id, std::string_view reference,
              const std::vector<Mention>& all);

/// Somebody of whom a resource speaks, once.
struct SpokenOf {
  std::string reference;
  bool about = false;  ///< it is about them
};
/// A Patient speaks of itself.
std::vector<SpokenOf> spoken_of(std::string_view type, std::string_view id, std::string_view json);

/// The resource without that person: each object that refers to them becomes a reference to nobody,
/// and the narrative, which may name them, is emptied. Everything else stays byte for byte.
std::string without(std::string_view json, std::string_view reference);

}  // namespace alongside::record
