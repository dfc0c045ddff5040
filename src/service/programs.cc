// SPDX-License-Identifier: Apache-2.0
// A key is known by its digest; its scopes are read anew at each request.
#include "service/programs.h"

#include "foundation/base/secret.h"
#include "record/history.h"
#include "record/people.h"
#include "service/program_keys.h"

namespace alongside::service {

std::optional<Program> program_with(const Service& service, std::string_view key) {
  constexpr std::size_t longest = 200;
  if (key.empty() || key.size() > longest) return std::nullopt;
  if (auto let_in = program_let_in(service, key)) return let_in;
  const std::string digest = sha256(key);
  const auto token = service.database().read([&](const sql::Reading& reading) {
    return record::access_token(reading, digest, service.now());
  });
  if (!token) return std::nullopt;
  auto scopes = Scopes::parse(token->scope);
  if (!scopes) return std::nullopt;
  return Program{token->name, *std::move(scopes), token->patient, digest};
}

Outcome<Done> let_in(const Service& service, const AccessToken& token) {
  const auto scopes = Scopes::parse(token.scope);
  if (!scopes) return Refusal("token.scope");
  if (scopes->of_one_person() && token.patient.empty()) return Refusal("token.patient");
  if (token.expires <= service.now()) return Refusal("token.over");
  service.database().write([&](sql::Writing& writing) {
    const Instant now = service.now();
    const auto sites = record::sites(writing);
    for (const Site& at : sites) record::hold_home(writing, at.home);
    record::forget_tokens_before(writing, {now.utc_ms - ms_a_day});
    if (!record::keep_access_token(writing, token)) return;
    const auto person =
        token.patient.empty() ? std::nullopt : record::person_by_source(writing, token.patient);
    for (const Site& at : sites) {
      if (person && at.home != person->home) continue;
      auto about = record::About::parts(person ? std::optional(person->person) : std::nullopt, {});
      if (person) about.relation = Relation::client;
      record::append_history(writing, {at.home, {0}, token.name, "other"}, about,
                             {"let_program_in", token.scope}, now);
    }
  });
  return Done{};
}

}  // namespace alongside::service
