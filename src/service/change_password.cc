// SPDX-License-Identifier: Apache-2.0
// Whoever changes a password means that nobody else shall be signed in with the old one.
#include "service/change_password.h"

#include "foundation/base/secret.h"
#include "record/accounts.h"
#include "record/history.h"
#include "record/known_programs.h"
#include "record/record_systems.h"
#include "service/act.h"
#include "service/manage_people.h"
#include "service/sign_in.h"

namespace alongside::service {

Outcome<std::string> change_password(const Service& service, const Caller& caller,
                                     const PasswordDraft& draft) {
  auto faults = password_faults(draft.new_password, draft.again);
  for (Fault& fault : faults)
    if (fault.field == "password") fault.field = "new_password";
  if (service.example()) faults = {{"account.example", "new_password"}};
  if (!faults.empty()) return Refusal(std::move(faults));
  CHECK(step_up(service, caller, draft.password));
  const std::string hash = password_hash(draft.new_password);
  const std::string cookie = fresh_token(service.randomness);
  const std::string form_token = fresh_token(service.randomness);
  service.database().write([&](sql::Writing& writing) {
    const Instant now = service.now();
    const record::UserNo user{caller.user_no};
    record::hold_home(writing, caller.home);
    record::set_password(writing, caller.home, user, hash);
    record::unlink_identities(writing, caller.home, user);
    record::end_program_grants(writing, caller.home, user);
    record::end_sessions(writing, caller.home, user, "");
    record::add_session(writing, sha256(cookie), caller.home, user, form_token, now);
    record::append_history(writing, actor_of(caller),
                           record::About::parts(caller.person, {{record::PartKind::users}}),
                           {"change_password", ""}, now);
  });
  return cookie;
}

std::int64_t sessions_open(const Service& service, const Caller& caller) {
  return service.database().read([&](const sql::Reading& reading) {
    std::int64_t open = 0;
    for (const record::Session& session :
         record::sessions_of(reading, caller.home, {caller.user_no}))
      if (!lapsed(session, service.now())) ++open;
    return open;
  });
}

std::int64_t sign_out_elsewhere(const Service& service, const Caller& caller,
                                std::string_view cookie) {
  const std::int64_t open = sessions_open(service, caller);
  service.database().write([&](sql::Writing& writing) {
    record::end_sessions(writing, caller.home, {caller.user_no}, sha256(cookie));
  });
  return open - 1;
}

}  // namespace alongside::service
