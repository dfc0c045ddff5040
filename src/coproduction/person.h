// SPDX-License-Identifier: Apache-2.0
// Who someone is to the service: a person, a professional, a team. "Services always have two
// parties" (Batalden 2018): each deed and word has a side.
#pragma once

#include <optional>
#include <string>

#include "foundation/base/clock.h"
#include "foundation/base/id.h"
#include "foundation/base/privacy.h"

namespace alongside {

struct Person;
struct Professional;
struct Team;
using PersonNo = Number<Person>;
using ProfessionalNo = Number<Professional>;
using TeamNo = Number<Team>;

/// One person in one storage home.
struct PersonKey {
  HomeNo home;
  PersonNo person;
  auto operator<=>(const PersonKey&) const = default;
};

/// The two sides that make a service together.
enum class Side { person, professional };
std::string_view code_of(Side side);
std::optional<Side> side_from(std::string_view code);

struct Person {
  PersonKey key;
  Id<Person> id;
  Private<std::string> name;
  std::optional<Day> born;
};

struct Professional {
  HomeNo home;
  ProfessionalNo number;
  Id<Professional> id;
  std::string name;
  std::string role;  ///< as the source says it, for example "nurse"; may be empty
};

struct Team {
  HomeNo home;
  TeamNo number;
  Id<Team> id;
  std::string name;
};

}  // namespace alongside
