// SPDX-License-Identifier: Apache-2.0
// Options as they were talked about, and what a team offers.
#include "coproduction/option.h"

#include <algorithm>
#include <charconv>

#include "context/circumstances.h"
#include "foundation/base/text.h"

namespace alongside {
namespace {

constexpr std::array sources = {OptionSource::carry_on, OptionSource::own_history,
                                OptionSource::offered, OptionSource::other};

std::string field_of(std::size_t index, std::string_view part) {
  return "option_" + std::to_string(index) + "_" + std::string(part);
}

Option option_from(const OptionDraft& draft, std::size_t index, std::vector<Fault>& faults) {
  Option option;
  const auto source = option_source_from(draft.source);
  const auto standing = option_standing_from(draft.standing);
  if (!source) faults.push_back({"option.source_unknown", field_of(index, "words")});
  if (!standing) faults.push_back({"option.standing_unknown", field_of(index, "standing")});
  option.source = source.value_or(OptionSource::other);
  option.standing = standing.value_or(OptionStanding::considered);
  std::string words = one_line(draft.words);
  if (words.empty() && option.source != OptionSource::carry_on)
    faults.push_back({"option.words_missing", field_of(index, "words")});
  // What is looked up elsewhere was checked there.
  if (option.source == OptionSource::other && characters(words) > option_words_characters_max)
    faults.push_back({"option.words_long", field_of(index, "words")});
  option.words = Private(std::move(words));
  option.version = draft.version;
  option.offer = draft.offer;
  const auto reason = [&](const std::string& typed, std::string_view part) {
    std::string text = tidied(typed);
    if (characters(text) > reason_characters_max)
      faults.push_back({"option.reason_long", field_of(index, part)});
    return Private(std::move(text));
  };
  option.persons_reason = reason(draft.persons_reason, "person");
  option.professionals_reason = reason(draft.professionals_reason, "professional");
  return option;
}

bool names_an_action(std::string_view name) {
  return characters(name) <= action_name_characters_max && name != carry_on_action &&
         std::ranges::all_of(name, [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == ' ' || c == '-';
         });
}

/// What the option page says of it beyond its name.
void fill_facts(Offer& offer, const OfferDraft& draft, std::vector<Fault>& faults) {
  const auto words = [&](const std::string& typed, const char* field) {
    std::string text = tidied(typed);
    if (characters(text) > reason_characters_max) faults.push_back({"offer.asks_long", field});
    return text;
  };
  offer.asks_of_others = words(draft.asks_of_others, "asks_of_others");
  offer.could_go_wrong = words(draft.could_go_wrong, "could_go_wrong");
  offer.evidence = one_line(draft.evidence);
  offer.action = one_line(draft.action);
  if (!names_an_action(offer.action)) faults.push_back({"offer.action_unclear", "action"});
}

}  // namespace

std::string_view code_of(OptionSource source) {
  switch (source) {
    case OptionSource::carry_on:
      return "carry_on";
    case OptionSource::own_history:
      return "own_history";
    case OptionSource::offered:
      return "offered";
    case OptionSource::other:
      return "other";
  }
  return {};
}

std::string_view code_of(OptionStanding standing) {
  switch (standing) {
    case OptionStanding::considered:
      return "considered";
    case OptionStanding::chosen:
      return "chosen";
    case OptionStanding::refused:
      return "refused";
  }
  return {};
}

std::optional<OptionSource> option_source_from(std::string_view code) {
  for (const OptionSource source : sources)
    if (code_of(source) == code) return source;
  return std::nullopt;
}

std::optional<OptionStanding> option_standing_from(std::string_view code) {
  for (const OptionStanding standing : option_standings)
    if (code_of(standing) == code) return standing;
  return std::nullopt;
}

Outcome<std::vector<Option>> options_from(const std::vector<OptionDraft>& drafts) {
  std::vector<Option> options;
  std::vector<Fault> faults;
  for (std::size_t i = 0; i < drafts.size(); ++i)
    if (!drafts[i].standing.empty()) options.push_back(option_from(drafts[i], i, faults));
  if (options.size() > options_max) faults.push_back({"option.too_many", "options"});
  if (!faults.empty()) return Refusal(std::move(faults));
  return options;
}

std::optional<OfferKey> offer_key_from(std::string_view text) {
  OfferKey key;
  const char* const end = text.data() + text.size();
  const auto [dot, team_fault] = std::from_chars(text.data(), end, key.team);
  if (team_fault != std::errc() || dot == end || *dot != '.') return std::nullopt;
  const auto [after, number_fault] = std::from_chars(dot + 1, end, key.number);
  if (number_fault != std::errc() || after != end) return std::nullopt;
  return key;
}

Outcome<Offer> offer_from(const OfferDraft& draft) {
  Offer offer;
  std::vector<Fault> faults;
  offer.name = one_line(draft.name);
  if (offer.name.empty()) faults.push_back({"offer.name_missing", "name"});
  if (characters(offer.name) > option_words_characters_max)
    faults.push_back({"offer.name_long", "name"});
  offer.what_it_asks = tidied(draft.what_it_asks);
  if (characters(offer.what_it_asks) > reason_characters_max)
    faults.push_back({"offer.asks_long", "what_it_asks"});
  const std::string minutes = one_line(draft.minutes);
  if (!minutes.empty()) {
    offer.minutes = minutes_a_week_from(minutes);
    if (!offer.minutes) faults.push_back({"circumstances.minutes_unclear", "minutes"});
  }
  fill_facts(offer, draft, faults);
  if (!faults.empty()) return Refusal(std::move(faults));
  return offer;
}

}  // namespace alongside
