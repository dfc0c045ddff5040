// SPDX-License-Identifier: Apache-2.0
// Reads the command line; the only file that sees CLI11.
#include "doors/cli/command.h"

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <iostream>
#include <memory>

#include "foundation/base/settings.h"
#include "foundation/base/version.h"

namespace alongside::cli {
namespace {

constexpr int command_line_wrong = 64;

std::string standard_data() {
  const char* home = std::getenv("HOME");
  return home != nullptr ? std::string(home) + "/.local/share/alongside" : "alongside-data";
}

/// All options of all verbs, and the parser that fills them.
struct Parser {
  CLI::App app{
      "Alongside: people and the professionals who care for them make health together, and learn "
      "from it.",
      "alongside"};
  ServeOptions serve;
  ImportOptions import;
  ExampleOptions example;
  BackupOptions backup;
  RestoreOptions restore;
  VerifyOptions verify;
  PrepareOptions prepare;
  EraseOptions erase;
  ChartOptions chart;
  LearnOptions learn;
  LearnTrialOptions learn_trial;
  LearnFitOptions learn_fit;
  LearnChoicesOptions learn_options;
  EvidenceOptions evidence;
  LensOptions lens;
  MeasureOptions measure;
  TokenOptions token;
  ExportOptions take_out;
  FetchOptions fetch;

  Parser() {
    app.set_version_flag("--version", "alongside " + std::string(program_version));
    app.require_subcommand(0, 1);
    app.footer("Settings stand in alongside.toml in the data folder: alongside settings");
    auto* served = app.add_subcommand("serve", "Serve a clinic's pages. Stop with Ctrl-C.");
    add_data_options(*served, serve);
    served->add_flag("--own", serve.own, "Refuse a folder that holds the example clinic");
    served->add_option("--address", serve.address,
                       "The address to listen on, instead of the setting");
    served
        ->add_option("--port", serve.port,
                     "The port to listen on, instead of the setting; 0 chooses one")
        ->check(CLI::Range(0, 65535));
    auto* imported = app.add_subcommand(
        "import", "Read people, professionals, teams, sites and visits from FHIR R4 NDJSON files.");
    imported
        ->add_option("folder", import.folders,
                     "Folders with .ndjson or .ndjson.gz files, manifests, or such files")
        ->required();
    add_data_options(*imported, import);
    imported->add_flag("--json", import.json, "Write the counts as JSON");
    imported->add_flag("--dry-run", import.dry_run,
                       "Say what would come of it, on a copy that is thrown away");
    imported->add_option("--errors", import.errors,
                         "Where lines that cannot be read go, with the reason");
    imported
        ->add_option("--clinic", import.clinic, "The clinic's name, where the files name no place")
        ->default_val("Our clinic");
    auto* shown = app.add_subcommand("example", "Make the example clinic in an empty data folder.");
    add_data_options(*shown, example);
    shown->add_option("--from", example.from, "The folder examples/ of the source")->required();
    shown->add_option("--seed", example.seed, "Another seed makes another two years")
        ->default_val(2018);
    add_exchange();
    add_keeping();
    add_chart();
    add_learn();
    add_evidence();
    auto* through =
        app.add_subcommand("lens",
                           "What a set of measures counts and leaves out, and words that "
                           "blame.");
    through
        ->add_option("file", lens.file,
                     "A table with a column name, a definition, or a measure a line; - reads input")
        ->required();
    through->add_flag("--json", lens.json, "Write it as JSON");
    auto* counted = app.add_subcommand(
        "measure", "Count a measure of a clinic, month by month, as its pages count it.");
    counted->add_option(
        "name", measure.name,
        "Its name or code, such as A1, or a file with a definition; pco: the two of "
        "HL7's Person-Centered Outcomes; without: which ones");
    counted->add_option("--year", measure.year, "Of pco: which year; without: the last whole one")
        ->check(CLI::Range(1900, 2999));
    add_data_options(*counted, measure);
    counted->add_option("--team", measure.team, "Only the team of this name");
    counted->add_option("--months", measure.months, "So many, this month the last")
        ->check(CLI::Range(1, 120))
        ->default_val(24);
    counted->add_option("--since", measure.since,
                        "A file that --json wrote before: which months say something else now");
    counted->add_flag("--json", measure.json, "Write it as JSON, with definition and query");
    counted->add_flag("--fhir", measure.fhir,
                      "Write it as FHIR R4: a Measure, and a MeasureReport for each month");
    app.add_subcommand("completion", "Print completion for bash: source <(alongside completion)");
    app.add_subcommand("settings", "List the settings, their defaults and what they are for.");
  }

