// SPDX-License-Identifier: Apache-2.0
// Who asks: a signed-in user, as a person, as a professional, as an administrator.
#pragma once

#include <optional>
#include <string>

#include "coproduction/person.h"

namespace alongside::service {

/// Made by sign_in from the database at each request; nothing in it is believed from a cookie. Only
/// the example clinic, which invents its people, makes its own.
struct Caller {
  HomeNo home;
  std::int64_t user_no = 0;
  std::string name;
  std::optional<PersonNo> person;
  std::optional<ProfessionalNo> professional;
  bool administrator = false;
  std::string language;
  std::string role = {};  ///< a professional's, as their site says it
  bool supports = false;  ///< somebody asked them for support, which holds now

  /// The person with a code for one visit, who did not sign in.
  struct Guest {
    PersonKey person;
    std::string code_hash;
  };
  std::optional<Guest> guest = {};

  std::string_view side() const {
    return person || guest ? code_of(Side::person)
           : professional  ? code_of(Side::professional)
                           : std::string_view("other");
  }
};

}  // namespace alongside::service
