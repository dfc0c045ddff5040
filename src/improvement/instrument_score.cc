// SPDX-License-Identifier: Apache-2.0
// Sum, mean, and unhealthy days.
#include "improvement/instrument_score.h"

#include <algorithm>

namespace alongside {
namespace {

constexpr std::int64_t days_max = 30;

bool stands(const Instrument& instrument, std::size_t item, std::int64_t answer) {
  if (instrument.items[item].kind == ItemKind::days) return answer >= 0 && answer <= days_max;
  return std::ranges::any_of(instrument.answers,
                             [&](const InstrumentAnswer& one) { return one.value == answer; });
}

std::optional<double> unhealthy_days(InstrumentAnswers answers) {
  if (answers.size() < 3 || !answers[1] || !answers[2]) return std::nullopt;
  return static_cast<double>(std::min(days_max, *answers[1] + *answers[2]));
}

}  // namespace

std::optional<double> score_of(const Instrument& instrument, InstrumentAnswers answers) {
  if (instrument.rule == ScoreRule::none || answers.size() != instrument.items.size())
    return std::nullopt;
  double sum = 0;
  std::size_t answered = 0;
  for (std::size_t item = 0; item < answers.size(); ++item) {
    if (!answers[item]) continue;
    if (!stands(instrument, item, *answers[item])) return std::nullopt;
    sum += static_cast<double>(*answers[item]);
    ++answered;
  }
  if (instrument.rule == ScoreRule::unhealthy_days) return unhealthy_days(answers);
  if (answered == 0 || answers.size() - answered > instrument.missing_max) return std::nullopt;
  return instrument.rule == ScoreRule::mean ? sum / static_cast<double>(answered) : sum;
}

bool alerts(const Instrument& instrument, InstrumentAnswers answers) {
  if (!instrument.alert_item || *instrument.alert_item >= answers.size()) return false;
  const auto& answer = answers[*instrument.alert_item];
  return answer && *answer >= instrument.alert_from;
}

}  // namespace alongside