  void add_evidence() {
    auto* verb = app.add_subcommand(
        "evidence", "List evidence cards: what published reviews found, of whom, how sure.");
    verb->add_option(
        "file", evidence.file,
        "A table of cards (CSV) or FHIR Evidence (JSON), - reads input; without it those "
        "the program carries");
    verb->add_option("--aim", evidence.aim, "Only cards for this aim, such as sleep");
    auto* csv = verb->add_flag("--csv", evidence.csv, "Write them as a table that is read back");
    verb->add_flag("--json", evidence.json, "Write them as JSON")->excludes(csv);
    verb->add_flag("--fhir", evidence.fhir, "Write them as FHIR Evidence (a Bundle)");
    verb->add_flag("--fields", evidence.fields, "List the fields of a card");
  }

  void add_learn() {
    auto* verb = app.add_subcommand(
        "learn", "What research, a network and one person's own days say: the learning engine.");
    verb->add_flag("--batch", learn.batch,
                   "Read one case a line as JSON on standard input; write one result a line");
    auto* trial = verb->add_subcommand(
        "trial", "Read one person's own trial of two things, a day a row (CSV).");
    trial
        ->add_option("file", learn_trial.file,
                     "A table with comma, semicolon or tab; - reads input")
        ->required();
    trial->add_option("--x", learn_trial.x, "The column of days, by name or number");
    trial->add_option("--y", learn_trial.y, "The column of values");
    trial->add_option("--phase", learn_trial.phase, "The column of what it was that day")
        ->default_val("phase");
    trial->add_option("--reference", learn_trial.reference,
                      "Its word for what the other is compared with");
    trial->add_option("--better", learn_trial.better, "Which way is better")
        ->check(CLI::IsMember({"up", "down"}))
        ->default_val("up");
    trial->add_option(
        "--drawn", learn_trial.drawn,
        "How chance drew the order: blocks:DAYS, days, runs:LONGEST or start:FIRST-LAST");
    trial
        ->add_option("--worthwhile", learn_trial.worthwhile,
                     "A difference worth having; half a standard deviation otherwise")
        ->check(CLI::NonNegativeNumber);
    auto* sd = trial
                   ->add_option("--expect-sd", learn_trial.expected_sd,
                                "How unsure that was, as a standard deviation")
                   ->check(CLI::PositiveNumber);
    trial
        ->add_option("--expect", learn_trial.expected_mean,
                     "The difference that was expected, such as a network's")
        ->needs(sd);
    trial->add_flag("--json", learn_trial.json, "Write it as JSON");
    add_learn_fit(*verb);
    add_learn_options(*verb);
  }

  void add_learn_options(CLI::App& verb) {
    auto* choices = verb.add_subcommand(
        "options", "Lay options for one aim side by side, from rows (CSV) or a clinic's sums.");
    choices->add_option("file", learn_options.file, "A table, or sums as JSON; - reads input")
        ->required();
    choices->add_option("--reference", learn_options.reference, "The action that is carrying on")
        ->default_val("usual");
    choices->add_option("--aim", learn_options.aim, "What the aim is about, as the rows have it");
    choices->add_option("--site", learn_options.site, "Where the person is served");
    choices->add_option("--start", learn_options.start, "The level at which they stand")
        ->check(CLI::Range(-2, 2))
        ->default_val(-1);
    choices->add_option("--option", learn_options.options,
                        "ACTION or ACTION=MINUTES a week; again for more; else all of the rows");
    choices->add_option("--card", learn_options.cards,
                        "ACTION=CARD: published science about it (alongside evidence)");
    choices->add_option("--spare", learn_options.spare, "Minutes a week that can be spared");
    choices->add_option("--sd", learn_options.sd, "The reference standard deviation of outcomes")
        ->check(CLI::PositiveNumber)
        ->default_val(1);
    choices->add_flag("--down", learn_options.down, "Lower outcomes are better");
    choices->add_flag("--json", learn_options.json, "Write it as JSON");
  }

  void add_learn_fit(CLI::App& verb) {
    auto* fit = verb.add_subcommand(
        "fit", "Read what people did and how it went, a row for each time (CSV).");
    fit->add_option("file", learn_fit.file, "A table with comma, semicolon or tab; - reads input")
        ->required();
    fit->add_option("--reference", learn_fit.reference, "The action that others are compared with")
        ->default_val("usual");
    fit->add_option("--worthwhile", learn_fit.worthwhile,
                    "A change worth having, in standard deviations")
        ->default_val(0.2);
    fit->add_option("--sd", learn_fit.sd, "The reference standard deviation of outcomes")
        ->check(CLI::PositiveNumber)
        ->default_val(1);
    fit->add_flag("--down", learn_fit.down, "Lower outcomes are better");
    fit->add_flag("--json", learn_fit.json, "Write it as JSON");
  }

