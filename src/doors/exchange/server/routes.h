// SPDX-License-Identifier: Apache-2.0
// Every interaction of the FHIR server as one table: the router, the CapabilityStatement, the
// authorisation matrix and docs/reference/routes.md are made of it.
#pragma once

#include <vector>

#include "doors/exchange/server/desk.h"

namespace alongside::exchange {

/// Who may use a route: anyone, or a program whose key allows that with the type.
namespace who {
inline constexpr std::string_view anyone = "anyone";
inline constexpr std::string_view program = "program";  ///< each entry is asked for by itself
inline constexpr std::string_view reads = "program: r";
inline constexpr std::string_view searches = "program: s";
inline constexpr std::string_view creates = "program: c";
inline constexpr std::string_view updates = "program: u";
inline constexpr std::string_view deletes = "program: d";
}  // namespace who

/// Patterns begin with "/fhir".
const std::vector<http::Route<FhirHandler>>& fhir_routes();

/// Finds the route of a place below the base, asks whether the key allows it, and carries it out.
Reply perform(Desk& desk, const Ask& ask, std::string_view place);
/// 403 where the key does not allow it, 404 for a type that R4 does not have.
std::optional<Reply> not_allowed(const service::Program& program, std::string_view type,
                                 service::Interaction interaction);

}  // namespace alongside::exchange
