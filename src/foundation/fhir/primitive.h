// SPDX-License-Identifier: Apache-2.0
// FHIR R4's primitive types: what a value of each must look like.
#pragma once

#include <string>
#include <string_view>

#include "foundation/base/json_value.h"

namespace alongside::fhir {

enum class PrimitiveFault { none, wrong_kind, wrong_value };

/// wrong_kind: a text where a number belongs, and so on. wrong_value: a date that is not in the
/// calendar, a time without its zone, a number out of range, an identifier with other characters.
PrimitiveFault primitive_fault(std::string_view type, const JsonValue& value);

/// "2026", "2026-02" or "2026-02-28", of a day that exists.
bool is_date(std::string_view text);
/// A date, or with a time to the second and its zone.
bool is_date_time(std::string_view text);
/// To the second, with its zone.
bool is_instant(std::string_view text);
/// "08:30:00"
bool is_time(std::string_view text);
/// 1 to 64 letters, digits, hyphens and dots.
bool is_id(std::string_view text);

/// What is expected, for whoever sent it: "a date such as 2026-02-28, that exists".
std::string_view expected(std::string_view type);

}  // namespace alongside::fhir