  void add_chart() {
    auto* verb = app.add_subcommand(
        "chart", "Draw the control chart of a table (CSV), and say what it says.");
    verb->add_option("file", chart.file, "A table with comma, semicolon or tab; - reads input");
    verb->add_option("--x", chart.x, "The column of times, by name or number");
    verb->add_option("--y", chart.y, "The column of values or counts");
    verb->add_option("--n", chart.n, "The column of denominators");
    verb->add_option(
            "--chart", chart.kind,
            "auto, run, i, mr, ip, ms, xbar, s, r, t, p, pp, np, c, cp, u, up, g; cusum, ewma, b, "
            "racusum, vlad; or funnel")
        ->default_val("auto");
    verb->add_flag("--month-first", chart.month_first, "Read 01/02/2024 as the second of January");
    verb->add_option("--by", chart.by,
                     "One chart for each word in this column, and a table of them all");
    verb->add_option("--better", chart.better,
                     "Which way is better: up or down, or the column that says so");
    verb->add_option("--profile", chart.profile, "Whose conventions the numbers follow")
        ->check(CLI::IsMember({"standard", "qicharts2", "mdc", "qcc", "pbcharts", "autospc"}))
        ->default_val("standard");
    verb->add_option("--rules", chart.rules,
                     "anhoej, best-box, cut-box, mdc, western-electric, nelson, or a list such as "
                     "outside,8-on-one-side,6-trend,2-of-3-beyond-2");
    verb->add_option("--limits", chart.limits,
                     "3sigma, or probability for p, c, u, g and t; g takes it by itself")
        ->check(CLI::IsMember({"3sigma", "probability"}));
    verb->add_option("--phase", chart.phases,
                     "The time at which a new phase begins, and why: 2026-03=We moved; repeatable");
    verb->add_option("--leave-out", chart.leave_out,
                     "A time that is drawn but not part of the calculation, and why; repeatable");
    verb->add_option("--baseline", chart.baseline,
                     "How many first points of each phase make its limits")
        ->check(CLI::Range(2, 1'000'000));
    verb->add_option("--baseline-until", chart.baseline_until,
                     "The last time that makes the limits of its phase; repeatable");
    verb->add_option("--per", chart.per, "Rates per so many: 1000 for falls per 1000 bed days")
        ->check(CLI::PositiveNumber);
    verb->add_option("--centre", chart.centre, "A given middle line, not worked out");
    verb->add_option("--sigma", chart.sigma, "A given sigma of one value")
        ->check(CLI::PositiveNumber);
    verb->add_option("--target", chart.target, "A line to compare with: a number or a column");
    verb->add_option("--note", chart.notes, "Words at a time: 2026-03=New checklist; repeatable");
    verb->add_option("--notes", chart.note_column, "The column of such words");
    add_sums(*verb);
    auto* without = verb->add_flag("--no-screening", chart.no_screening,
                                   "Keep large moving ranges in the mean of ranges");
    verb->add_flag("--screening", chart.screening,
                   "Leave them out once, in the profiles mdc and pbcharts too")
        ->excludes(without);
    verb->add_flag("--season", chart.season,
                   "What each month, or day of the week, adds; the series without it beside");
    verb->add_flag("--propose", chart.propose,
                   "Where new limits could begin (Stable Shift Algorithm); changes nothing");
    verb->add_flag("--explain", chart.explain,
                   "Why this chart, how often it cries wolf, what other rules would say, and the "
                   "same chart in R");
    verb->add_option("--svg", chart.svg, "Write the drawing to this file; - to output");
    verb->add_option("--png", chart.png, "Write it as a picture");
    verb->add_option("--html", chart.html,
                     "Write a page with drawing, reading and numbers; - to output");
    verb->add_option("--csv", chart.csv, "Write points and limits to this file; - to output");
    verb->add_option("--json", chart.json, "Write everything to this file; - to output");
    verb->add_option("--columns", chart.columns, "How wide to draw, in characters")
        ->check(CLI::Range(20, 1000));
    verb->add_flag("--batch", chart.batch,
                   "Read one series a line as JSON on standard input; write one result a line");
  }

