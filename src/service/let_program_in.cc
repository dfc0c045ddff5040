// SPDX-License-Identifier: Apache-2.0
// A scope is a list of words; each stands for one thing to agree to.
#include "service/let_program_in.h"

#include <algorithm>
#include <set>

#include "foundation/base/secret.h"
#include "foundation/base/text.h"
#include "record/people.h"
#include "service/act.h"
#include "service/scopes.h"

namespace alongside::service {
namespace {

constexpr std::size_t challenge_bytes = 43;  // 256 bits in base64url

/// Over what is about a person. "system/" is never given by somebody who is signed in.
bool is_about(std::string_view word) {
  return (word.starts_with("patient/") || word.starts_with("user/")) &&
         Scopes::parse(word).has_value();
}

bool is_who(std::string_view word) {
  return word == "openid" || word == "fhirUser" || word == "profile";
}

std::string_view type_of(std::string_view word) {
  const std::size_t from = word.find('/') + 1;
  return word.substr(from, word.rfind('.') - from);
}

bool allows_any(std::string_view word, std::initializer_list<Interaction> interactions) {
  const auto scopes = Scopes::parse(word);
  return scopes && std::ranges::any_of(interactions, [&](Interaction one) {
           return scopes->allow(type_of(word), one);
         });
}

bool reads(std::string_view word) {
  return allows_any(word, {Interaction::read, Interaction::search});
}
bool writes(std::string_view word) {
  return allows_any(word, {Interaction::create, Interaction::update, Interaction::remove});
}

/// The word without the letters that write.
std::string only_reading(std::string_view word) {
  std::string narrowed(word.substr(0, word.rfind('.') + 1));
  if (allows_any(word, {Interaction::read})) narrowed += 'r';
  if (allows_any(word, {Interaction::search})) narrowed += 's';
  return narrowed;
}

/// What was asked and agreed to, each word once and in its order.
std::string agreed_scope(std::string_view asked, const LetIn& agreed) {
  std::vector<std::string> words;
  const auto give = [&](std::string word) {
    if (std::ranges::find(words, word) == words.end()) words.push_back(std::move(word));
  };
  for (const std::string_view word : split(asked, ' ')) {
    if (is_who(word) || word == "launch/patient" || (word == "offline_access" && agreed.stays))
      give(std::string(word));
    if (!is_about(word)) continue;
    if (agreed.writes || !writes(word))
      give(std::string(word));
    else if (reads(word))
      give(only_reading(word));
  }
  std::string scope;
  for (const std::string& word : words) scope += (scope.empty() ? "" : " ") + word;
  return scope;
}

bool ends_alike(std::string_view audience, std::string_view base) {
  if (audience.ends_with('/')) audience.remove_suffix(1);
  return audience == base;
}

std::string fault_of(const ProgramAsks& asks, const AskedOf& asked, std::string_view base) {
  if (asks.response_type != "code") return "unsupported_response_type";
  if (asks.scope.size() > scope_bytes_max || (!asked.who && !asked.about)) return "invalid_scope";
  if (asks.state.size() > state_bytes_max || asks.nonce.size() > state_bytes_max ||
      !ends_alike(asks.audience, base) || asks.challenge_method != "S256" ||
      asks.challenge.size() != challenge_bytes)
    return "invalid_request";
  return {};
}

/// Whom it is about; nothing where it asks only who is signed in.
Outcome<std::optional<PersonKey>> about_whom(const sql::Reading& reading, const Caller& caller,
                                             const AskedOf& asked, const LetIn& agreed,
                                             Instant now) {
  if (!asked.about) return std::optional<PersonKey>();
  if (!agreed.person && !caller.person) return Refusal("program.whom", "person");
  const RecordOf whose = agreed.person ? RecordOf::person(*agreed.person) : RecordOf::own();
  TRY(const PersonAccess access, Permission::to_record(reading, caller, whose, Doing::change, now));
  return std::optional(access.person());
}

}  // namespace

AskedOf parts_of(std::string_view scope) {
  AskedOf asked;
  std::set<std::string> read;
  std::set<std::string> written;
  for (const std::string_view word : split(scope, ' ')) {
    if (is_who(word)) asked.who = true;
    if (word == "offline_access") asked.stays = true;
    if (word == "launch/patient") asked.about = true;
    if (!is_about(word)) continue;
    asked.about = true;
    if (reads(word)) read.emplace(type_of(word));
    if (writes(word)) written.emplace(type_of(word));
  }
  asked.reads = !read.empty();
  asked.writes = !written.empty();
  asked.reads_of.assign(read.begin(), read.end());
  asked.writes_of.assign(written.begin(), written.end());
  return asked;
}

Outcome<ProgramRequest> request_of(const Service& service, const ProgramAsks& asks,
                                   std::string_view base) {
  auto program = service.database().read(
      [&](const sql::Reading& reading) { return record::known_program(reading, asks.program); });
  if (!program) return Refusal("program.unknown");
  if (!comes_back_to(*program, asks.returns_to)) return Refusal("program.elsewhere");
  ProgramRequest request{*std::move(program), parts_of(asks.scope)};
  request.error = fault_of(asks, request.asked, base);
  return request;
}

Outcome<std::string> let_program_in(const Service& service, const Caller& caller,
                                    const ProgramAsks& asks, std::string_view base,
                                    const LetIn& agreed) {
  TRY(const ProgramRequest request, request_of(service, asks, base));
  if (!request.error.empty()) return Refusal("program.unknown");
  if (!caller.person && !caller.professional) return Refusal("program.not_you");
  const Instant now = service.now();
  const std::string id = uuid_v7(now, service.randomness);
  const std::string code =
      std::to_string(caller.home.value) + "." + id + "." + fresh_token(service.randomness);
  CHECK(service.database().write([&](sql::Writing& writing) -> Outcome<Done> {
    record::hold_home(writing, caller.home);
    TRY(const auto person, about_whom(writing, caller, request.asked, agreed, now));
    LetIn given = agreed;
    // What comes back without anybody is given by the person alone.
    given.stays = agreed.stays && person && caller.person == person->person;
    record::ProgramGrant grant;
    grant.home = caller.home;
    grant.id = id;
    grant.user = {caller.user_no};
    grant.program = request.program.id;
    if (person) grant.person = person->person;
    grant.scope = agreed_scope(asks.scope, given);
    if (const AskedOf left = parts_of(grant.scope); !left.who && !left.reads && !left.writes)
      return Refusal("program.nothing_agreed", "writes-yes");
    grant.returns_to = asks.returns_to;
    grant.challenge = asks.challenge;
    grant.nonce = asks.nonce;
    grant.code_digest = sha256(code);
    grant.given = now;
    grant.code_until = {now.utc_ms + code_seconds * 1000};
    record::forget_program_grants_before(writing, caller.home, now);
    record::add_program_grant(writing, grant);
    // Who somebody is, is theirs too.
    const auto whose = person ? std::optional(person->person) : caller.person;
    auto about = record::About::parts(whose, {});
    if (whose) about.relation = caller.person == *whose ? Relation::self : Relation::team_member;
    record::append_history(writing, actor_of(caller), about,
                           {"let_program_in", request.program.name}, now);
    return Done{};
  }));
  return code;
}

std::vector<LetInNow> let_in_by(const Service& service, const Caller& caller) {
  const Instant now = service.now();
  return service.database().read([&](const sql::Reading& reading) {
    std::vector<LetInNow> all;
    for (const auto& grant :
         record::program_grants_of(reading, caller.home, {caller.user_no}, now)) {
      const auto program = record::known_program(reading, grant.program);
      if (!program) continue;
      LetInNow one{grant.id,    program->name,
                   {},          parts_of(grant.scope),
                   grant.given, std::max(grant.key_until, grant.refresh_until)};
      if (grant.person && grant.person != caller.person) {
        const auto id = record::public_id(reading, {caller.home, *grant.person});
        const auto access =
            Permission::to_record(reading, caller, RecordOf::person(id), Doing::look, now);
        if (!access) continue;  // It reaches nobody any more.
        one.about = record::person(reading, access.value()).name.disclose();
      }
      all.push_back(std::move(one));
    }
    return all;
  });
}

Outcome<Done> end_let_in(const Service& service, const Caller& caller, std::string_view id) {
  return service.database().write([&](sql::Writing& writing) -> Outcome<Done> {
    record::hold_home(writing, caller.home);
    const auto grant = record::program_grant(writing, caller.home, id);
    if (!grant || grant->user.value != caller.user_no) return Refusal("permission.not_found");
    const auto program = record::known_program(writing, grant->program);
    record::end_program_grant(writing, caller.home, grant->user, id);
    auto about = record::About::parts(grant->person, {});
    if (grant->person)
      about.relation = caller.person == grant->person ? Relation::self : Relation::team_member;
    record::append_history(writing, actor_of(caller), about,
                           {"end_let_in", program ? program->name : std::string()}, service.now());
    return Done{};
  });
}

}  // namespace alongside::service
