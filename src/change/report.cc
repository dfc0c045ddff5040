// SPDX-License-Identifier: Apache-2.0
// Items of a report, by name and part.
#include "change/report.h"

#include "foundation/base/text.h"

namespace alongside {
namespace {

constexpr std::array<std::string_view, report_items.size()> codes = {
    "title",   "abstract",      "problem",        "knowledge",   "rationale",   "aims",
    "context", "interventions", "study",          "measures",    "analysis",    "ethics",
    "results", "summary",       "interpretation", "limitations", "conclusions", "funding"};

}  // namespace

std::string_view code_of(ReportItem item) { return codes[static_cast<std::size_t>(item)]; }

ReportPart part_of(ReportItem item) {
  if (item <= ReportItem::abstract) return ReportPart::heading;
  if (item <= ReportItem::aims) return ReportPart::introduction;
  if (item <= ReportItem::ethics) return ReportPart::methods;
  if (item == ReportItem::results) return ReportPart::results;
  return item == ReportItem::funding ? ReportPart::other : ReportPart::discussion;
}

Outcome<ReportWords> report_words_from(const ReportWords& typed) {
  ReportWords words;
  std::vector<Fault> faults;
  for (std::size_t i = 0; i < report_items.size(); ++i) {
    words[i] = tidied(typed[i]);
    if (characters(words[i]) > report_characters_max)
      faults.push_back({"report.long", std::string(code_of(report_items[i]))});
  }
  if (!faults.empty()) return Refusal(std::move(faults));
  return words;
}

}  // namespace alongside
