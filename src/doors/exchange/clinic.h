// SPDX-License-Identifier: Apache-2.0
// FHIR's Patient, Practitioner, PractitionerRole, Organization, Location, Encounter and CareTeam in
// our words: person, professional, role, site, visit and team. Goals and their scores: spoken_aim.h
#pragma once

#include <map>
#include <string>

#include "doors/exchange/resource.h"
#include "service/take_in.h"

namespace alongside::exchange {

/// Collects what links people, from one resource after another in any order.
class ClinicCollector {
 public:
  /// True for what links people, professionals and places, and for what people said of their aims.
  static bool links(const ResourceReader& resource);
  /// Whether one of that type can.
  static bool may_link(std::string_view type);
  /// Other types, and resources marked entered-in-error, are passed over.
  /// `as_before`: the same content came in before.
  void take(const ResourceReader& resource, bool as_before = false);
  /// It is no longer there at its source.
  void take_out(const ResourceReader& resource);
  /// `resolved`: what references by an identifier mean; others stay as they are.
  /// `base`: absolute references below it mean what came along.
  service::IncomingClinic collected(const std::map<std::string, std::string>& resolved = {},
                                    const std::string& base = {}) &&;

 private:
  void take_person(const ResourceReader& resource);
  void take_visit(const ResourceReader& resource);
  void take_team(const ResourceReader& resource);
  void resolve(const std::map<std::string, std::string>& resolved, const std::string& base);

  service::IncomingClinic clinic_;
  std::map<std::string, std::string> organisations_;         // reference -> name
  std::map<std::string, std::string> places_;                // organisation -> a place's name
  std::map<std::string, std::string> professional_of_role_;  // PractitionerRole -> Practitioner
};

}  // namespace alongside::exchange
