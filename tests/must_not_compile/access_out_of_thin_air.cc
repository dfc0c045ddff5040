// SPDX-License-Identifier: Apache-2.0
// Only the policy makes a PersonAccess.
#include "record/aims.h"
#include "service/permission.h"

using namespace alongside;

std::size_t count(const sql::Reading& reading, const service::Caller& caller) {
#ifdef RIGHT
  return record::aims(
             reading,
             Permission::to_record(reading, caller, RecordOf::own(), Doing::look, {}).value())
      .size();
#else
  return record::aims(reading, PersonAccess({caller.home, *caller.person}, Relation::self)).size();
#endif
}
