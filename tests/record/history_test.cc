// SPDX-License-Identifier: Apache-2.0
// The account is an unbroken chain, and a change in it is found.
#include "record/history.h"

#include <gtest/gtest.h>

#include "clinic.h"
#include "service/read_record.h"

namespace alongside::record {

TEST(History, a_changed_entry_breaks_the_chain) {
  testing::Clinic clinic;
  clinic.walking_aim();
  clinic.service.database().write([](sql::Writing& w) {
    EXPECT_FALSE(first_broken_entry(w, {1}));
    w.execute("UPDATE history SET actor_name = 'Somebody else' WHERE home_id = 1 AND entry_no = 2");
    EXPECT_EQ(first_broken_entry(w, {1}), 2);
  });
}

TEST(History, a_missing_entry_breaks_the_chain) {
  testing::Clinic clinic;
  clinic.walking_aim();
  clinic.service.database().write([](sql::Writing& w) {
    w.execute("DELETE FROM history WHERE home_id = 1 AND entry_no = 2");
    EXPECT_EQ(first_broken_entry(w, {1}), 3);
  });
}

TEST(History, shows_others_by_default_and_own_entries_when_asked) {
  testing::Clinic clinic;
  clinic.walking_aim();
  ASSERT_TRUE(service::read_record(clinic.service, clinic.lind,
                                   RecordOf::person(clinic.id_of(clinic.amina)), "page")
                  .accepted());
  const auto hidden =
      service::read_history(clinic.service, clinic.amina, OwnEntries::hidden, 0).value();
  ASSERT_EQ(hidden.entries.size(), 2U);  // The look, and the import before it.
  EXPECT_EQ(hidden.entries[0].actor_name, "Dr Lind");
  EXPECT_EQ(service::read_history(clinic.service, clinic.amina, OwnEntries::shown, 0).value().count,
            4);
}

TEST(History, holds_nobody_s_words) {
  testing::Clinic clinic;
  clinic.walking_aim();
  clinic.service.database().read([](const sql::Reading& r) {
    r.each("SELECT act || what || actor_name FROM history", {}, [](const sql::Row& row) {
      EXPECT_EQ(row.text(0).find("market"), std::string_view::npos);
      EXPECT_EQ(row.text(0).find("stop"), std::string_view::npos);
    });
    return 0;
  });
}

}  // namespace alongside::record
