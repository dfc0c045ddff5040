// SPDX-License-Identifier: Apache-2.0
// Every number that a person sees on the option page goes back to the posterior, and the posterior
// to the rows: worked out here once more, from the rows, without the engine.
#include "doors/web/what_could_help.h"

#include <gtest/gtest.h>

#include <cmath>
#include <regex>

#include "clinic.h"
#include "doors/exchange/person_bundle.h"
#include "doors/web/door.h"
#include "doors/web/sign_in.h"
#include "foundation/base/secret.h"
#include "made_up_clinics.h"
#include "record/aims.h"
#include "record/learning.h"
#include "service/learn_from_records.h"
#include "service/make_offer.h"
#include "service/my_people.h"
#include "service/put_options_together.h"

namespace alongside::web {
namespace {

using Matrix = std::vector<std::vector<double>>;

/// By elimination; small, and nothing of the engine's.
Matrix inverse_of(Matrix a) {
  const std::size_t n = a.size();
  Matrix b(n, std::vector<double>(n, 0));
  for (std::size_t i = 0; i < n; ++i) b[i][i] = 1;
  for (std::size_t i = 0; i < n; ++i) {
    std::size_t pivot = i;
    for (std::size_t r = i; r < n; ++r)
      if (std::abs(a[r][i]) > std::abs(a[pivot][i])) pivot = r;
    std::swap(a[i], a[pivot]);
    std::swap(b[i], b[pivot]);
    const double head = a[i][i];
    for (std::size_t c = 0; c < n; ++c) a[i][c] /= head, b[i][c] /= head;
    for (std::size_t r = 0; r < n; ++r) {
      if (r == i) continue;
      const double by = a[r][i];
      for (std::size_t c = 0; c < n; ++c) a[r][c] -= by * a[i][c], b[r][c] -= by * b[i][c];
    }
  }
  return b;
}

double normal(double z) { return 0.5 * std::erfc(-z / std::sqrt(2.0)); }

/// Rows of persons with one row each, all of one aim and all chosen: the model written out.
struct ByHand {
  std::vector<double> prior_sd;
  std::vector<double> mean;
  Matrix covariance;
  double spread = 1;

  ByHand(const learning::OutcomeTable& rows, const learning::Release& release, std::size_t sites) {
    const auto sd = [&](const char* name, double otherwise) {
      return release.sd_named(name, otherwise);
    };
    // mu, x, chosen, aim, k, kx, bias, then sites, then action at sites.
    prior_sd = {1, 0.5, 0.5, sd("aim", 0.3), 0.35, sd("kx", 0.15), 0.2};
    prior_sd.insert(prior_sd.end(), sites, sd("site", 0.2));
    prior_sd.insert(prior_sd.end(), sites, sd("ksite", 0.2));
    spread = std::hypot(sd("person", 0.5), sd("sigma", 1));
    const std::size_t n = prior_sd.size();
    Matrix precision(n, std::vector<double>(n, 0));
    std::vector<double> right(n, 0);
    for (std::size_t row = 0; row < rows.rows(); ++row) {
      const bool walks = rows.action[row] == "walking";
      const auto site = static_cast<std::size_t>(rows.site[row].back() - '1');
      const auto x = columns(walks, site, sites, rows.circumstance[0][row]);
      for (std::size_t i = 0; i < n; ++i) {
        right[i] += x[i] * rows.outcome[row] / (spread * spread);
        for (std::size_t j = 0; j < n; ++j) precision[i][j] += x[i] * x[j] / (spread * spread);
      }
    }
    for (std::size_t i = 0; i < n; ++i) precision[i][i] += 1 / (prior_sd[i] * prior_sd[i]);
    covariance = inverse_of(precision);
    mean.assign(n, 0);
    for (std::size_t i = 0; i < n; ++i)
      for (std::size_t j = 0; j < n; ++j) mean[i] += covariance[i][j] * right[j];
  }

  static std::vector<double> columns(bool walks, std::size_t site, std::size_t sites, double x) {
    std::vector<double> row(7 + 2 * sites, 0);
    row[0] = row[2] = row[3] = 1;
    row[1] = x;
    row[4] = row[6] = walks ? 1 : 0;
    row[5] = walks ? x : 0;
    if (site < sites) row[7 + site] = 1;
    if (site < sites && walks) row[7 + sites + site] = 1;
    return row;
  }

