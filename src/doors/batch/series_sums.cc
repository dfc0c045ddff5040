// SPDX-License-Identifier: Apache-2.0
// Charts that remember: CUSUM, EWMA, and sums over single cases.
#include "doors/batch/series_families.h"
#include "foundation/statistics/cumulative.h"

namespace alongside::batch {

void chart_cusum(const SeriesRequest& request, JsonWriter& out) {
  statistics::CusumOptions options;
  options.centre = request.number("center");
  options.sigma = request.number("std_dev");
  if (options.sigma) above_zero(request, "std_dev", 1);
  options.limit = above_zero(request, "h", options.limit);
  options.shift = above_zero(request, "shift", options.shift);
  options.head_start = request.number_or("head_start", 0);
  const auto y = request.numbers("y");
  statistics::Cusum found;
  statistics::cusum(y, options, found);
  out.key("points").begin_object();
  column(out, "pos", y.size(), [&](std::size_t i) { return found.up[i]; });
  column(out, "neg", y.size(), [&](std::size_t i) { return found.down[i]; });
  column(out, "signal_upper", y.size(), [&](std::size_t i) -> bool { return found.signal_up[i]; });
  column(out, "signal_lower", y.size(),
         [&](std::size_t i) -> bool { return found.signal_down[i]; });
  out.end_object().key("summary").begin_object();
  out.key("center").number(found.centre).key("std_dev").number(found.sigma).end_object();
  no_more(out);
}

void chart_ewma(const SeriesRequest& request, JsonWriter& out) {
  statistics::EwmaOptions options;
  options.centre = request.number("center");
  options.sigma = request.number("std_dev");
  options.lambda = request.number_or("lambda", options.lambda);
  options.sigmas = above_zero(request, "nsigmas", options.sigmas);
  if (options.sigma) above_zero(request, "std_dev", 1);
  if (!(options.lambda > 0 && options.lambda <= 1))
    throw SeriesFault{"lambda_out_of_range", "\"lambda\" is above 0 and at most 1."};
  const auto y = request.numbers("y");
  statistics::Ewma found;
  statistics::ewma(y, options, found);
  out.key("points").begin_object();
  column(out, "ewma", y.size(), [&](std::size_t i) { return found.mean[i]; });
  column(out, "lcl", y.size(), [&](std::size_t i) { return found.lower[i]; });
  column(out, "ucl", y.size(), [&](std::size_t i) { return found.upper[i]; });
  column(out, "signal", y.size(), [&](std::size_t i) -> bool { return found.signal[i]; });
  out.end_object().key("summary").begin_object();
  out.key("center").number(found.centre).key("std_dev").number(found.sigma).end_object();
  no_more(out);
}

namespace {

std::vector<double> cases_of(const SeriesRequest& request) {
  auto cases = request.numbers("y");
  for (std::size_t i = 0; i < cases.size(); ++i)
    if (cases[i] != 0 && cases[i] != 1)
      throw SeriesFault{"not_a_case", "Each case is 0 or 1.", i + 1};
  return cases;
}

void write_sums(JsonWriter& out, const statistics::CaseSums& found) {
  const std::size_t size = found.up.size();
  column(out, "cusum_up", size, [&](std::size_t i) { return found.up[i]; });
  column(out, "cusum_down", size, [&](std::size_t i) { return found.down[i]; });
  column(out, "signal_up", size, [&](std::size_t i) -> bool { return found.signal_up[i]; });
  column(out, "signal_down", size, [&](std::size_t i) -> bool { return found.signal_down[i]; });
}

}  // namespace

void chart_bernoulli(const SeriesRequest& request, JsonWriter& out) {
  const auto cases = cases_of(request);
  const double target = above_zero(request, "target", statistics::missing);
  const double odds_ratio = above_zero(request, "odds_ratio", 2);
  const double limit = above_zero(request, "limit", 3.5);
  if (target > static_cast<double>(cases.size()))
    throw SeriesFault{"risk_out_of_range", "\"target\" is more cases than there are."};
  if (target == 1) throw SeriesFault{"risk_out_of_range", "\"target\" is a risk, or over 1 cases."};
  statistics::CaseSums found;
  statistics::bernoulli_cusum(cases, target, odds_ratio, limit, found);
  if (!(found.risk > 0 && found.risk < 1))
    throw SeriesFault{"risk_out_of_range", "The baseline has a risk between 0 and 1."};
  out.key("points").begin_object();
  write_sums(out, found);
  out.end_object().key("summary").begin_object();
  out.key("p0").number(found.risk).key("p1").number(found.risk_up);
  out.key("p2").number(found.risk_down).end_object();
  no_more(out);
}

void chart_risk_adjusted(const SeriesRequest& request, JsonWriter& out) {
  const auto cases = cases_of(request);
  const auto risks = request.numbers("risk");
  same_length(risks.size(), cases.size(), "y and risk");
  for (std::size_t i = 0; i < risks.size(); ++i)
    if (!(risks[i] > 0 && risks[i] < 1))
      throw SeriesFault{"risk_out_of_range", "A risk lies between 0 and 1.", i + 1};
  const double odds_ratio = above_zero(request, "odds_ratio", 2);
  const double limit = above_zero(request, "limit", 4.5);
  const auto after = request.flag_or("reset_after_signal", true) ? statistics::AfterSignal::restart
                                                                 : statistics::AfterSignal::go_on;
  statistics::CaseSums found;
  statistics::risk_adjusted_cusum(cases, risks, odds_ratio, limit, after, found);
  out.key("points").begin_object();
  write_sums(out, found);
  column(out, "vlad", cases.size(), [&](std::size_t i) { return found.vlad[i]; });
  out.end_object().key("summary").begin_object().end_object();
  no_more(out);
}

}  // namespace alongside::batch
