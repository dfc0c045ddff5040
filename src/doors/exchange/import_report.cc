// SPDX-License-Identifier: Apache-2.0
// What an import did, in words for whoever reads it at the command line.
#include <sstream>

#include "doors/exchange/import.h"

namespace alongside::exchange {
namespace {

std::string counted(std::int64_t count, std::string_view one, std::string_view many) {
  return std::to_string(count) + " " + std::string(count == 1 ? one : many);
}

}  // namespace

std::string report_text(const ImportReport& report, const std::string& errors) {
  std::ostringstream out;
  for (const FileReport& file : report.files)
    out << file.file << ": " << file.lines << " lines = " << file.created << " new + "
        << file.updated << " changed + " << file.unchanged << " the same + " << file.stale
        << " older + " << file.rejected << " rejected + " << file.ignored
        << " blank or about somebody erased" << (file.incomplete ? " (cut short)" : "") << "\n";
  const service::TakenIn& taken = report.taken;
  out << "Here now: " << counted(taken.sites, "site", "sites") << ", "
      << counted(taken.people, "person", "people") << ", "
      << counted(taken.professionals, "professional", "professionals") << ", "
      << counted(taken.teams, "team", "teams") << ", " << counted(taken.visits, "visit", "visits")
      << ".\n";
  if (taken.aims.aims + taken.aims.ratings > 0)
    out << "People's own words: " << counted(taken.aims.aims, "aim", "aims") << " and "
        << counted(taken.aims.ratings, "rating", "ratings") << " are new or changed.\n";
  if (taken.aims.left_out > 0)
    out << counted(taken.aims.left_out, "goal", "goals")
        << " in a person's words did not become an aim: no words, or over 2,000 letters. "
           "The resource is kept.\n";
  if (!taken.waiting.empty())
    out << counted(static_cast<std::int64_t>(taken.waiting.size()), "reference", "references")
        << " to somebody or something that has not come in yet; linked when they do.\n";
  if (taken.one_team_for_all)
    out << "The files name no teams, so one team at each site serves everybody there.\n";
  if (report.deleted > 0)
    out << counted(report.deleted, "resource was", "resources were")
        << " deleted at the source, and are taken out here.\n";
  if (report.rejected() > 0) out << "Rejected lines and the reasons are in " << errors << "\n";
  return out.str();
}

}  // namespace alongside::exchange
