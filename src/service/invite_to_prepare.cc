// SPDX-License-Identifier: Apache-2.0
// Making, entering and recognising codes.
#include "service/invite_to_prepare.h"

#include "foundation/base/secret.h"
#include "foundation/base/text.h"
#include "record/people.h"
#include "record/visit_invitations.h"
#include "service/act.h"

namespace alongside::service {
namespace {

std::string new_code(Randomness& randomness) {
  std::string code;
  for (std::size_t i = 0; i < code_length; ++i)
    code += code_letters[randomness.below(code_letters.size())];
  return code;
}

std::optional<record::VisitInvitation> holding(const Service& service, const sql::Reading& reading,
                                               std::string_view code) {
  const std::string known = code_from(code);
  if (known.empty()) return std::nullopt;
  auto invitation = record::visit_invitation(reading, sha256(known));
  if (!invitation || !invitation->holds(service.now())) return std::nullopt;
  return invitation;
}

}  // namespace

std::string code_from(std::string_view typed) {
  std::string code;
  for (const char letter : typed) {
    if (letter == '-' || letter == ' ' || letter == '.') continue;
    code += letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
    if (code_letters.find(code.back()) == std::string_view::npos || code.size() > code_length)
      return {};
  }
  return code.size() == code_length ? code : std::string();
}

std::string code_in_two(std::string_view code) {
  std::string shown(code.substr(0, code_length / 2));
  shown += '-';
  shown += code.substr(code_length / 2);
  return shown;
}

Outcome<std::string> invite_to_prepare(const Service& service, const Caller& caller,
                                       const Id<Person>& person, std::string_view once) {
  const std::string code = new_code(service.randomness);
  bool made = false;
  TRY(const std::string before,
      change_record(service, caller, RecordOf::person(person), {"invite_to_prepare", once},
                    [&](sql::Writing& writing, const PersonAccess& access) -> Outcome<Change> {
                      CHECK(only_a_professional(access));
                      record::add_visit_invitation(writing, access, sha256(code), service.now());
                      made = true;
                      return Change{"", ""};
                    }));
  return made ? code : before;
}

std::optional<CodeView> look_at_code(const Service& service, std::string_view code) {
  return service.database().read([&](const sql::Reading& reading) -> std::optional<CodeView> {
    const auto invitation = holding(service, reading, code);
    if (!invitation) return std::nullopt;
    return CodeView{record::invited_person(reading, *invitation).born.has_value()};
  });
}

Outcome<std::string> enter_by_code(const Service& service, std::string_view code,
                                   std::string_view year) {
  const std::string code_hash = sha256(code_from(code));
  const std::string cookie = fresh_token(service.randomness);
  bool wrong = false;
  const auto entered = service.database().write([&](sql::Writing& writing) -> Outcome<Done> {
    wrong = false;
    const auto invitation = holding(service, writing, code);
    if (!invitation) return Refusal("prepare.code_over", "code");
    record::hold_home(writing, invitation->person.home);
    const auto person = record::invited_person(writing, *invitation);
    if (person.born && one_line(year) != std::to_string(person.born->year())) {
      record::count_birth_year_try(writing, code_hash);
      wrong = true;
      return Done{};  // The try is kept.
    }
    record::add_guest_session(writing, sha256(cookie), code_hash, service.now());
    return Done{};
  });
  if (!entered) return entered.refusal();
  if (wrong) return Refusal("prepare.year_wrong", "year");
  return cookie;
}

std::optional<Caller> guest_of(const Service& service, std::string_view code,
                               std::string_view cookie) {
  if (cookie.size() != 64) return std::nullopt;
  return service.database().read([&](const sql::Reading& reading) -> std::optional<Caller> {
    const auto invitation = holding(service, reading, code);
    const std::string code_hash = sha256(code_from(code));
    if (!invitation || !record::has_guest_session(reading, sha256(cookie), code_hash))
      return std::nullopt;
    Caller guest;
    guest.home = invitation->person.home;
    guest.name = record::invited_person(reading, *invitation).name.disclose();
    guest.guest = Caller::Guest{invitation->person, code_hash};
    return guest;
  });
}

}  // namespace alongside::service