  /// Charts that add up small shifts.
  void add_sums(CLI::App& verb) {
    verb.add_option("--risk", chart.risk, "The column of each case's risk (racusum, vlad)");
    verb.add_option("--odds-ratio", chart.odds_ratio,
                    "Odds to be found, times those expected (b, racusum); 2 otherwise")
        ->check(CLI::PositiveNumber);
    verb.add_option("--limit", chart.limit,
                    "Where a sum signals: 5 sigma (cusum), 3 sigma (ewma), "
                    "3.5 (b) or 4.5 (racusum) otherwise")
        ->check(CLI::PositiveNumber);
    verb.add_option("--shift", chart.shift, "Sigmas to be found (cusum); 1 otherwise")
        ->check(CLI::PositiveNumber);
    verb.add_option("--lambda", chart.lambda, "Weight of the newest value (ewma); 0.2 otherwise")
        ->check(CLI::Range(1e-6, 1.0));
  }

  /// For programs, and for taking everything elsewhere.
  void add_exchange() {
    auto* let_in =
        app.add_subcommand("token", "Print a key with which a program may use /fhir for a while.");
    let_in->add_option("--data", token.data, "The data folder")->default_val(standard_data());
    let_in
        ->add_option("--scope", token.scope, "What it may do: 'system/*.rs', 'patient/Goal.cruds'")
        ->required();
    let_in->add_option("--patient", token.patient,
                       "The id of the person whom it is about; only what is about them is reached");
    let_in->add_option("--minutes", token.minutes, "How long it holds, at most a day")
        ->check(CLI::Range(1, 1440))
        ->capture_default_str();
    auto* out = app.add_subcommand(
        "export", "Write every FHIR resource into a folder, from which import reads them again.");
    out->add_option("folder", take_out.folder, "A new or empty folder")->required();
    add_data_options(*out, take_out);
    out->add_flag("--whole", take_out.whole, "With older versions, and what was deleted");
    out->add_option("--person", take_out.person, "Only what is about the person of this id");
    auto* from = app.add_subcommand(
        "fetch", "Fetch a group of people from another record system, and what changed since.");
    from->add_option("system", fetch.system, "Its name, as an administrator wrote it")->required();
    from->add_option("group", fetch.group, "The id of the group there")->required();
    add_data_options(*from, fetch);
    from->add_option("--errors", fetch.errors, "Where rejected lines go");
    from->add_flag("--all", fetch.all, "Everything again, not only what changed");
    from->add_flag("--json", fetch.json, "The counts for programs");
  }

  /// What keeps the data safe.
  void add_keeping() {
    const std::string data = standard_data();
    auto* copied = app.add_subcommand(
        "backup", "Copy a clinic as it is now, beside a running server, and look at the copy.");
    copied->add_option("--data", backup.data, "The data folder")->default_val(data);
    copied->add_option(
        "--into", backup.into,
        "Where the new backup's folder goes; `backups` in the data folder otherwise");
    auto* restored = app.add_subcommand("restore", "Make a new data folder out of a backup.");
    restored->add_option("backup", restore.backup, "The backup's folder")->required();
    restored->add_option("--data", restore.data, "The new data folder")->required();
    auto* verified = app.add_subcommand(
        "verify", "Look whether everything is as it was acknowledged, beside a running server.");
    add_verify_options(*verified);
    auto* history = app.add_subcommand("history", "The account of who did and who looked.");
    history->require_subcommand(1);
    add_verify_options(*history->add_subcommand("verify", "Look at the chain of entries alone."));
    auto* head = history->add_subcommand(
        "head", "Print where each chain ends, to keep outside and hand to verify later.");
    add_data_options(*head, verify);
    auto* erased = app.add_subcommand(
        "erase", "Erase one person's record at their wish, and say what stays and why.");
    erased
        ->add_option("person", erase.person,
                     "Patient/... as they came in, or the last part of their page's address")
        ->required();
    add_data_options(*erased, erase);
    erased->add_flag("--sure", erase.sure, "Do it; without this nothing is changed");
    auto* prepared = app.add_subcommand(
        "prepare", "Make or bring up to date the tables of a PostgreSQL database, as their owner.");
    prepared->add_option("--database", prepare.database, "postgres://OWNER@HOST/NAME")->required();
    prepared->add_option("--role", prepare.role,
                         "The role under which the server comes: it may read and write, but not "
                         "change or remove an entry of the history");
  }

  static void add_data_options(CLI::App& verb, DataOptions& options) {
    verb.add_option("--data", options.data, "The data folder")->default_val(standard_data());
    verb.add_option(
        "--database", options.database,
        "A PostgreSQL database instead of the folder's file: postgres://USER@HOST/NAME");
  }

