// SPDX-License-Identifier: Apache-2.0
// A finding has context, mechanism and outcome, and data or a story.
#include "change/finding.h"

#include <gtest/gtest.h>

namespace alongside {

TEST(Finding, names_everything_that_is_missing) {
  EXPECT_EQ(finding_from({}, {}).refusal().faults(),
            (std::vector<Fault>{{"finding.kind", "kind"},
                                {"finding.words_missing", "context"},
                                {"finding.words_missing", "mechanism"},
                                {"finding.words_missing", "outcome"},
                                {"finding.data_or_story", "data"}}));
}

TEST(Finding, that_it_is_not_suitable_here_is_one_too) {
  const FindingDraft draft{"not_suitable",
                           "Shared phones",
                           "Who needs it most cannot open it",
                           "4 of 10 went on",
                           "",
                           "May opened it at her son's",
                           "1",
                           "2",
                           "film"};
  const auto finding = finding_from(draft, {{1}, {2}, {"film"}});
  ASSERT_TRUE(finding.accepted());
  EXPECT_EQ(finding.value().kind, FindingKind::not_suitable);
  EXPECT_EQ(finding_from(draft, {{}, {}, {}}).refusal().faults(),
            (std::vector<Fault>{{"finding.unknown", "measure"},
                                {"finding.unknown", "test"},
                                {"finding.unknown", "action"}}));
}

}  // namespace alongside
