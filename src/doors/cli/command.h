// SPDX-License-Identifier: Apache-2.0
// The command line: verbs, options and help. What a verb does is handed in, since doors never see
// each other.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace alongside::cli {

/// Where a clinic's data are: a folder, and with `database`, a PostgreSQL URL, only its settings.
struct DataOptions {
  std::string data;
  std::string database;
};
struct ServeOptions : DataOptions {
  bool own = false;        ///< refuse an example clinic
  std::int64_t port = -1;  ///< -1: as the settings say
  std::string address;     ///< empty: as the settings say
};
struct ImportOptions : DataOptions {
  std::vector<std::string> folders;
  std::string errors;    ///< where rejected lines go
  std::string clinic;    ///< the site's name, where the files name none
  bool json = false;     ///< the counts for programs
  bool dry_run = false;  ///< says what would come of it and keeps nothing
};
struct ExampleOptions : DataOptions {
  std::string from;  ///< the folder examples/
  std::uint64_t seed = 2018;
};

struct BackupOptions {
  std::string data;
  std::string into;  ///< empty: `backups` in the data folder
};
struct RestoreOptions {
  std::string backup;
  std::string data;
};
struct VerifyOptions : DataOptions {
  std::string earlier;  ///< a file that `alongside history head` printed; may be empty
};

struct PrepareOptions {
  std::string database;  ///< as the owner of the tables
  std::string role;      ///< under which the server will come
};

struct EraseOptions : DataOptions {
  std::string person;  ///< "Patient/57a5", or the identifier in the address of their page
  bool sure = false;
};

struct TokenOptions {
  std::string data;
  std::string scope;    ///< SMART App Launch 2: "system/*.rs"
  std::string patient;  ///< an id; empty: not bound to one person
  std::int64_t minutes = 60;
};
struct FetchOptions : DataOptions {
  std::string system;  ///< its name, or its address
  std::string group;   ///< an id there
  std::string errors;  ///< where rejected lines go
  bool all = false;    ///< not only what changed
  bool json = false;
};
struct ExportOptions : DataOptions {
  std::string folder;
  std::string person;  ///< an id; empty: everybody
  bool whole = false;  ///< with older versions and deletions
};

struct ChartOptions {
  bool batch = false;                  ///< one JSON series a line on standard input
  std::string file;                    ///< "-": standard input
  std::string x, y, n;                 ///< columns; empty: guessed
  std::string kind = "auto";           ///< run, i, p ... as in docs/statistics
  std::string better;                  ///< "up", "down", a column of them, or empty
  std::string limits;                  ///< "3sigma", "probability", or empty: as the chart asks
  std::vector<std::string> phases;     ///< first time of each phase but the first
  std::vector<std::string> leave_out;  ///< times
  std::int64_t baseline = 0;           ///< first points of each phase; 0: all
  std::string target;                  ///< a number, or a column
  std::vector<std::string> baseline_until;  ///< last time of a phase's baseline
  std::vector<std::string> notes;           ///< "2026-03=A new checklist"
  std::string note_column;
  bool month_first = false;  ///< 01/02/2024 is the second of January
  std::string by;            ///< one chart for each word of this column
  std::string risk;          ///< column of each case's risk
  std::string profile = "standard";
  std::string rules;                    ///< as rules_from; empty: the profile's
  double per = 1;                       ///< values, middle and limits times this; not the target
  std::optional<double> centre, sigma;  ///< given
  std::optional<double> odds_ratio, limit, shift, lambda;  ///< of charts that add up
  bool no_screening = false;
  bool screening = false;  ///< in profiles that do without
  bool explain = false;
  bool season = false;
  bool propose = false;
  /// Files to write; "-": standard output instead of the reading.
  std::string svg, png, csv, json, html;
  std::int64_t columns = 0;  ///< of the drawing; 0: as the terminal
};

struct LearnOptions {
  bool batch = false;  ///< one JSON case a line on standard input
};
struct LearnTrialOptions {
  std::string file;
  std::string x, y;             ///< columns of days and values; empty: guessed
  std::string phase = "phase";  ///< column of what it was that day
  std::string reference;        ///< its word for A; empty: the first by the alphabet
  std::string better = "up";    ///< or "down"
  std::string drawn;            ///< how chance drew the order; empty: it did not
  std::optional<double> worthwhile, expected_mean, expected_sd;
  bool json = false;
};

struct LearnFitOptions {
  std::string file;
  std::string reference = "usual";  ///< the action that others are compared with
  double worthwhile = 0.2;          ///< in standard deviations
  double sd = 1;                    ///< of outcomes, as the code book has it
  bool down = false;                ///< lower is better
  bool json = false;
};
struct LearnChoicesOptions {
  std::string file;
  std::string reference = "usual";   ///< the action that is carrying on
  std::string aim, site;             ///< of the person; empty: not known
  int start = -1;                    ///< the level at which they stand
  std::vector<std::string> options;  ///< "walking=90": an action and its minutes a week
  std::vector<std::string> cards;    ///< "walking=card-id": published science about it
  std::optional<double> spare;       ///< minutes a week that can be spared
  double sd = 1;
  bool down = false;
  bool json = false;
};
struct EvidenceOptions {
  std::string file;  ///< a table of cards; empty: those the program carries
  std::string aim;   ///< only its cards
  bool csv = false;
  bool json = false;
  bool fhir = false;    ///< as FHIR Evidence
  bool fields = false;  ///< list the fields instead
};

struct LensOptions {
  std::string file;  ///< a set of measures
  bool json = false;
};

struct MeasureOptions : DataOptions {
  std::string name;   ///< of a measure, or its code; empty: list them
  std::string team;   ///< only that one
  std::string since;  ///< a file that json wrote before; empty: no comparison
  std::int64_t months = 24;
  std::int64_t year = 0;  ///< of the guide's measures; 0: the last whole one
  bool json = false;
  bool fhir = false;
};

/// Each answers the exit code.
struct Verbs {
  std::function<int(const ServeOptions&)> serve;
  std::function<int(const ImportOptions&)> import;
  std::function<int(const ExampleOptions&)> example;
  std::function<int(const BackupOptions&)> backup;
  std::function<int(const RestoreOptions&)> restore;
  std::function<int(const VerifyOptions&)> verify;
  std::function<int(const VerifyOptions&)> history_verify;
  std::function<int(const VerifyOptions&)> history_head;
  std::function<int(const PrepareOptions&)> prepare;
  std::function<int(const EraseOptions&)> erase;
  std::function<int(const ChartOptions&)> chart;
  std::function<int(const LearnOptions&)> learn;
  std::function<int(const LearnTrialOptions&)> learn_trial;
  std::function<int(const LearnFitOptions&)> learn_fit;
  std::function<int(const LearnChoicesOptions&)> learn_options;
  std::function<int(const EvidenceOptions&)> evidence;
  std::function<int(const LensOptions&)> lens;
  std::function<int(const MeasureOptions&)> measure;
  std::function<int(const TokenOptions&)> token;
  std::function<int(const ExportOptions&)> take_out;
  std::function<int(const FetchOptions&)> fetch;
};

/// Exit codes: 0 all well, 1 could not start, 2 some lines were rejected, 3 a file was cut short,
/// 4 the data are not what they were, 64 the command line is wrong.
int run(int count, char** words, const Verbs& verbs);

/// "serve", "import" ... and each one's help: docs/reference/commands.md is compared with it.
std::string all_help();
std::vector<std::string> verb_names();
/// A script for bash that completes verbs, options and file names.
std::string bash_completion();

}  // namespace alongside::cli
