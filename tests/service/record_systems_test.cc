// SPDX-License-Identifier: Apache-2.0
// Only administrators name a system, and only by an address that can be trusted.
#include "service/record_systems.h"

#include <gtest/gtest.h>

#include "clinic.h"

namespace alongside::service {
namespace {

class RecordSystems : public ::testing::Test {
 protected:
  RecordSystems() : admin(clinic.lind) { admin.administrator = true; }
  std::string named(const RecordSystemDraft& draft) {
    const auto outcome = name_record_system(clinic.service, admin, draft);
    if (outcome) return "";
    const Fault& fault = outcome.refusal().faults().front();
    return fault.key + " " + fault.field;
  }
  testing::Clinic clinic;
  Caller admin;
};

TEST_F(RecordSystems, AreNamedAndRemovedByAdministrators) {
  const RecordSystemDraft north{" North  Hospital ",
                                "https://north.example/fhir/",
                                "us",
                                "https://login.north.example\n\n",
                                true,
                                false};
  EXPECT_FALSE(name_record_system(clinic.service, clinic.lind, north));
  EXPECT_FALSE(named_record_systems(clinic.service, clinic.lind));
  EXPECT_EQ(named(north), "");
  EXPECT_EQ(named(north), "system.known address");
  const auto known = record_system_at(clinic.service, "https://north.example/fhir");
  ASSERT_TRUE(known.has_value());
  EXPECT_EQ(known->name, "North Hospital");
  EXPECT_EQ(known->also, std::vector<std::string>{"https://login.north.example"});
  EXPECT_TRUE(known->signs);
  EXPECT_FALSE(known->private_network);
  EXPECT_FALSE(record_system_at(clinic.service, "https://north.example").has_value());
  EXPECT_FALSE(end_record_system(clinic.service, clinic.lind, known->id));
  EXPECT_TRUE(end_record_system(clinic.service, admin, known->id));
  EXPECT_FALSE(end_record_system(clinic.service, admin, known->id));
  EXPECT_TRUE(record_systems(clinic.service).empty());
}

TEST_F(RecordSystems, AreRefusedBesideTheField) {
  EXPECT_EQ(named({"", "https://a.example", "us", "", true, false}), "system.name_missing name");
  EXPECT_EQ(named({"A", "https://a.example", " ", "", true, false}),
            "system.client_missing client_id");
  for (const char* odd :
       {"", "http://a.example", "https://", "https://me@a.example", "https://a.example/?x",
        "ftp://a.example", "http://127.0.0.1.evil.example", "https://a example"})
    EXPECT_EQ(named({"A", odd, "us", "", true, false}), "system.address_odd address") << odd;
  EXPECT_EQ(named({"A", "https://a.example", "us", "login", true, false}),
            "system.address_odd also");
  EXPECT_EQ(named({"A", "http://127.0.0.1:8080/fhir", "us", "", true, false}), "");
  EXPECT_EQ(named({" A", "https://a.example", "us", "", true, false}), "system.name_known name");
}

TEST_F(RecordSystems, AreNotWithoutEnd) {
  for (std::size_t i = 0; i < systems_max; ++i)
    EXPECT_EQ(named({"A" + std::to_string(i), "https://a" + std::to_string(i) + ".example", "us",
                     "", true, false}),
              "");
  EXPECT_EQ(named({"A", "https://b.example", "us", "", true, false}), "system.too_many name");
}

}  // namespace
}  // namespace alongside::service
