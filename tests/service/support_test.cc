// SPDX-License-Identifier: Apache-2.0
// What a supporter reaches: what the person gave, as long as it holds, and nothing besides.
#include "service/support.h"

#include <gtest/gtest.h>

#include "lived.h"
#include "record/content.h"
#include "record/verify.h"
#include "service/read_record.h"
#include "service/sign_in.h"

namespace alongside {
namespace {

using testing::LivedClinic;

struct Supported : LivedClinic {
  /// Bo takes on what Amina asks of him.
  void ask(const std::string& scope, const std::string& days = "30") {
    const auto token = service::ask_for_support(service, amina, {"Bo", scope, days}, once());
    (void)service::take_on_support(service, bo, token.value()).value();
  }
  auto seen() {
    return service::read_record(service, bo, RecordOf::supported(id_of(amina)), "page");
  }
};

}  // namespace

TEST(Support, shows_the_plan_and_holds_back_how_it_goes) {
  Supported clinic;
  EXPECT_FALSE(clinic.seen().accepted());
  clinic.ask("plan");
  const auto view = clinic.seen().value();
  EXPECT_EQ(view.relation, Relation::supporter);
  EXPECT_FALSE(view.held_aims().empty());
  EXPECT_FALSE(view.current_agreements().empty());
  EXPECT_TRUE(view.ratings.empty());
  EXPECT_TRUE(view.check_ins.empty());
  EXPECT_FALSE(view.circumstances.has_value());
  EXPECT_TRUE(view.latest_looks.empty());
}

TEST(Support, shows_how_it_goes_where_the_person_said_so) {
  Supported clinic;
  clinic.ask("check_ins");
  const auto view = clinic.seen().value();
  EXPECT_FALSE(view.ratings.empty());
  EXPECT_FALSE(view.check_ins.empty());
  EXPECT_FALSE(view.circumstances.has_value());
  EXPECT_TRUE(view.latest_looks.empty());
}

TEST(Support, ticks_only_within_its_scope_and_only_the_persons_side) {
  Supported clinic;
  const auto tick = [&](std::string_view action) {
    return service::tick_for(clinic.service, clinic.bo, clinic.id_of(clinic.amina), action,
                             clinic.once())
        .accepted();
  };
  EXPECT_FALSE(tick("1.1"));
  clinic.ask("check_ins");
  EXPECT_FALSE(tick("1.1"));
  clinic.ask("contribute");
  EXPECT_TRUE(tick("1.1"));
  EXPECT_FALSE(tick("1.2"));  // what the team promised
  EXPECT_FALSE(tick("9.9"));
}

TEST(Support, opens_no_other_page_and_nobody_elses_record) {
  Supported clinic;
  clinic.ask("contribute");
  const auto as_served = RecordOf::person(clinic.id_of(clinic.amina));
  EXPECT_FALSE(service::read_record(clinic.service, clinic.bo, as_served, "page").accepted());
  const auto other = RecordOf::supported(clinic.id_of(clinic.bo));
  EXPECT_FALSE(service::read_record(clinic.service, clinic.bo, other, "page").accepted());
  EXPECT_FALSE(service::read_record(clinic.service, clinic.lind,
                                    RecordOf::supported(clinic.id_of(clinic.amina)), "page")
                   .accepted());
  EXPECT_FALSE(service::let_go_of_aim(clinic.service, clinic.bo,
                                      clinic.seen().value().aims.front().id, clinic.once())
                   .accepted());
}

TEST(Support, ends_with_the_next_request) {
  Supported clinic;
  clinic.ask("plan");
  EXPECT_EQ(service::whom_i_support(clinic.service, clinic.bo).size(), 1U);
  (void)service::end_support(clinic.service, clinic.amina, "2", clinic.once()).value();
  EXPECT_FALSE(clinic.seen().accepted());
  EXPECT_TRUE(service::whom_i_support(clinic.service, clinic.bo).empty());
  EXPECT_FALSE(service::end_support(clinic.service, clinic.amina, "7", clinic.once()).accepted());
  EXPECT_FALSE(service::end_support(clinic.service, clinic.bo, "2", clinic.once()).accepted());
}

TEST(Support, ends_on_its_day) {
  Supported clinic;
  clinic.ask("plan", "30");
  clinic.clock.move_to({clinic.clock.now().utc_ms + 30 * ms_a_day - 1});
  EXPECT_TRUE(clinic.seen().accepted());
  clinic.clock.move_to({clinic.clock.now().utc_ms + 1});
  EXPECT_FALSE(clinic.seen().accepted());
}

TEST(Support, a_link_works_once_for_a_week_and_not_for_oneself) {
  Supported clinic;
  const auto token =
      service::ask_for_support(clinic.service, clinic.amina, {"Bo", "plan", "90"}, clinic.once())
          .value();
  EXPECT_EQ(service::take_on_support(clinic.service, clinic.amina, token).refusal().key(),
            "support.not_you");
  service::Caller elsewhere = clinic.bo;
  elsewhere.home = {2};
  EXPECT_EQ(service::take_on_support(clinic.service, elsewhere, token).refusal().key(),
            "support.other_site");
  EXPECT_TRUE(service::take_on_support(clinic.service, clinic.bo, token).accepted());
  EXPECT_TRUE(service::take_on_support(clinic.service, clinic.bo, token).accepted());  // twice
  EXPECT_FALSE(service::take_on_support(clinic.service, clinic.holm, token).accepted());
  EXPECT_FALSE(service::support_link(clinic.service, "unknown").has_value());
  const auto late =
      service::ask_for_support(clinic.service, clinic.amina, {"Holm", "plan", "90"}, clinic.once())
          .value();
  clinic.clock.move_to({clinic.clock.now().utc_ms + 7 * ms_a_day});
  EXPECT_FALSE(service::take_on_support(clinic.service, clinic.holm, late).accepted());
}

TEST(Support, one_key_makes_one_link) {
  Supported clinic;
  const std::string once = clinic.once();
  const auto first =
      service::ask_for_support(clinic.service, clinic.amina, {"Bo", "plan", "90"}, once).value();
  const auto again =
      service::ask_for_support(clinic.service, clinic.amina, {"Bo", "plan", "90"}, once).value();
  EXPECT_EQ(first.size(), 64U);
  EXPECT_TRUE(again.empty());
  EXPECT_EQ(service::read_history(clinic.service, clinic.amina, service::OwnEntries::hidden, 0)
                .value()
                .supporters.size(),
            2U);  // Dr Holm supports her, too
}

TEST(Support, at_most_twenty_hold_at_once) {
  Supported clinic;
  const auto ask = [&] {
    return service::ask_for_support(clinic.service, clinic.amina, {"A", "plan", "30"},
                                    clinic.once());
  };
  for (std::size_t i = 1; i < supporters_max; ++i) (void)ask().value();
  EXPECT_EQ(ask().refusal().key(), "support.too_many");
  (void)service::end_support(clinic.service, clinic.amina, "3", clinic.once()).value();
  EXPECT_TRUE(ask().accepted());
}

TEST(Support, a_sign_in_is_made_with_the_link_and_reaches_only_that_person) {
  Supported clinic;
  const auto token = service::ask_for_support(clinic.service, clinic.amina,
                                              {"Karin", "check_ins", "90"}, clinic.once())
                         .value();
  service::JoinDraft draft;
  EXPECT_EQ(service::join_as_supporter(clinic.service, token, draft).refusal().key(),
            "join.name_missing");
  draft.name = "Karin Berg";
  draft.login = "Karin";
  draft.password = draft.again = "short";
  EXPECT_EQ(service::join_as_supporter(clinic.service, token, draft).refusal().key(),
            "join.password_short");
  draft.password = draft.again = "four words I like";
  EXPECT_TRUE(service::join_as_supporter(clinic.service, token, draft).accepted());
  EXPECT_FALSE(service::join_as_supporter(clinic.service, token, draft).accepted());
  const auto cookie = service::sign_in(clinic.service, "karin", "four words I like").value();
  const auto karin = service::signed_in(clinic.service, cookie).value().caller;
  EXPECT_TRUE(karin.supports);
  EXPECT_EQ(karin.name, "Karin Berg");
  EXPECT_FALSE(karin.person || karin.professional || karin.administrator);
  EXPECT_TRUE(service::read_record(clinic.service, karin,
                                   RecordOf::supported(clinic.id_of(clinic.amina)), "page")
                  .accepted());
  EXPECT_FALSE(service::read_record(clinic.service, karin,
                                    RecordOf::supported(clinic.id_of(clinic.bo)), "page")
                   .accepted());
}

TEST(Support, stands_in_the_account_and_cannot_be_widened_behind_it) {
  Supported clinic;
  clinic.ask("plan");
  const auto faults = [&] {
    return clinic.service.database().read(
        [](const sql::Reading& reading) { return record::verify_all(reading).findings.size(); });
  };
  EXPECT_EQ(faults(), 0U);
  clinic.service.database().write(
      [](sql::Writing& writing) { writing.execute("UPDATE supporters SET scope = 'contribute'"); });
  EXPECT_GT(faults(), 0U);
}

TEST(Support, never_shows_questionnaires_burdens_barriers_or_what_was_sent_before_a_visit) {
  Supported clinic;
  clinic.ask("contribute");
  const auto view = clinic.seen().value();
  EXPECT_TRUE(view.answered.empty());
  EXPECT_TRUE(view.prepared.empty());
  EXPECT_TRUE(view.barriers.empty());
  EXPECT_TRUE(view.numbers.empty());
  EXPECT_FALSE(view.wishes.write_down);
  // The person sees them all.
  const auto own =
      service::read_record(clinic.service, clinic.amina, RecordOf::own(), "page").value();
  EXPECT_FALSE(own.answered.empty());
}

TEST(Support, for_a_child_ends_on_the_day_they_come_of_age) {
  Supported clinic;
  clinic.service.database().write([&](sql::Writing& writing) {
    writing.execute("UPDATE persons SET born_day = ?3 WHERE home_id = ?1 AND person_no = ?2",
                    {1, clinic.amina.person->value, Day::of(2008, 12, 4).number});
  });
  clinic.ask("plan", "365");
  const auto zone = Zone::named("Europe/Stockholm").value();
  clinic.clock.move_to({zone.start_of(Day::of(2026, 12, 4)).utc_ms - 1});
  EXPECT_TRUE(clinic.seen().accepted());
  clinic.clock.move_to(zone.start_of(Day::of(2026, 12, 4)));
  EXPECT_FALSE(clinic.seen().accepted());
  clinic.ask("plan", "365");
  EXPECT_TRUE(clinic.seen().accepted());  // They asked again, for themselves.
}

}  // namespace alongside
