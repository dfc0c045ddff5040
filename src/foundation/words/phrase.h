// SPDX-License-Identifier: Apache-2.0
// Days, months, times and initials in a person's language.
#pragma once

#include <string>
#include <string_view>

#include "foundation/base/clock.h"
#include "foundation/words/catalogue.h"

namespace alongside::words {

/// "Tuesday 24 November"; with the year when it is not `today`'s.
std::string day_in_words(const Language& language, Day day, Day today);
/// "24 November 2026"
std::string date_in_words(const Language& language, Day day);
/// "November 2026"
std::string month_in_words(const Language& language, Month month);
/// "Nov"
std::string short_month(const Language& language, Month month);
/// "9:05".
std::string time_in_words(const Language& language, const Zone& zone, Instant at);
/// "Thursday 19 November at 9:12"
std::string moment_in_words(const Language& language, const Zone& zone, Instant at, Instant now);
/// "RO" from "Rosa Okafor"; one letter from one name; empty from nothing.
std::string initials(std::string_view name);

}  // namespace alongside::words
