// SPDX-License-Identifier: Apache-2.0
// An Id<Aim> is not an Id<Person>, and minutes a week are not another quantity.
#include "aim/aim.h"
#include "coproduction/person.h"
#include "foundation/base/quantity.h"

using namespace alongside;

void open(const Id<Person>& person);
struct Steps;

void act(const Id<Aim>& aim, const Id<Person>& person) {
#ifdef RIGHT
  (void)aim;
  open(person);
  (void)(MinutesAWeek{1} + MinutesAWeek{2});
#else
  (void)person;
  open(aim);
  (void)(MinutesAWeek{1} + Quantity<Steps>{2});
#endif
}
