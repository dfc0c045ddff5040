// SPDX-License-Identifier: Apache-2.0
// Refusals, before anything is worked out.
#include "doors/cli/chart_checks.h"

#include <algorithm>
#include <map>

#include "doors/cli/chart_sheet.h"
#include "doors/cli/chart_words.h"

namespace alongside::cli {
namespace {

using statistics::ChartKind;
using statistics::TextbookKind;

constexpr std::size_t mdc_baseline_min = 12;

void check_profile(const ChartOptions& options) {
  const bool automatic = options.kind == "auto";
  if (options.profile == "mdc" && !automatic && options.kind != "i")
    refuse("The charts of this profile are of kind i: --profile, --chart");
  const bool of_pbcharts = options.kind == "run" || options.kind == "i" || options.kind == "ms";
  if (options.profile == "pbcharts" && !automatic && !of_pbcharts)
    refuse("The charts of this profile are run, i and ms: --profile, --chart");
  if (options.profile == "autospc" &&
      (!options.phases.empty() || options.baseline > 0 || !options.baseline_until.empty() ||
       !options.leave_out.empty() || options.centre))
    refuse("This profile finds its phases and baselines by itself: --profile, --phase");
}

}  // namespace

void check_options(const ChartOptions& options) {
  if (options.kind != "auto" && name_of(options.kind).empty())
    refuse("--chart: \"" + options.kind +
           "\" is none of run, i, mr, ip, ms, xbar, s, r, t, p, pp, np, c, cp, u, up, g, cusum, "
           "ewma, b, racusum, vlad, funnel");
  if (options.lambda || options.shift || options.odds_ratio || options.limit ||
      !options.risk.empty())
    refuse("--lambda, --shift, --odds-ratio, --limit and --risk are for charts that add up");
  const bool takes_sigma = options.kind == "i" || options.kind == "ip" || options.kind == "xbar";
  if (options.sigma && !takes_sigma) refuse("--sigma is for --chart i, ip and xbar");
  if (options.baseline > 0 && !options.baseline_until.empty())
    refuse("Give --baseline or --baseline-until, not both");
  check_profile(options);
}

void check_values(ChartKind kind, const ChartTable& table) {
  const bool share = kind == ChartKind::p || kind == ChartKind::pp;
  const bool rate = kind == ChartKind::u || kind == ChartKind::up;
  const bool count =
      share || rate || kind == ChartKind::c || kind == ChartKind::cp || kind == ChartKind::g;
  if ((share || rate) && table.n.empty()) refuse("This chart needs a column of denominators: --n");
  for (std::size_t i = 0; i < table.y.size(); ++i) {
    const std::string line = "line " + std::to_string(table.lines[i]) + ": ";
    if (count && table.y[i] < 0) refuse(line + "a count is not below zero");
    if (kind == ChartKind::t && table.y[i] <= 0) refuse(line + "time between events is above zero");
    if (!table.n.empty() && table.n[i] < 0) refuse(line + "a denominator is not below zero");
    if (share && table.y[i] > table.n[i])
      refuse(line + "a count is not more than what it is out of");
  }
}

void check_groups(const Charted& charted) {
  if (charted.code != "s" && charted.code != "r" && charted.code != "xbar") return;
  const bool several =
      std::ranges::any_of(charted.observations, [](const auto& at) { return at.rows > 1; });
  if (!several) refuse("This chart is of several values a time; here each time has one: --chart i");
}

void check_points(const Charted& charted, const ChartOptions& options) {
  const auto points = static_cast<std::int64_t>(charted.labels.size());
  if (options.baseline > points) refuse("--baseline ends past the last point");
  const bool probability = charted.kind == ChartKind::p || charted.kind == ChartKind::c ||
                           charted.kind == ChartKind::u || charted.kind == ChartKind::g ||
                           charted.kind == ChartKind::t;
  if (options.limits == "probability" &&
      (!probability || textbook_kind(charted.code, options.profile)))
    refuse("--limits probability is for p, c, u, g and t");
  if (options.target.size() > 0 && charted.kind == ChartKind::mr)
    refuse("A moving range chart has no target: --target");
  const bool share = charted.kind == ChartKind::p || charted.kind == ChartKind::pp;
  const bool count = share || charted.kind == ChartKind::c || charted.kind == ChartKind::u ||
                     charted.kind == ChartKind::g || charted.kind == ChartKind::cp ||
                     charted.kind == ChartKind::up;
  if (options.centre && ((count && *options.centre < 0) || (share && *options.centre > 1)))
    refuse("--centre lies where no value of this chart can");
  std::vector<std::size_t> ends = charted.phase_starts;
  ends.push_back(charted.labels.size());
  std::size_t begins = 0;
  for (const std::size_t end : ends) {
    const auto inside = [&](std::size_t last) { return last >= begins && last < end; };
    if (std::ranges::count_if(charted.baseline_last, inside) > 1)
      refuse("--baseline-until: two in one phase");
    const std::size_t base =
        options.baseline > 0 ? static_cast<std::size_t>(options.baseline) : end - begins;
    for (const std::size_t last : charted.baseline_last)
      if (inside(last) && options.profile == "mdc" && last - begins + 1 < mdc_baseline_min)
        refuse("A baseline of this profile has at least 12 points: --baseline-until");
    if (options.profile == "mdc" && options.baseline > 0 && base < mdc_baseline_min)
      refuse("A baseline of this profile has at least 12 points: --baseline");
    begins = end;
  }
}

std::optional<TextbookKind> textbook_kind(const std::string& code, const std::string& profile) {
  static const std::map<std::string_view, TextbookKind> of_qcc = {
      {"i", TextbookKind::one}, {"xbar", TextbookKind::xbar}, {"s", TextbookKind::s},
      {"p", TextbookKind::p},   {"c", TextbookKind::c},       {"u", TextbookKind::u}};
  if (code == "np") return TextbookKind::np;
  if (code == "r") return TextbookKind::r;
  if (profile != "qcc") return std::nullopt;
  const auto found = of_qcc.find(code);
  if (found == of_qcc.end()) refuse("qcc has no chart \"" + code + "\": --profile");
  return found->second;
}

std::size_t point_at(const std::vector<std::string>& labels, const std::string& label,
                     std::string_view option) {
  const auto found = std::ranges::find(labels, label);
  if (found == labels.end())
    refuse(std::string(option) + ": there is no row \"" + label + "\" in the column of times");
  return static_cast<std::size_t>(found - labels.begin());
}

}  // namespace alongside::cli
