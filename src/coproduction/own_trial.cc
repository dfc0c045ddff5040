// SPDX-License-Identifier: Apache-2.0
// Blocks, days, and what was answered on them.
#include "coproduction/own_trial.h"

#include <algorithm>
#include <charconv>

#include "foundation/base/text.h"

namespace alongside {
namespace {

std::optional<std::int64_t> whole_between(std::string_view text, std::int64_t low,
                                          std::int64_t high) {
  const std::string typed = one_line(text);
  std::int64_t number = 0;
  const char* const end = typed.data() + typed.size();
  const auto [at, fault] = std::from_chars(typed.data(), end, number);
  if (fault != std::errc() || at != end || number < low || number > high) return std::nullopt;
  return number;
}

class Reader {
 public:
  std::vector<Fault> faults;

  std::int64_t number(std::string_view text, std::int64_t low, std::int64_t high, const char* key,
                      const char* field) {
    const auto found = whole_between(text, low, high);
    if (!found) faults.push_back({key, field});
    return found.value_or(low);
  }
  TrialArm arm(std::string_view typed, const Agreement& agreement, const char* field) {
    TrialArm arm;
    const auto most = static_cast<std::int64_t>(agreement.options.size());
    const auto option = whole_between(typed, 0, most);
    if (!option) {
      faults.push_back({"trial.option_missing", field});
      return arm;
    }
    arm.option = *option;
    if (*option == 0) return arm;
    const Option& of = agreement.options[static_cast<std::size_t>(*option - 1)];
    arm.offer = of.offer;
    arm.words = of.words;
    if (of.source == OptionSource::carry_on) arm.option = 0;
    return arm;
  }
};

std::optional<Day> first_day(std::string_view text, Day today) {
  const auto day = Day::from_iso(one_line(text));
  if (!day || *day < today || *day > today.plus(trial_begins_days_max)) return std::nullopt;
  return day;
}

}  // namespace

std::vector<TrialBlock> blocks_of(const TrialPlan& plan) {
  std::vector<TrialBlock> blocks;
  Day next = plan.begins;
  for (const bool b_first : plan.b_first)
    for (const bool is_b : {b_first, !b_first}) {
      TrialBlock block{is_b, next, next, next};
      const bool changes = !blocks.empty() && blocks.back().is_b != is_b;
      if (changes)
        block.counts = next.plus(blocks.back().is_b ? plan.b.washout_days : plan.a.washout_days);
      block.to = block.counts.plus(plan.block_days - 1);
      next = block.to.plus(1);
      blocks.push_back(block);
    }
  return blocks;
}

Day last_day_of(const TrialPlan& plan) {
  const auto blocks = blocks_of(plan);
  return blocks.empty() ? plan.begins : blocks.back().to;
}

TrialDay day_in(const TrialPlan& plan, Day day) {
  TrialDay found;
  if (day < plan.begins) return found;
  std::int64_t counted = 0;
  for (const TrialBlock& block : blocks_of(plan)) {
    if (day > block.to) {
      counted += plan.block_days;
      continue;
    }
    found.is_b = block.is_b;
    found.is = day < block.counts ? TrialDay::Is::washing_out : TrialDay::Is::counting;
    found.day = counted + (day < block.counts ? 0 : day.number - block.counts.number + 1);
    found.of = 2 * plan.pairs() * plan.block_days;
    return found;
  }
  found.is = TrialDay::Is::over;
  return found;
}

bool is_over(const TrialPlan& plan, Day today) {
  return plan.stopped_at || today > last_day_of(plan);
}

Outcome<TrialPlan> trial_plan_from(const TrialDraft& draft, const Agreement& agreement, AimNo aim,
                                   const std::vector<AimNumber>& numbers, Day today,
                                   Randomness& chance) {
  Reader read;
  TrialPlan plan;
  plan.aim = aim;
  plan.agreement = agreement.number;
  plan.a = read.arm(draft.a, agreement, "a");
  plan.b = read.arm(draft.b, agreement, "b");
  if (read.faults.empty() && plan.a.option == plan.b.option)
    read.faults.push_back({"trial.same_option", "b"});
  plan.a.washout_days =
      read.number(draft.washout_a, 0, trial_washout_days_max, "trial.washout_unclear", "washout_a");
  plan.b.washout_days =
      read.number(draft.washout_b, 0, trial_washout_days_max, "trial.washout_unclear", "washout_b");
  plan.block_days = read.number(draft.block_days, trial_block_days_min, trial_block_days_max,
                                "trial.days_unclear", "block_days");
  const std::int64_t pairs =
      read.number(draft.pairs, trial_pairs_min, trial_pairs_max, "trial.pairs_unclear", "pairs");
  const auto asked = std::ranges::find_if(numbers, [&](const AimNumber& number) {
    return number.asked && number.aim == aim.value &&
           std::to_string(number.number) == one_line(draft.number);
  });
  if (asked == numbers.end())
    read.faults.push_back({"trial.number_missing", "number"});
  else
    plan.asked = asked->number;
  std::string rule = tidied(draft.stop_rule);
  if (rule.empty()) read.faults.push_back({"trial.stop_rule_missing", "stop_rule"});
  if (characters(rule) > stop_rule_characters_max)
    read.faults.push_back({"option.reason_long", "stop_rule"});
  plan.stop_rule = Private(std::move(rule));
  const auto begins = first_day(draft.begins, today);
  if (!begins) read.faults.push_back({"trial.begins_unclear", "begins"});
  plan.begins = begins.value_or(today);
  if (draft.suits != "yes") read.faults.push_back({"trial.suits_missing", "suits"});
  if (!read.faults.empty()) return Refusal(std::move(read.faults));
  for (std::int64_t pair = 0; pair < pairs; ++pair) plan.b_first.push_back(chance.below(2) == 1);
  return plan;
}

std::vector<TrialValue> trial_values(const TrialPlan& plan, const AimNumber& number,
                                     const Zone& zone, Day today) {
  const Day end = plan.stopped_at ? std::min(zone.day_of(*plan.stopped_at), today) : today;
  std::vector<TrialValue> values;
  for (const TrialBlock& block : blocks_of(plan))
    for (Day day = block.counts; day <= block.to && day <= end; day = day.plus(1)) {
      TrialValue value{day, block.is_b, {}};
      for (const NumberAnswer& answer : number.answers)
        if (zone.day_of(answer.said_at) == day) value.value = answer.value;
      values.push_back(value);
    }
  return values;
}

}  // namespace alongside