  void add_verify_options(CLI::App& verb) {
    add_data_options(verb, verify);
    verb.add_option("--earlier", verify.earlier,
                    "What `alongside history head` printed earlier: no entry before it may be "
                    "missing or different");
  }
};

/// "--data --port": what a verb takes, and the verbs under it.
std::string words_after(const CLI::App& verb) {
  std::string words;
  for (const CLI::App* under : verb.get_subcommands(nullptr)) words += under->get_name() + " ";
  for (const CLI::Option* option : verb.get_options())
    for (const std::string& name : option->get_lnames()) words += "--" + name + " ";
  return words;
}

int list_settings() {
  for (const SettingEntry& entry : settings_catalogue())
    std::cout << entry.name << " (default " << entry.standard << ")\n    " << entry.sentence
              << "\n";
  return 0;
}

}  // namespace

int run(int count, char** words, const Verbs& verbs) {
  Parser parser;
  try {
    parser.app.parse(count, words);
  } catch (const CLI::ParseError& error) {
    const int code = parser.app.exit(error);
    return code == 0 ? 0 : command_line_wrong;
  }
  if (parser.app.got_subcommand("serve")) return verbs.serve(parser.serve);
  if (parser.app.got_subcommand("import")) return verbs.import(parser.import);
  if (parser.app.got_subcommand("example")) return verbs.example(parser.example);
  if (parser.app.got_subcommand("backup")) return verbs.backup(parser.backup);
  if (parser.app.got_subcommand("restore")) return verbs.restore(parser.restore);
  if (parser.app.got_subcommand("verify")) return verbs.verify(parser.verify);
  if (const CLI::App* history = parser.app.get_subcommand("history"); history->parsed())
    return history->got_subcommand("head") ? verbs.history_head(parser.verify)
                                           : verbs.history_verify(parser.verify);
  if (parser.app.got_subcommand("erase")) return verbs.erase(parser.erase);
  if (parser.app.got_subcommand("prepare")) return verbs.prepare(parser.prepare);
  if (parser.app.got_subcommand("chart")) return verbs.chart(parser.chart);
  if (const CLI::App* learn = parser.app.get_subcommand("learn"); learn->parsed())
    return learn->got_subcommand("fit")       ? verbs.learn_fit(parser.learn_fit)
           : learn->got_subcommand("trial")   ? verbs.learn_trial(parser.learn_trial)
           : learn->got_subcommand("options") ? verbs.learn_options(parser.learn_options)
                                              : verbs.learn(parser.learn);
  if (parser.app.got_subcommand("evidence")) return verbs.evidence(parser.evidence);
  if (parser.app.got_subcommand("lens")) return verbs.lens(parser.lens);
  if (parser.app.got_subcommand("measure")) return verbs.measure(parser.measure);
  if (parser.app.got_subcommand("token")) return verbs.token(parser.token);
  if (parser.app.got_subcommand("export")) return verbs.take_out(parser.take_out);
  if (parser.app.got_subcommand("fetch")) return verbs.fetch(parser.fetch);
  if (parser.app.got_subcommand("completion")) {
    std::cout << bash_completion();
    return 0;
  }
  if (parser.app.got_subcommand("settings")) return list_settings();
  std::cout << parser.app.help();
  return 0;
}

std::string all_help() {
  Parser parser;
  std::string text = parser.app.help();
  for (const CLI::App* verb : parser.app.get_subcommands(nullptr)) text += "\n" + verb->help();
  return text;
}

std::string bash_completion() {
  Parser parser;
  std::string script =
      "# Completion for bash, printed by: alongside completion\n"
      "_alongside() {\n  local words file=1\n  case \"${COMP_WORDS[1]}\" in\n";
  std::string verbs;
  for (const CLI::App* verb : parser.app.get_subcommands(nullptr)) {
    verbs += verb->get_name() + " ";
    script += "    " + verb->get_name() + ") words=\"" + words_after(*verb) + "\" ;;\n";
  }
  script += "    *) words=\"" + verbs + "--help --version\" ;;\n  esac\n";
  script += "  [ \"$COMP_CWORD\" -eq 1 ] && words=\"" + verbs +
            "--help --version\" && file=\n"
            "  COMPREPLY=($(compgen -W \"$words\" -- \"${COMP_WORDS[COMP_CWORD]}\")\n"
            "    $([ -n \"$file\" ] && compgen -f -- \"${COMP_WORDS[COMP_CWORD]}\"))\n"
            "}\ncomplete -o filenames -F _alongside alongside\n";
  return script;
}

std::vector<std::string> verb_names() {
  Parser parser;
  std::vector<std::string> names;
  for (const CLI::App* verb : parser.app.get_subcommands(nullptr))
    names.push_back(verb->get_name());
  return names;
}

}  // namespace alongside::cli
