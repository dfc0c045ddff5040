// SPDX-License-Identifier: Apache-2.0
// The pieces that FHIR R4 resources about one person are made of, written into one Bundle.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "aim/levels.h"
#include "foundation/base/clock.h"
#include "foundation/base/json.h"

namespace alongside::exchange {

constexpr std::string_view fhir_base = "https://alongside.example/fhir/";
constexpr std::string_view loinc = "http://loinc.org";

struct Code {
  std::string system;
  std::string_view code;
};
/// One of our own code systems.
Code own_code(std::string_view set, std::string_view code);
/// LOINC's answer list LL6900-6, of goal attainment scaling.
Code level_code(Level level);

/// What somebody wrote beside a resource.
struct Note {
  std::string text;
  std::string time;         ///< ISO; empty: not known
  std::string author = {};  ///< empty: the person
};

std::string numbered(std::string_view noun, std::int64_t number);

/// FHIR allows no empty arrays: whatever takes a list writes nothing for an empty one.
class FhirWriter {
 public:
  FhirWriter(std::string person_id, Instant now);
  /// For resources that stand beside everybody's: what is called "order" within one person's Bundle
  /// is called "order-<suffix>". What has no time of its own is then said without one, so that
  /// nothing changes from one day to the next.
  FhirWriter(std::string person_id, Instant now, std::string suffix);
  /// Ends the Bundle.
  std::string take() &&;

  JsonWriter& json() { return json_; }
  std::string myself() const { return "Patient/" + person_id_; }
  Instant now() const { return now_; }

  /// The identifier by which a resource is called.
  std::string id_of(std::string_view called) const;
  bool beside_others() const { return !suffix_.empty(); }

  /// Opens an entry and its resource; `end` closes both.
  void begin(std::string_view type, std::string_view id);
  void end();
  /// A resource that came in, as it is.
  void received(std::string_view type, std::string_view id, std::string_view content);

  void text(std::string_view key, std::string_view value) { json_.key(key).text(value); }
  void coding(const Code& code);
  void concept_of(std::string_view key, const Code& code, std::string_view text = {});
  void concepts(std::string_view key, const std::vector<Code>& codes);
  /// A concept in words alone.
  void words(std::string_view key, std::string_view text);
  void refer(std::string_view key, std::string_view reference);
  void references(std::string_view key, const std::vector<std::string>& references);
  /// A reference to somebody by name, who is not in the Bundle.
  void named(std::string_view key, std::string_view name);
  void subject() { refer("subject", myself()); }
  void performed_by_person() { references("performer", {myself()}); }
  void performed_by(std::string_view name);
  void notes(const std::vector<Note>& notes);
  void minutes_a_week(std::string_view key, std::int64_t value);
  /// An Observation up to its code and its value, which the caller writes.
  void observation(std::string_view id, std::string_view category, std::optional<Instant> at);
  /// A whole Observation of the person's in words; nothing when there are none.
  void said(std::string_view id, std::string_view category, const Code& code,
            std::string_view value, std::optional<Instant> at);

 private:
  std::string person_id_;
  std::string suffix_;
  Instant now_;
  JsonWriter json_;
};

}  // namespace alongside::exchange
