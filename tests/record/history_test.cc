// SPDX-License-Identifier: Apache-2.0
// Who looked, by which relation, and nobody's words.
#include "record/history.h"

#include <gtest/gtest.h>

#include "clinic.h"
#include "service/read_record.h"

namespace alongside::record {

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
  EXPECT_EQ(hidden.entries[0].relation, "team_member");
  EXPECT_EQ(service::read_history(clinic.service, clinic.amina, OwnEntries::shown, 0).value().count,
            4);
}

TEST(History, holds_nobody_s_words) {
  testing::Clinic clinic;
  clinic.walking_aim();
  clinic.service.database().read([](const sql::Reading& r) {
    r.each("SELECT act || what || actor_name || content FROM history", {}, [](const sql::Row& row) {
      EXPECT_EQ(row.text(0).find("market"), std::string_view::npos);
      EXPECT_EQ(row.text(0).find("stop"), std::string_view::npos);
    });
    return 0;
  });
}

}  // namespace alongside::record
