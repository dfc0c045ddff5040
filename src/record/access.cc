// SPDX-License-Identifier: Apache-2.0
// Relations by the words under which history keeps them.
#include "record/access.h"

namespace alongside {

std::string_view code_of(Relation relation) {
  switch (relation) {
    case Relation::self:
      return "self";
    case Relation::team_member:
      return "team_member";
    case Relation::supporter:
      return "supporter";
    case Relation::break_glass:
      return "break_glass";
    case Relation::invited:
      return "invited";
    case Relation::client:
      return "client";
    case Relation::source:
      return "source";
  }
  return {};
}

}  // namespace alongside
