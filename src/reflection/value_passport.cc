// SPDX-License-Identifier: Apache-2.0
// Passports, checked.
#include "reflection/value_passport.h"

#include <algorithm>

#include "foundation/base/text.h"

namespace alongside {
namespace {

constexpr std::array<std::string_view, passport_lines.size()> codes = {"communication",
                                                                       "self_efficacy",
                                                                       "interconnectedness",
                                                                       "cost",
                                                                       "professional_experience",
                                                                       "right_care",
                                                                       "chain",
                                                                       "shop",
                                                                       "network",
                                                                       "access"};

std::optional<std::int64_t> level_in(const std::string& typed, const std::string& field,
                                     std::vector<Fault>& faults) {
  if (typed.empty()) return std::nullopt;
  const auto level = whole_number(typed);
  if (!level || *level < 0 || *level > passport_level_max) faults.push_back({"value.level", field});
  return level;
}

std::string words_in(const std::string& typed, const std::string& field,
                     std::vector<Fault>& faults) {
  std::string words = tidied(typed);
  if (characters(words) > passport_characters_max) faults.push_back({"value.long", field});
  return words;
}

}  // namespace

std::string_view code_of(PassportLine line) { return codes[static_cast<std::size_t>(line)]; }

std::string passport_field(PassportLine line, std::string_view part) {
  return std::string(code_of(line)) + "_" + std::string(part);
}

Outcome<ValuePassport> passport_from(const PassportDraft& draft, Day today) {
  std::vector<Fault> faults;
  ValuePassport passport;
  const auto day = Day::from_iso(one_line(draft.as_of));
  if (!day || *day > today) faults.push_back({"value.day", "as_of"});
  passport.as_of = day.value_or(today);
  for (std::size_t i = 0; i < passport_lines.size(); ++i) {
    const PassportLineDraft& typed = draft.lines[i];
    const auto field = [&](std::string_view part) {
      return passport_field(passport_lines[i], part);
    };
    PassportView& view = passport.lines[i];
    view.professionals = level_in(typed.professionals, field("professionals"), faults);
    view.partners = level_in(typed.partners, field("partners"), faults);
    view.seen = words_in(typed.seen, field("seen"), faults);
    view.next_step = words_in(typed.next_step, field("next"), faults);
  }
  const bool nothing = std::ranges::all_of(
      passport.lines, [](const PassportView& view) { return view == PassportView(); });
  if (faults.empty() && nothing) faults.push_back({"value.nothing", "as_of"});
  if (!faults.empty()) return Refusal(std::move(faults));
  return passport;
}

std::vector<PassportLine> seen_differently(const ValuePassport& passport) {
  std::vector<PassportLine> lines;
  for (const PassportLine line : passport_lines) {
    const PassportView& view = passport.at(line);
    if (!view.professionals || !view.partners) continue;
    const std::int64_t apart = *view.professionals - *view.partners;
    if (apart >= 2 || apart <= -2) lines.push_back(line);
  }
  return lines;
}

}  // namespace alongside
