// SPDX-License-Identifier: Apache-2.0
// The life of sessions: made anew at each sign-in, dead when they end, idle or are outworn, and all
// of them dead when the password changes (research/security.md, T14).
#include "service/change_password.h"

#include <gtest/gtest.h>

#include <set>

#include "clinic.h"
#include "foundation/base/secret.h"
#include "record/verify.h"
#include "service/sign_in.h"

namespace alongside::service {
namespace {

constexpr std::string_view words = "four words you like";

struct Sessions : testing::Clinic {
  Sessions() {
    service.database().write([&](sql::Writing& w) {
      const std::string hash = password_hash(words);
      const record::UserNo admin =
          record::add_user(w, {{1}, {0}, "Adam", std::nullopt, std::nullopt, true, ""});
      const record::UserNo supporter =
          record::add_user(w, {{1}, {0}, "Karin", std::nullopt, std::nullopt, false, ""});
      for (const auto& [name, user] :
           {std::pair("amina", amina.user_no), std::pair("lind", lind.user_no),
            std::pair("admin", admin.value), std::pair("karin", supporter.value)})
        record::add_login(w, name, {1}, {user}, hash, record::LoginKind::real);
      record::append_history(w, {{1}, {0}, "Alongside", "other"},
                             record::About::parts({}, {{record::PartKind::users}}), {"join", ""},
                             clock.now());
    });
  }
  std::string in(std::string_view name, std::string_view password = words) {
    return sign_in(service, name, password).value();
  }
  bool lives(const std::string& cookie) { return signed_in(service, cookie).has_value(); }
  void pass(std::int64_t ms) { clock.move_to({clock.now().utc_ms + ms}); }
  Caller whose(const std::string& cookie) { return signed_in(service, cookie)->caller; }
  /// Used each ten minutes until it dies.
  std::int64_t minutes_used(const std::string& cookie) {
    std::int64_t minutes = 0;
    for (; lives(cookie) && minutes < 3 * 24 * 60; minutes += 10) pass(10 * ms_a_minute);
    return minutes;
  }
};

struct Lifetime {
  std::string_view login;
  std::int64_t idle_minutes;
  std::int64_t whole_hours;
};
constexpr Lifetime lifetimes[] = {
    {"amina", 60, 24}, {"lind", 30, 12}, {"admin", 30, 12}, {"karin", 60, 24}};

}  // namespace

TEST(Sessions, idle_ends_them_just_after_its_minute) {
  for (const Lifetime& kind : lifetimes) {
    Sessions clinic;
    const std::string just = clinic.in(kind.login);
    clinic.pass(kind.idle_minutes * ms_a_minute);
    EXPECT_TRUE(clinic.lives(just)) << kind.login;
    const std::string late = clinic.in(kind.login);
    clinic.pass(kind.idle_minutes * ms_a_minute + 1);
    EXPECT_FALSE(clinic.lives(late)) << kind.login;
  }
}

TEST(Sessions, age_ends_them_however_much_they_are_used) {
  for (const Lifetime& kind : lifetimes) {
    Sessions clinic;
    EXPECT_EQ(clinic.minutes_used(clinic.in(kind.login)), kind.whole_hours * 60 + 10) << kind.login;
  }
}

TEST(Sessions, a_dead_one_does_not_come_back) {
  Sessions clinic;
  const std::string cookie = clinic.in("amina");
  clinic.pass(61 * ms_a_minute);
  EXPECT_FALSE(clinic.lives(cookie));
  clinic.pass(-2 * ms_a_minute);
  const std::string signed_out = clinic.in("amina");
  sign_out(clinic.service, signed_out);
  EXPECT_FALSE(clinic.lives(signed_out));
  clinic.in("amina");
  EXPECT_FALSE(clinic.lives(signed_out));
}

TEST(Sessions, each_sign_in_makes_a_secret_of_its_own) {
  Sessions clinic;
  std::set<std::string> seen;
  for (int i = 0; i < 5; ++i) seen.insert(clinic.in("amina"));
  EXPECT_EQ(seen.size(), 5U);
  // Only a digest of it is kept: a copy of the data signs nobody in.
  clinic.service.database().read([&](const sql::Reading& reading) {
    reading.each("SELECT session_hash FROM sessions", {}, [&](const sql::Row& row) {
      EXPECT_FALSE(seen.contains(std::string(row.text(0))));
      EXPECT_FALSE(clinic.lives(std::string(row.text(0))));
    });
    return 0;
  });
}

TEST(Sessions, nobody_is_signed_in_by_what_is_no_cookie) {
  Sessions clinic;
  const std::string cookie = clinic.in("amina");
  EXPECT_FALSE(clinic.lives(""));
  EXPECT_FALSE(clinic.lives(cookie.substr(0, 63)));
  EXPECT_FALSE(clinic.lives(cookie + "0"));
  EXPECT_FALSE(clinic.lives(std::string(64, '0')));
  std::string other = cookie;
  other[10] = other[10] == 'a' ? 'b' : 'a';
  EXPECT_FALSE(clinic.lives(other));
}

TEST(Sessions, end_elsewhere_and_stay_here) {
  Sessions clinic;
  const std::string phone = clinic.in("amina");
  const std::string desk = clinic.in("amina");
  const std::string other = clinic.in("lind");
  EXPECT_EQ(sessions_open(clinic.service, clinic.whose(desk)), 2);
  EXPECT_EQ(sign_out_elsewhere(clinic.service, clinic.whose(desk), desk), 1);
  EXPECT_FALSE(clinic.lives(phone));
  EXPECT_TRUE(clinic.lives(desk));
  EXPECT_TRUE(clinic.lives(other));
}

TEST(Sessions, lapsed_ones_are_not_counted) {
  Sessions clinic;
  clinic.in("amina");
  clinic.pass(61 * ms_a_minute);
  EXPECT_EQ(sessions_open(clinic.service, clinic.whose(clinic.in("amina"))), 1);
}

TEST(Sessions, a_changed_password_ends_every_one_and_the_old_word) {
  Sessions clinic;
  const std::string phone = clinic.in("amina");
  const std::string desk = clinic.in("amina");
  const std::string other = clinic.in("lind");
  const std::string fresh =
      change_password(clinic.service, clinic.whose(desk),
                      {std::string(words), "five words you like more", "five words you like more"})
          .value();
  EXPECT_FALSE(clinic.lives(phone));
  EXPECT_FALSE(clinic.lives(desk));
  EXPECT_TRUE(clinic.lives(fresh));
  EXPECT_TRUE(clinic.lives(other));
  EXPECT_FALSE(sign_in(clinic.service, "amina", words).accepted());
  EXPECT_TRUE(clinic.lives(clinic.in("amina", "five words you like more")));
  EXPECT_TRUE(clinic.lives(clinic.in("lind")));
  EXPECT_TRUE(clinic.service.database()
                  .read([](const sql::Reading& reading) { return record::verify_all(reading); })
                  .findings.empty());
}

TEST(Sessions, a_password_is_changed_only_by_whoever_knows_it) {
  Sessions clinic;
  const std::string cookie = clinic.in("amina");
  const Caller caller = clinic.whose(cookie);
  const auto fault = [&](const std::string& now, const std::string& fresh,
                         const std::string& again) {
    return change_password(clinic.service, caller, {now, fresh, again}).refusal().faults().front();
  };
  const std::string good = "five words you like more";
  EXPECT_EQ(fault("a guess of mine", good, good), (Fault{"sign_in.refused", "password"}));
  EXPECT_EQ(fault(std::string(words), "short", "short"),
            (Fault{"join.password_short", "new_password"}));
  EXPECT_EQ(fault(std::string(words), std::string(257, 'a'), std::string(257, 'a')),
            (Fault{"join.password_long", "new_password"}));
  EXPECT_EQ(fault(std::string(words), good, good + "r"), (Fault{"join.password_differs", "again"}));
  EXPECT_TRUE(clinic.lives(cookie));
  for (std::int64_t i = 0; i < free_failures; ++i) (void)fault("a guess of mine", good, good);
  EXPECT_EQ(fault(std::string(words), good, good), (Fault{"sign_in.wait", "password"}));
}

TEST(Sessions, rights_follow_the_data_and_not_the_cookie) {
  Sessions clinic;
  const std::string cookie = clinic.in("lind");
  const auto reaches = [&] { return Permission::to_own_people(clinic.whose(cookie)).accepted(); };
  EXPECT_TRUE(reaches());
  clinic.service.database().write([&](sql::Writing& writing) {
    writing.execute("UPDATE users SET professional_no = NULL WHERE home_id = 1 AND user_no = ?1",
                    {clinic.lind.user_no});
  });
  EXPECT_FALSE(reaches());
}

TEST(Sessions, the_shared_sign_ins_of_an_example_keep_their_password) {
  testing::Clinic clinic(record::ClinicKind::example);
  EXPECT_EQ(change_password(clinic.service, clinic.amina,
                            {std::string(example_password), "five words you like more",
                             "five words you like more"})
                .refusal()
                .key(),
            "account.example");
}

}  // namespace alongside::service
