// SPDX-License-Identifier: Apache-2.0
// Corrections, said and answered.
#include "service/put_right.h"

#include <algorithm>

#include "foundation/base/text.h"
#include "record/agreements.h"
#include "record/corrections.h"
#include "record/people.h"
#include "service/act.h"

namespace alongside::service {
namespace {

constexpr std::size_t name_characters_max = 120;

bool is_theirs(const sql::Reading& reading, const PersonAccess& access,
               const Correction& correction) {
  if (correction.about != CorrectionAbout::agreement) return true;
  return std::ranges::any_of(record::agreements(reading, access), [&](const Agreement& agreement) {
    return agreement.number.value == correction.agreement;
  });
}

/// The last word sorts, as names of an import without a family name do.
std::string family_part(const std::string& name) {
  const std::size_t space = name.rfind(' ');
  return space == std::string::npos ? name : name.substr(space + 1);
}

Outcome<Done> put_identity_right(sql::Writing& writing, const PersonAccess& access,
                                 const CorrectionReply& reply, Day today) {
  std::vector<Fault> faults;
  const std::string name = one_line(reply.name);
  if (name.empty()) faults.push_back({"join.name_missing", "name"});
  if (characters(name) > name_characters_max) faults.push_back({"join.name_long", "name"});
  const auto born = Day::from_iso(reply.born);
  if (!reply.born.empty() && (!born || *born > today))
    faults.push_back({"correction.born_unclear", "born"});
  if (!faults.empty()) return Refusal(std::move(faults));
  record::put_identity_right(writing, access, name, family_part(name), born);
  return Done{};
}

}  // namespace

Outcome<std::string> say_what_is_wrong(const Service& service, const Caller& caller,
                                       const CorrectionDraft& draft, std::string_view once) {
  return change_record(
      service, caller, RecordOf::own(), {"say_what_is_wrong", once},
      [&](sql::Writing& writing, const PersonAccess& access) -> Outcome<Change> {
        CHECK(only_the_person(access));
        TRY(const Correction correction, correction_from(draft));
        if (!is_theirs(writing, access, correction))
          return Refusal("correction.about_missing", "about");
        const auto number = record::add_correction(writing, access, correction, service.now());
        return Change{std::to_string(number), "correction " + std::to_string(number)};
      });
}

Outcome<std::string> answer_correction(const Service& service, const Caller& caller,
                                       const Id<Person>& person, std::string_view correction,
                                       const CorrectionReply& reply, std::string_view once) {
  return change_record(
      service, caller, RecordOf::person(person), {"answer_correction", once},
      [&](sql::Writing& writing, const PersonAccess& access) -> Outcome<Change> {
        CHECK(only_a_professional(access));
        const auto all = record::corrections(writing, access);
        const auto found = std::ranges::find_if(
            all, [&](const Correction& one) { return std::to_string(one.number) == correction; });
        if (found == all.end()) return Refusal("permission.not_found");
        TRY(const CorrectionAnswered answered, correction_answered_from(reply.answer));
        if (!record::answer_correction(writing, access, found->number, answered,
                                       *caller.professional, service.now()))
          return Refusal("correction.answered_already");
        if (found->about == CorrectionAbout::identity &&
            answered.answer == CorrectionAnswer::put_right) {
          const Zone zone = Zone::named(record::site(writing, access.person().home)->zone).value();
          CHECK(put_identity_right(writing, access, reply, zone.day_of(service.now())));
        }
        return Change{"", "correction " + std::to_string(found->number)};
      });
}

}  // namespace alongside::service
