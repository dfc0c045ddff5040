// SPDX-License-Identifier: Apache-2.0
// A plan of a test of change with nothing wrong in it, for tests.
#pragma once

#include "change/test_plan.h"

namespace alongside::testing {

inline TestDraft good_plan() {
  TestDraft draft;
  draft.title = "Ask by phone";
  draft.hypothesis = "A question in the call leaves time to think";
  draft.idea = "3";
  draft.measure = "7";
  draft.what = "visits where the aim was written down before";
  draft.seen = "share";
  draft.now = "46";
  draft.predicted = "more";
  draft.confidence = "70";
  draft.size = "10";
  draft.begins = "2026-11-24";
  draft.ends = "2026-12-04";
  draft.stop_rule = "Calls take over 10 minutes";
  draft.hours = "3";
  draft.sponsor = "The head nurse";
  draft.who = "Grace and Dele";
  return draft;
}

}  // namespace alongside::testing
