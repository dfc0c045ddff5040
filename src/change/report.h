// SPDX-License-Identifier: Apache-2.0
// A project's report in the order of SQUIRE 2.0 (Ogrinc and others 2016, BMJ Qual Saf 25:986). Much
// of it the project already says; what only people can say is words, in versions.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "foundation/base/clock.h"
#include "foundation/base/outcome.h"

namespace alongside {

/// The 18 items, in their order and with the guideline's names.
enum class ReportItem {
  title,
  abstract,
  problem,
  knowledge,
  rationale,
  aims,
  context,
  interventions,
  study,
  measures,
  analysis,
  ethics,
  results,
  summary,
  interpretation,
  limitations,
  conclusions,
  funding
};
inline constexpr std::array report_items = {
    ReportItem::title,       ReportItem::abstract,      ReportItem::problem,
    ReportItem::knowledge,   ReportItem::rationale,     ReportItem::aims,
    ReportItem::context,     ReportItem::interventions, ReportItem::study,
    ReportItem::measures,    ReportItem::analysis,      ReportItem::ethics,
    ReportItem::results,     ReportItem::summary,       ReportItem::interpretation,
    ReportItem::limitations, ReportItem::conclusions,   ReportItem::funding};
std::string_view code_of(ReportItem item);

/// The guideline's parts: what heads them, what one asked why, how, what was found, what it means.
enum class ReportPart { heading, introduction, methods, results, discussion, other };
ReportPart part_of(ReportItem item);

constexpr std::size_t report_characters_max = 3000;
using ReportWords = std::array<std::string, report_items.size()>;  ///< in the items' order
struct Report {
  std::int64_t version = 0;  ///< 0: nobody wrote anything yet
  ReportWords words = {};
  std::string written_by = {};  ///< empty: somebody who left
  Instant written_at = {};
  const std::string& at(ReportItem item) const { return words[static_cast<std::size_t>(item)]; }
};

/// Refused beside an item's field, by its code: "report.long".
Outcome<ReportWords> report_words_from(const ReportWords& typed);

}  // namespace alongside