  /// At a site that no row has: its spread is added.
  std::array<int, 3> of_100(bool walks, double site_sd, double ksite_sd, double cut) const {
    const auto x = columns(walks, 99, (mean.size() - 7) / 2, 0);
    double change = 0;
    double variance = site_sd * site_sd + (walks ? ksite_sd * ksite_sd : 0);
    for (std::size_t i = 0; i < x.size(); ++i) {
      change += x[i] * mean[i];
      for (std::size_t j = 0; j < x.size(); ++j) variance += x[i] * x[j] * covariance[i][j];
    }
    const double sd = std::sqrt(variance);
    constexpr double z80 = 1.2815515655446004;
    const auto whole = [](double share) { return static_cast<int>(std::lround(100 * share)); };
    return {whole(normal((change - cut) / std::hypot(spread, sd))),
            whole(normal((change - z80 * sd - cut) / spread)),
            whole(normal((change + z80 * sd - cut) / spread))};
  }
};

std::string page_of(testing::Clinic& clinic, const Id<Aim>& aim) {
  Settings settings;
  Log log(clinic.clock, nullptr);
  Door door(clinic.service, settings, log, exchange::person_bundle);
  const std::string cookie = fresh_token(clinic.randomness);
  clinic.service.database().write([&](sql::Writing& writing) {
    record::add_session(writing, sha256(cookie), {1}, {clinic.amina.user_no}, "token",
                        clinic.clock.now());
  });
  http::Request request;
  request.method = http::Method::get;
  request.path = "/me/help/" + aim.text();
  request.headers["host"] = "clinic.example";
  request.headers["cookie"] = std::string(session_cookie(settings)) + "=" + cookie;
  return door.answer(request).body;
}

std::vector<int> numbers_in(const std::string& page, const std::string& pattern) {
  std::vector<int> found;
  const std::regex regex(pattern);
  for (std::sregex_iterator at(page.begin(), page.end(), regex), end; at != end; ++at)
    for (std::size_t group = 1; group < at->size(); ++group)
      found.push_back(std::stoi((*at)[group]));
  return found;
}

struct Shown {
  std::string page;
  learning::Release release;
};

/// Dr Lind offers walking, four clinics share sums, and Amina looks.
Shown shown(testing::Clinic& clinic, const testing::MadeUpClinics& about) {
  const Id<Team> team = service::my_teams(clinic.service, clinic.lind).value().front().id;
  const OfferDraft walking{
      "Walking group", "Walk", "90", "", "", "tai-chi-knee-osteoarthritis-hu-2021", about.action};
  (void)service::make_offer(clinic.service, clinic.lind, team, walking, "", clinic.once()).value();
  for (const std::string& sums : testing::made_up_sums(about))
    (void)service::take_in_sums(clinic.service, clinic.lind, team, sums, clinic.once()).value();
  (void)service::learn_from_records(clinic.service, clinic.lind, team, clinic.once()).value();
  const Id<Aim> aim = clinic.walking_aim();
  (void)service::put_options_together(clinic.service, clinic.lind, clinic.id_of(clinic.amina), aim,
                                      {"pain", {{"1.1", ""}}}, clinic.once())
      .value();
  const auto learnt = service::read_learning(clinic.service, clinic.lind, team).value();
  return {page_of(clinic, aim), *learnt.newest};
}

}  // namespace

TEST(WhatCouldHelp, every_number_of_the_network_goes_back_to_rows) {
  testing::Clinic clinic;
  testing::MadeUpClinics about;
  about.theme = "pain";
  const Shown seen = shown(clinic, about);
  learning::Release release = seen.release;
  learning::OutcomeTable rows = testing::made_up_rows(about, 0);
  for (std::size_t site = 1; site < 4; ++site) {
    const learning::OutcomeTable more = testing::made_up_rows(about, site);
    for (std::size_t row = 0; row < more.rows(); ++row) {
      rows.site.push_back(more.site[row]);
      rows.action.push_back(more.action[row]);
      rows.outcome.push_back(more.outcome[row]);
      rows.circumstance[0].push_back(more.circumstance[0][row]);
    }
  }
  // The card gives the action its prior.
  const auto science = release.science.at("walking").prior;
  ByHand hand(rows, release, 4);
  const auto with_science = [&] {
    // A prior mean moves the right side; the sd moves the precision.
    learning::OutcomeTable none;
    ByHand moved = hand;
    Matrix precision = inverse_of(hand.covariance);
    std::vector<double> right(hand.mean.size(), 0);
    for (std::size_t i = 0; i < right.size(); ++i)
      for (std::size_t j = 0; j < right.size(); ++j) right[i] += precision[i][j] * hand.mean[j];
    precision[4][4] += 1 / (science.sd * science.sd) - 1 / (0.35 * 0.35);
    right[4] += science.mean / (science.sd * science.sd);
    moved.covariance = inverse_of(precision);
    moved.mean.assign(right.size(), 0);
    for (std::size_t i = 0; i < right.size(); ++i)
      for (std::size_t j = 0; j < right.size(); ++j)
        moved.mean[i] += moved.covariance[i][j] * right[j];
    return moved;
  }();
  const double site_sd = release.sd_named("site", 0.2);
  const double ksite_sd = release.sd_named("ksite", 0.2);
  // Amina stands at -1: attained is a change of ½ or more, further away one of less than -½.
  const auto usual = with_science.of_100(false, site_sd, ksite_sd, 0.5);
  const auto walking = with_science.of_100(true, site_sd, ksite_sd, 0.5);
  EXPECT_EQ(numbers_in(seen.page, "About (\\d+)</b> of 100"),
            (std::vector<int>{usual[0], walking[0]}));
  const auto ranges =
      numbers_in(seen.page, "</svg><p class=\"small muted\">Could be (\\d+) to (\\d+)");
  EXPECT_EQ(ranges, (std::vector<int>{usual[1], usual[2], walking[1], walking[2]}));
  const auto away = [&](bool walks) {
    return 100 - with_science.of_100(walks, site_sd, ksite_sd, -0.5)[0];
  };
  EXPECT_EQ(numbers_in(seen.page, "About (\\d+) of 100 were further away"),
            (std::vector<int>{away(false), away(true)}));
  EXPECT_EQ(numbers_in(seen.page, "From (\\d+) people at (\\d+) clinics"),
            (std::vector<int>{200, 4, 200, 4}));
}

TEST(WhatCouldHelp, every_number_of_research_goes_back_to_the_card) {
  testing::Clinic clinic;
  const Shown seen = shown(clinic, {});
  // Hu 2021: d = -0.69 (-0.95 to -0.43), less pain is better; the cut is at the share of those who
  // carry on, as the network counts it.
  const auto counts = numbers_in(seen.page, "<b class=\"num\">(\\d+)</b> of 100");
  ASSERT_EQ(counts.size(), 2U);
  const auto usual = numbers_in(seen.page, "About (\\d+)</b> of 100").front();
  EXPECT_EQ(counts[0], usual);
  double cut = -3;
  while (normal(cut) < usual / 100.0) cut += 1e-4;
  EXPECT_NEAR(counts[1], 100 * normal(cut + 0.69), 1.5);
}

TEST(WhatCouldHelp, a_model_whose_predictions_do_not_come_true_shows_no_number) {
  testing::Clinic clinic;
  const Shown before = shown(clinic, {});
  EXPECT_NE(before.page.find("About "), std::string::npos);
  // 120 predictions of nine in ten, none of which came true.
  const auto agreement = clinic.service.database().write([&](sql::Writing& writing) {
    const Instant long_ago{clinic.clock.now().utc_ms - 200 * ms_a_day};
    writing.execute(
        "INSERT INTO agreements (home_id, person_no, agreement_no, shared_work, response_kind, "
        "note, standard, disturbs_how, persons_view, professionals_view, recorded_by, agreed_ms) "
        "VALUES (1, 1, 1, 'conversation', 'flexible', '', '', '', '', '', 1, ?1)",
        {long_ago.utc_ms});
    writing.execute(
        "INSERT INTO ratings (home_id, person_no, aim_no, rating_no, side, level, rated_ms) "
        "VALUES (1, 1, 1, 1, 'person', -2, ?1)",
        {long_ago.utc_ms + 60 * ms_a_day});
    for (std::int64_t i = 1; i <= 120; ++i)
      writing.execute(
          "INSERT INTO predictions (home_id, person_no, prediction_no, aim_no, agreement_no, "
          "release_no, action, attained_millionths, mean_thousandths, sd_thousandths, seen, "
          "made_ms) VALUES (1, 1, ?1, 1, 1, 1, 'walking', 900000, 1000, 500, 0, ?2)",
          {i, long_ago.utc_ms});
    return 1;
  });
  EXPECT_EQ(agreement, 1);
  const auto aims = clinic.service.database().read([&](const sql::Reading& reading) {
    return record::aims(reading, clinic.access(clinic.amina));
  });
  const std::string after = page_of(clinic, aims.front().id);
  EXPECT_NE(after.find("did not come true"), std::string::npos);
  EXPECT_EQ(after.find("About "), std::string::npos);
}

}  // namespace alongside::web
